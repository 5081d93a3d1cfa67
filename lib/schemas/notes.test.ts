import { expect, it } from "vitest";
import { inputList } from "@/lib/model/inputs";
import { checkNotes } from "./notes";

const faults = (given: unknown) => {
  const checked = checkNotes(given);
  return checked.ok ? [] : checked.faults;
};

it("takes a note and a source of up to 2,000 characters, and drops empty ones", () => {
  const long = "x".repeat(2_000);
  expect(checkNotes({ users: { note: long, source: "" }, pue: { note: "" }, egressTB: {} })).toEqual({
    ok: true,
    notes: { users: { note: long } },
  });
});

it.each([
  [
    { users: { note: "x".repeat(2_001) } },
    "notes.users.note",
    "Users: A note may have 2,000 characters; this has 2,001. Shorten it.",
  ],
  [{ users: { source: 7 } }, "notes.users.source", "Users: A source must be text."],
  [{ users: { colour: "red" } }, "notes.users", 'Users: a note has no field "colour".'],
  [{ nobody: { note: "?" } }, "notes.nobody", 'The model has no input "nobody". Remove its note.'],
  [[], "notes", "Notes must be given by the names of inputs."],
  ["a note", "notes", "Notes must be given by the names of inputs."],
])("%# is refused", (given, key, message) => {
  expect(faults(given)).toEqual([{ key, message }]);
});

it("takes own ends of a range within the bounds of the input, in the model's currency", () => {
  const own = { cloudStoragePerTBMonth: { low: 10, high: 4_999 }, users: { high: 70_000, note: "Sales" } };
  expect(checkNotes(own, 0.5, "EUR")).toEqual({ ok: true, notes: own });
  expect(checkNotes({ users: { low: 5, high: 5 } })).toMatchObject({ ok: true });
});

it.each([
  // Declared between 0 and 10,000 USD: at half a euro a dollar between 0 and 5,000.
  [
    { cloudStoragePerTBMonth: { high: 5_001 } },
    "notes.cloudStoragePerTBMonth.high",
    "High of Object storage must be between 0 and 5,000 EUR/TB/month; you typed 5001.",
  ],
  [
    { discountRate: { low: 0.6 } },
    "notes.discountRate.low",
    "Low of Discount rate (nominal) must be between 0 and 50 % a year; you typed 60 %.",
  ],
  [
    { discountRate: { low: 0.1, high: 0.05 } },
    "notes.discountRate.high",
    "High of Discount rate (nominal) (5 % a year) must not be below its low (10 % a year). Change one of them.",
  ],
  [
    { currentArchitecture: { low: 1 } },
    "notes.currentArchitecture.low",
    "“What runs today” is no figure and has no range. Remove it.",
  ],
  [{ users: { low: "5" } }, "notes.users.low", 'Users: Low must be a number; you typed "5".'],
])("the range %j is refused", (given, key, message) => {
  const checked = checkNotes(given, 0.5, "EUR");
  expect(checked).toEqual({ ok: false, faults: [{ key, message }] });
});

it("refuses more than there is room for", () => {
  const text = "寸".repeat(2_000);
  const noted = (count: number) =>
    Object.fromEntries(inputList.slice(0, count).map(({ key }) => [key, { note: text, source: text }]));
  // An input's note and source of 2,000 characters of three bytes are 12 kB: 19 of them are 228 kB, 20 would be 240 kB and their names.
  expect(faults(noted(19))).toEqual([]);
  expect(faults(noted(20)).map(({ key }) => key)).toEqual(["notes"]);
});
