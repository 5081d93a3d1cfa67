import { expect, it } from "vitest";
import type { BillLine } from "@/lib/model/rows/own-rows";
import { billedAmounts, modelMonth, monthBills } from "./month-bill";

const lines: BillLine[] = [
  { label: "EC2-Instances", amount: 100, month: "2026-03" },
  { label: "Something new", amount: 7, month: "2026-03" },
  { label: "Something new", amount: 9, month: "2026-04", place: "manage" },
  { label: "S3", amount: 20 },
];

it("parts a bill by month, the newest first; without a month it is of the model's first", () => {
  expect(monthBills(lines, "2027-01").map(({ month, lines: of }) => [month, of.length])).toEqual([
    ["2027-01", 1],
    ["2026-04", 1],
    ["2026-03", 2],
  ]);
  expect(monthBills(lines, "2026-03").map(({ lines: of }) => of.length)).toEqual([1, 3]);
  expect(monthBills([], "2026-03")).toEqual([]);
});

it("takes the place that a line states before that of its name", () => {
  const [, april, march] = monthBills(lines, "2027-01");
  expect(april && billedAmounts(april)).toEqual([{ place: "manage", amount: 9 }]);
  expect(march && billedAmounts(march)).toEqual([
    { place: "compute", amount: 100 },
    { place: "outside", amount: 7 },
  ]);
});

it("is of a month of the model; of the first where it is earlier", () => {
  expect(modelMonth("2027-01", "2027-01")).toBe(1);
  expect(modelMonth("2028-03", "2027-01")).toBe(15);
  expect(modelMonth("2026-12", "2027-01")).toBe(1);
});
