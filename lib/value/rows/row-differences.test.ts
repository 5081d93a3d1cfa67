import { expect, it } from "vitest";
import type { StaffLine } from "@/lib/model/rows/own-rows";
import { rowDifferences } from "./row-differences";

const admin: StaffLine = { id: "a", role: "Admin", architectures: ["onPremises", "cloud"], fte: 2, pay: 60_000 };

it("names each field in which two rows differ, with both figures", () => {
  const words = (after: StaffLine) => rowDifferences("staffLines", admin, after, "EUR");
  expect(words({ ...admin, id: "b" })).toEqual([]);
  expect(words({ ...admin, whole: false })).toEqual([]);
  expect(words({ ...admin, fte: 3, role: "Admins", architectures: ["cloud"] })).toEqual([
    "role “Admin” → “Admins”",
    "architectures Own servers, Cloud → Cloud",
    "people 2 FTE → 3 FTE",
  ]);
  expect(words({ ...admin, whole: true, toMonth: 9, ranges: { pay: { low: 50_000, high: 80_000 } } })).toEqual([
    "whole people only no → yes",
    "range of pay none → 50,000 to 80,000",
    "last month the horizon → 9 months",
  ]);
});
