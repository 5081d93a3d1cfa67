import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { declaredAt } from "@/lib/model/currency";
import { defaultInputs, type InputKey, type Inputs } from "@/lib/model/inputs";
import { type BillPart, billPartNames, billParts } from "@/lib/model/rows/choices";
import { billedQuantities } from "@/lib/model/sections/cloud";
import type { OwnRanges } from "../sensitivity/input-range";
import { calibrate } from "./calibrate";
import { cloudMonth } from "./cloud-month";
import type { BilledAmount, Calibration, CalibrationQuestion } from "./question";

/**
 * A service whose month is worked out by hand. Nothing grows and no price changes, so every month is the same:
 * compute 10,000 core-hours / 0.35 * 0.0486 * (1 - 0.5 * 0.3) = 413.1 / 0.35 = 1,180.29; storage 100 TB * 23 = 2,300;
 * egress 50 TB * (1 - 0.8) = 10 TB * 90 = 900; CDN 50 * 0.8 * 20 = 800; logs 1,180.29 * 0.2 = 236.06;
 * support (1,180.29 + 2,300 + 900 + 236.06) * 0.05 = 230.82; backup 100 TB * 1 copy * 5 = 500.
 */
const inputs: Inputs = {
  ...defaultInputs,
  ...{
    coreHours: 10_000,
    storedTB: 100,
    egressTB: 50,
    demandScale: 1,
    backupCopies: 1,
    bandwidthDiscountPerTenfold: 0,
  },
  ...{ coreHoursGrowth: 0, storedGrowth: 0, egressGrowth: 0, usersGrowth: 0 },
  ...{ cloudPriceChange: 0, bandwidthPriceChange: 0, generalInflation: 0, horizonMonths: 36 },
};

function calibrated(bill: readonly BilledAmount[], more: Partial<CalibrationQuestion> = {}): Calibration {
  const found = calibrate({ inputs, currencyRate: 1, bill, ...more });
  if (!found.ok) throw new Error(found.faults.map(({ message }) => message).join(" "));
  return found.calibration;
}

const changesOf = ({ changes }: Calibration) => Object.fromEntries(changes.map(({ key, after }) => [key, after]));
const partOf = ({ parts }: Calibration, place: string) => parts.find((part) => part.place === place);
const messageOf = (question: Partial<CalibrationQuestion>) => {
  const found = calibrate({ inputs, currencyRate: 1, bill: [{ place: "store", amount: 1 }], ...question });
  return found.ok ? null : found.faults;
};

describe("the cloud's month of the model", () => {
  it("is what section 5 says, worked out by hand", () => {
    const costs = cloudMonth(inputs, 1);
    const byHand = {
      ...{ compute: 413.1 / 0.35, store: 2_300, egress: 900, cdn: 800, backup: 500 },
      manage: (413.1 / 0.35) * 0.2,
      support: (1.2 * (413.1 / 0.35) + 2_300 + 900) * 0.05,
    };
    for (const part of billParts) expect(costs[part]).toBeCloseTo(byHand[part], 9);
    expect(cloudMonth(inputs, 36)).toEqual(costs);
  });

  it("names its parts as section 5 does", () => {
    for (const part of billParts) expect(billedQuantities[part].label).toBe(billPartNames[part]);
  });
});

