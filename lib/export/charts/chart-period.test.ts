import { expect, it } from "vitest";
import { isShort, tickOf } from "./chart-period";

const setUp = { name: "Set-up", notes: [] };
const aligned = { name: "Year 1", notes: ["FY 2026/27"] };
const across = { name: "Year 1", notes: ["FY 2026/27", "and 2027/28"] };
const calendar = { name: "Year 2", notes: ["FY 2027", "and 2028"] };

it("calls fiscal years in full where they fit, and by their numbers where they would run into each other", () => {
  // Ten letters of 7.25 px each take 72.5 px, eleven 79.75.
  expect(isShort([setUp, aligned], 73)).toBe(false);
  expect(isShort([setUp, aligned], 72)).toBe(true);
  expect(isShort([setUp, across], 79)).toBe(true);
  expect(isShort([setUp], 1)).toBe(false);
  expect(tickOf(aligned, false)).toEqual(["Year 1", "FY 2026/27"]);
  expect(tickOf(aligned, true)).toEqual(["Year 1", "26/27"]);
  expect(tickOf(across, true)).toEqual(["Year 1", "26/27", "27/28"]);
  expect(tickOf(calendar, true)).toEqual(["Year 2", "2027", "2028"]);
  expect(tickOf(setUp, true)).toBe("Set-up");
});
