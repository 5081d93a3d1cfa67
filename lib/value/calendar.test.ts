import { afterEach, describe, expect, it } from "vitest";
import {
  endOfLocalDay,
  formatDay,
  formatMoment,
  formatMomentInUtc,
  formatMonth,
  formatShortMonth,
  localDay,
} from "./calendar";

const zone = process.env.TZ;
afterEach(() => {
  // An empty TZ is UTC to Node, and no TZ the machine's own.
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const spaced = (text: string) => text.replaceAll("\u00a0", " ");

// Distances from UTC are those of the tz database in January: Kiritimati +14, Los Angeles -8, Newfoundland -3:30, Kolkata +5:30.
const zones = ["Pacific/Kiritimati", "America/Los_Angeles", "America/St_Johns", "UTC"];

describe("a day of the calendar", () => {
  it.each(zones)("is the same in %s", (name) => {
    process.env.TZ = name;
    expect(formatDay("2027-01-15")).toBe("15 January 2027");
    expect(formatDay("2028-02-29")).toBe("29 February 2028");
  });

  it.each(zones)("ends in %s where it began", (name) => {
    process.env.TZ = name;
    expect(localDay(endOfLocalDay("2027-01-15"))).toBe("2027-01-15");
    expect(localDay(new Date(endOfLocalDay("2027-01-15").getTime() + 1))).toBe("2027-01-16");
  });

  it("ends when midnight comes in the reader's zone", () => {
    process.env.TZ = "Pacific/Kiritimati";
    expect(endOfLocalDay("2027-01-15").toISOString()).toBe("2027-01-15T09:59:59.999Z");
    process.env.TZ = "America/Los_Angeles";
    expect(endOfLocalDay("2027-01-15").toISOString()).toBe("2027-01-16T07:59:59.999Z");
  });
});

describe("a moment", () => {
  it.each([
    ["Pacific/Kiritimati", "16 January 2027, 13:30 UTC+14"],
    ["America/Los_Angeles", "15 January 2027, 15:30 UTC−8"],
    ["America/St_Johns", "15 January 2027, 20:00 UTC−3:30"],
    ["Asia/Kolkata", "16 January 2027, 05:00 UTC+5:30"],
    ["UTC", "15 January 2027, 23:30 UTC"],
  ])("says its zone in %s", (name, words) => {
    process.env.TZ = name;
    expect(spaced(formatMoment(new Date("2027-01-15T23:30:00Z")))).toBe(words);
    expect(spaced(formatMomentInUtc("2027-01-15T23:30:00.000Z"))).toBe("15 January 2027, 23:30 UTC");
  });
});

it("writes months the same way in every engine", () => {
  expect(["2027-01", "2026-12-01", "2027-09"].map(formatMonth)).toEqual([
    "January 2027",
    "December 2026",
    "September 2027",
  ]);
  expect(["2027-05-01", "2027-06", "2027-09-01"].map(formatShortMonth)).toEqual(["May 2027", "Jun 2027", "Sept 2027"]);
});