describe("a calibration", () => {
  it("solves a part of one input", () => {
    // 2,070 / 100 TB.
    const found = calibrated([{ place: "store", amount: 2_070 }]);
    expect(found.changes).toEqual([
      { key: "cloudStoragePerTBMonth", before: 23, after: 20.7, range: { low: 14.5, high: 27 }, isAtEnd: false },
    ]);
    expect(partOf(found, "store")).toMatchObject({ billed: 2_070, before: 2_300, after: 2_070, rest: "closed" });
    // The bill has no compute: the model's stays, and is not compared.
    expect(partOf(found, "compute")).toMatchObject({ billed: null, remainder: 0, movable: [] });
  });

  it("leaves what is held and what is contracted", () => {
    // 413.1 / 1,000, with the price and the commitment known.
    const stated: OwnRanges = { cloudPerCoreHour: { evidence: "certain" } };
    const held: InputKey[] = ["cloudCommitShare", "cloudCommitDiscount"];
    const found = calibrated([{ place: "compute", amount: 1_000 }], { stated, held });
    expect(changesOf(found)).toEqual({ cloudUtilisation: 0.4131 });
    expect(found.movable).toEqual(["cloudUtilisation", "cloudCommitShare", "cloudCommitDiscount"]);
  });

  it("stops at the end of a range, and says what is left", () => {
    // 27 a TB at most: 2,700 of 3,000. 14.5 at least: 1,450 of 1,000.
    expect(partOf(calibrated([{ place: "store", amount: 3_000 }]), "store")).toMatchObject({
      ...{ after: 2_700, remainder: 300, rest: "outOfReach" },
    });
    const low = calibrated([{ place: "store", amount: 1_000 }]);
    expect(partOf(low, "store")).toMatchObject({ after: 1_450, remainder: -450, rest: "outOfReach" });
    expect(low.changes[0]).toMatchObject({ after: 14.5, isAtEnd: true });
  });

  it("keeps to a person's own range, and lets a later bill move what an earlier one measured", () => {
    const bill: BilledAmount[] = [{ place: "store", amount: 9_000 }];
    const range = { kind: "range", low: 20, high: 24 } as const;
    expect(changesOf(calibrated(bill, { stated: { cloudStoragePerTBMonth: { range } } }))).toEqual({
      cloudStoragePerTBMonth: 24,
    });
    const measured = { cloudStoragePerTBMonth: { evidence: "measured" } } as const;
    expect(changesOf(calibrated(bill, { stated: measured }))).toEqual({ cloudStoragePerTBMonth: 27 });
    // From 20.7, which 27 / 23 of it would not reach.
    const later = { inputs: { ...inputs, cloudStoragePerTBMonth: 20.7 }, stated: measured };
    expect(changesOf(calibrated([{ place: "store", amount: 2_600 }], later))).toEqual({ cloudStoragePerTBMonth: 26 });
    // A value that is already outside stays where it is, or comes back.
    const outside = { inputs: { ...inputs, cloudStoragePerTBMonth: 40 } };
    expect(changesOf(calibrated(bill, outside))).toEqual({});
    expect(changesOf(calibrated([{ place: "store", amount: 2_500 }], outside))).toEqual({ cloudStoragePerTBMonth: 25 });
  });

  it("does not walk on where a range was used up", () => {
    const bill: BilledAmount[] = [{ place: "store", amount: 3_000 }];
    const again = calibrated(bill, { inputs: { ...inputs, ...changesOf(calibrated(bill)) } });
    expect(again.changes).toEqual([]);
    expect(partOf(again, "store")).toMatchObject({ remainder: 300, rest: "outOfReach" });
  });

  it("moves nothing where the bill is what the model says", () => {
    const costs = cloudMonth(inputs, 1);
    const bill = billParts.map((place) => ({ place, amount: costs[place] }));
    expect(calibrated(bill)).toMatchObject({ changes: [], outside: 0 });
    expect(calibrated([{ place: "rest", amount: bill.reduce((sum, { amount }) => sum + amount, 0) }]).changes).toEqual(
      [],
    );
  });

  it("finds again what a bill was made from", () => {
    const known = { cloudUtilisation: 0.22, cloudStoragePerTBMonth: 19, cdnPricePerTB: 31, cloudEgressTier1Price: 110 };
    const shares = { cloudOperationsShare: 0.33, cloudSupportShare: 0.07, backupPerTBMonth: 9 };
    const truth = { ...inputs, ...known, ...shares };
    const costs = cloudMonth(truth, 7);
    const held: InputKey[] = ["cloudPerCoreHour", "cloudCommitShare", "cloudCommitDiscount", "cdnShare"];
    const found = calibrated(
      billParts.map((place) => ({ place, amount: costs[place] })),
      { held, month: 7 },
    );
    expect(found.parts.every(({ rest }) => rest === "closed")).toBe(true);
    const changes = changesOf(found);
    expect(Object.keys(changes).sort()).toEqual(Object.keys({ ...known, ...shares }).sort());
    for (const [key, value] of Object.entries({ ...known, ...shares })) expect(changes[key]).toBeCloseTo(value, 4);
  });

  it("settles compute before the shares of it", () => {
    // Logs of 10 are less than a tenth of any compute; they do not pull compute from its bill.
    const found = calibrated([
      { place: "compute", amount: 1_000 },
      { place: "manage", amount: 10 },
    ]);
    expect(partOf(found, "compute")).toMatchObject({ rest: "closed" });
    const logs = partOf(found, "manage");
    expect(logs?.after).toBeCloseTo(100, 3);
    expect(logs).toMatchObject({ rest: "settledElsewhere" });
  });

  it("spreads a total over all parts", () => {
    const total = Object.values(cloudMonth(inputs, 1)).reduce((sum, cost) => sum + cost, 0);
    const found = calibrated([{ place: "rest", amount: total * 0.8 }]);
    expect(found.parts).toHaveLength(1);
    expect(found.parts[0]).toMatchObject({ place: "rest", parts: billParts, rest: "closed" });
    expect(Math.abs((found.parts[0]?.remainder as number) / total)).toBeLessThan(1e-5);
    expect(found.changes.length).toBeGreaterThan(5);
    expect(found.changes.some(({ isAtEnd }) => isAtEnd)).toBe(false);
  });

  it("sets everything else against the parts that no line names", () => {
    const found = calibrated([
      { place: "store", amount: 2_300 },
      { place: "rest", amount: 3_000 },
      { place: "outside", amount: 120 },
      { place: "outside", amount: -20 },
    ]);
    expect(found.outside).toBe(100);
    expect(partOf(found, "rest")).toMatchObject({ parts: billParts.filter((part) => part !== "store"), billed: 3_000 });
    expect(partOf(found, "store")).toMatchObject({ after: 2_300 });
  });

  it("counts credits with their part", () => {
    const credited = calibrated([
      { place: "store", amount: 2_200 },
      { place: "store", amount: -130 },
    ]);
    expect(changesOf(credited)).toEqual({ cloudStoragePerTBMonth: 20.7 });
    // More credit than cost: no price is below its range.
    expect(partOf(calibrated([{ place: "store", amount: -50 }]), "store")).toMatchObject({
      ...{ after: 1_450, remainder: -1_500, rest: "outOfReach" },
    });
  });

  it("sets a bill against the month that it is of", () => {
    // A quarter more is stored in month 12, as 25 % a year says: 2,875; at 20.7 it is 2,587.5.
    const growing = { ...inputs, storedGrowth: 0.25 };
    expect(cloudMonth(growing, 12).store).toBeCloseTo(2_875, 9);
    const found = calibrated([{ place: "store", amount: 2_587.5 }], { inputs: growing, month: 12 });
    expect(changesOf(found)).toEqual({ cloudStoragePerTBMonth: 20.7 });
  });

  it("refuses in words what cannot be compared", () => {
    expect(messageOf({ bill: [] })).toEqual([
      { key: "bill", message: "The bill comes to nothing. Add at least one service with its amount." },
    ]);
    expect(messageOf({ bill: [{ place: "store", amount: 0 }] })).toHaveLength(1);
    expect(messageOf({ bill: [{ place: "store", amount: Number.NaN }] })?.[0]?.message).toContain("must be a number");
    for (const month of [0, 37, 1.5])
      expect(messageOf({ month })?.[0]?.message).toBe(
        `The model has months 1 to 36; the bill would be of month ${month}. Choose a month that the model has.`,
      );
    expect(messageOf({ month: 36 })).toBeNull();
  });
});

