import type { CustomLine } from "@/lib/model/custom-lines";
import type { OwnRows } from "@/lib/model/rows/own-rows";

/** Rows of every table, with every field of each at least once, in a currency of which a dollar is 0.9. */
export const someRows: OwnRows = {
  customLines: [
    {
      ...{ id: "rent", label: "Rent", category: "facility", architectures: ["cloud"], kind: "monthly" },
      ...{ amount: 90, low: 81, high: 99, fromMonth: 1, toMonth: 24, escalation: 0.02 },
      ...{ note: "Until the lease ends", source: "Lease" },
    },
  ],
  register: [
    {
      ...{ id: "rack", label: "Rack A", what: "server", count: 3, equivalents: 2, ageMonths: 14 },
      ...{ pricePaid: 9_000, watts: 350, note: "In the cellar", source: "Invoice 17" },
    },
    { id: "cabling", label: "Cabling", what: "network", count: 1, pricePaid: 1_800 },
  ],
  equipmentLines: [
    {
      ...{ id: "tape", label: "Tape library", category: "hardware", architectures: ["onPremises", "hybrid"] },
      ...{ pieces: 2, per: "site", price: 4_500, priceChange: -0.05, lifeMonths: 84, fromMonth: 3 },
      ...{ standingPieces: 1, standingAgeMonths: 20, watts: 120, upkeepRate: 0.1, warrantyMonths: 36 },
      ...{
        ranges: { price: { low: 3_600, high: 5_400 }, pieces: { low: 1, high: 3 } },
        note: "LTO-9",
        source: "Offer",
      },
    },
  ],
  staffLines: [
    {
      ...{
        id: "admin",
        role: "Administrator",
        architectures: ["onPremises"],
        fte: 1.5,
        per: "operations",
        whole: true,
      },
      ...{ pay: 72_000, fromMonth: 2, toMonth: 40, hiringCost: 9_000, leavesPerYear: 0.1 },
      ...{ ranges: { pay: { low: 63_000, high: 81_000 }, fte: { low: 1, high: 2 } }, note: "Band 9", source: "Union" },
    },
  ],
  participantKinds: [
    {
      ...{ id: "always", label: "Always on", share: 0.1, uplinkMbps: 100, uplinkShare: 0.5, peerStorageTB: 2 },
      ...{ peerAvailability: 0.99, peerLifetimeMonths: 24, peerMonthlyCapTB: 3, peerCores: 4, peerCpuShare: 0.25 },
      ...{ peerWatts: 8, peerDeviceCost: 90, peerDeviceLifeMonths: 60, note: "Set-top boxes", source: "Survey" },
    },
    { id: "phones", label: "Phones", share: 0.9 },
  ],
  billLines: [
    {
      ...{ id: "ec2", label: "Amazon Elastic Compute Cloud - Compute", amount: 1_240.5, place: "compute" },
      ...{ month: "2026-03", note: "Without the trial", source: "Invoice 88" },
    },
    { id: "credit", label: "Credits", amount: -120, place: "outside" },
  ],
};

export const auditLine: CustomLine = {
  id: "a",
  label: "Audit",
  category: "compliance",
  architectures: ["cloud"],
  kind: "once",
  amount: 1_000,
};
