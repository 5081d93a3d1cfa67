import { architectures } from "@/lib/model/architectures";
import { customLineKinds } from "@/lib/model/custom-lines";
import { equipmentCategories, perBases, registerKinds, staffBases } from "@/lib/model/rows/choices";
import type { OwnRows } from "@/lib/model/rows/own-rows";

/** Rows of every kind, each once with all that it may state and once with no more than it must: what they declare is all there is. */
export const everyRow: OwnRows = {
  customLines: customLineKinds.map((kind) => ({
    ...{ label: kind, category: "software", architectures, kind, amount: 1234.5 },
    ...{ fromMonth: 3, toMonth: 20, escalation: 0.03 },
    ...(kind === "every" && { everyMonths: 4 }),
  })),
  register: registerKinds.flatMap((what) => [
    { label: `${what}, in short`, what, count: 2 },
    {
      ...{ label: `${what}, in full`, what, count: 3, equivalents: 0.7, ageMonths: 41, pricePaid: 5300 },
      ...((what === "server" || what === "storageServer") && { watts: 310 }),
    },
  ]),
  equipmentLines: perBases.flatMap((per, i) => {
    const category = equipmentCategories[i % equipmentCategories.length] as "hardware";
    const line = { category, architectures, per, pieces: 0.4, price: 900, lifeMonths: 17 };
    return [
      { ...line, label: `${per}, in short` },
      {
        ...{
          ...line,
          label: `${per}, in full`,
          priceChange: 0.02,
          fromMonth: 4,
          standingPieces: 2,
          standingAgeMonths: 7,
        },
        ...{ watts: 120, upkeepRate: 0.1, warrantyMonths: 6 },
      },
    ];
  }),
  staffLines: staffBases.flatMap((per) => {
    const line = { architectures, per, fte: 0.3, pay: 90_000 };
    return [
      { ...line, role: `${per}, in short` },
      {
        ...{ ...line, role: `${per}, in full`, whole: true, fromMonth: 2, toMonth: 19 },
        ...{ hiringCost: 8000, leavesPerYear: 0.15 },
      },
    ];
  }),
  participantKinds: [
    { label: "As the inputs say", share: 0.75 },
    {
      ...{
        label: "Of its own",
        share: 0.25,
        uplinkMbps: 90,
        uplinkShare: 0.4,
        peerStorageTB: 2,
        peerAvailability: 0.97,
      },
      ...{ peerLifetimeMonths: 30, peerMonthlyCapTB: 4, peerCores: 8, peerCpuShare: 0.3, peerWatts: 12 },
      ...{ peerDeviceCost: 40, peerDeviceLifeMonths: 48 },
    },
  ],
  billLines: [
    { label: "Cloud Storage", amount: 12 },
    { label: "Credits", amount: -3, place: "outside", month: "2027-01" },
  ],
};
