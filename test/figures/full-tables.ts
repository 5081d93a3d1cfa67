import { architectures } from "@/lib/model/architectures";
import { mostRows } from "@/lib/model/rows/fields";
import type { OwnRows } from "@/lib/model/rows/own-rows";

const each = <R>(count: number, row: (place: number) => R): R[] =>
  Array.from({ length: count }, (_, place) => row(place));

/** As many rows of each table as a model takes, with most of their figures. */
export const fullTables: Omit<OwnRows, "customLines"> = {
  register: each(mostRows.register, (place) => ({
    ...{ id: `r${place}`, label: `Rack ${place}`, what: "server", count: 2, equivalents: 0.5 },
    ...{ ageMonths: place % 60, pricePaid: 5_000, watts: 300 },
  })),
  equipmentLines: each(mostRows.equipmentLines, (place) => ({
    ...{ id: `e${place}`, label: `Library ${place}`, category: "hardware", architectures, pieces: 2, per: "site" },
    ...{ price: 4_500, priceChange: -0.05, lifeMonths: 13, fromMonth: 3, standingPieces: 1, standingAgeMonths: 2 },
    ...{ watts: 100, upkeepRate: 0.1, warrantyMonths: 6, ranges: { price: { low: 3_600, high: 5_400 } } },
  })),
  staffLines: each(mostRows.staffLines, (place) => ({
    ...{ id: `s${place}`, role: `Administrator ${place}`, architectures, fte: 1.5, per: "operations", whole: true },
    ...{ pay: 72_000, hiringCost: 9_000, leavesPerYear: 0.1, ranges: { pay: { low: 63_000, high: 81_000 } } },
  })),
  participantKinds: each(mostRows.participantKinds, (place) => ({
    ...{ id: `k${place}`, label: `Kind ${place}`, share: 1 / mostRows.participantKinds, uplinkMbps: 100 + place },
    ...{ uplinkShare: 0.5, peerStorageTB: 2, peerAvailability: 0.9, peerLifetimeMonths: 24, peerMonthlyCapTB: 3 },
  })),
  billLines: each(mostRows.billLines, (place) => ({
    ...{ id: `b${place}`, label: `Service ${place}`, amount: 12.5, month: "2026-03" },
  })),
};

/** The same tables as a scenario states rows of its own: by their ids, each row another. */
export const fullScenarioRows = {
  register: byId(fullTables.register, { ageMonths: 61 }),
  equipmentLines: byId(fullTables.equipmentLines, { price: 4_600 }),
  staffLines: byId(fullTables.staffLines, { fte: 1.6 }),
};

function byId<R extends { readonly id?: string | undefined }>(rows: readonly R[], other: Partial<R>) {
  return Object.fromEntries(rows.map(({ id, ...row }) => [id ?? "", { ...row, ...other }]));
}