describe("of any bill", () => {
  const amount = fc.oneof(
    fc.integer({ min: -50_000, max: 2_000_000 }).map((cents) => cents / 100),
    fc.constantFrom(0, 1, 2_300),
  );
  const bills = fc
    .dictionary(fc.constantFrom<BillPart | "rest" | "outside">(...billParts, "rest", "outside"), amount, { minKeys: 1 })
    .map((amounts) =>
      Object.entries(amounts).map(([place, each]) => ({ place: place as BilledAmount["place"], amount: each })),
    )
    .filter((bill) => bill.some((line) => line.amount !== 0));

  it("values stay in their ranges, and what is billed is what is explained and what is left", () => {
    fc.assert(
      fc.property(bills, (bill) => {
        const found = calibrated(bill);
        for (const { after, range, before } of found.changes) {
          expect(after).not.toBe(before);
          expect(after >= range.low && after <= range.high).toBe(true);
        }
        const left = found.parts.reduce((sum, { billed, after, remainder }) => {
          if (billed !== null) expect(after + remainder).toBeCloseTo(billed, 6);
          return sum + (billed ?? 0);
        }, found.outside);
        expect(left).toBeCloseTo(
          bill.reduce((sum, line) => sum + line.amount, 0),
          6,
        );
      }),
      { numRuns: 30 },
    );
  });

  it("a part alone never comes further from its bill, and lies at the ends of its ranges where it stays away", () => {
    fc.assert(
      fc.property(fc.constantFrom(...billParts), amount, (place, billed) => {
        fc.pre(billed !== 0);
        const part = partOf(calibrated([{ place, amount: billed }]), place);
        const before = Math.abs(billed - (part?.before as number));
        expect(Math.abs(part?.remainder as number)).toBeLessThanOrEqual(before * (1 + 1e-9) + 1e-6);
        expect(part?.rest).not.toBe("settledElsewhere");
      }),
      { numRuns: 30 },
    );
  });

  it("order and splitting of lines, and the currency, change nothing", () => {
    const inEuros = { ...declaredAt(2).defaults, ...inputs };
    for (const [key, declared] of Object.entries(declaredAt(1).input))
      if (declared.format === "money") Object.assign(inEuros, { [key]: (inputs[key as InputKey] as number) * 2 });
    fc.assert(
      fc.property(bills, (bill) => {
        const found = calibrated(bill);
        const halves = bill.flatMap((line) => [line, line].map((each) => ({ ...each, amount: each.amount / 2 })));
        expect(calibrated(halves.reverse())).toEqual(found);
        const doubled = calibrated(
          bill.map((line) => ({ ...line, amount: line.amount * 2 })),
          { inputs: inEuros, currencyRate: 2 },
        );
        for (const [i, part] of found.parts.entries()) {
          // Values are rounded to six digits.
          const size = Math.max(1, Math.abs(part.billed ?? 0), part.before);
          expect(Math.abs((doubled.parts[i]?.remainder as number) / 2 - part.remainder) / size).toBeLessThan(1e-4);
        }
      }),
      { numRuns: 20 },
    );
  });
});
