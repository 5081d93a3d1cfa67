import { expect, it } from "vitest";
import { completeInputs } from "@/lib/model/currency";
import { defaultInputs, inputList } from "@/lib/model/inputs";
import { checkNotes } from "./notes";

const faults = (given: unknown) => {
  const checked = checkNotes(given, defaultInputs);
  return checked.ok ? [] : checked.faults;
};

it("takes a note and a source of up to 2,000 characters, and drops empty ones", () => {
  const long = "x".repeat(2_000);
  expect(checkNotes({ users: { note: long, source: "" }, pue: { note: "" }, egressTB: {} }, defaultInputs)).toEqual({
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

it("takes no number of a revision that the database could not look for", () => {
  const follows = {
    figure: "00000000-0000-4000-8000-000000000001",
    revision: 2_147_483_647,
    on: "2027-03-03",
    value: 1,
  };
  expect(faults({ users: { follows } })).toEqual([]);
  const wrong = { ...follows, revision: 2_147_483_648 };
  expect(faults({ users: { follows: wrong } })).toMatchObject([{ key: "notes.users.follows.revision" }]);
});

const inEuros = (given: unknown) => checkNotes(given, completeInputs({}, 0.5), 0.5, "EUR");

it("takes own ranges and evidence within the bounds of the input, in the model's currency", () => {
  const own = {
    // 23 dollars by default: 11.5 at half a euro a dollar.
    cloudStoragePerTBMonth: { range: { kind: "range", low: 10, high: 4_999 } },
    users: { range: { kind: "uniform", least: 20_000, greatest: 70_000 }, evidence: "measured", note: "Sales" },
    sites: { range: { kind: "choices", values: [1, 2], weights: [9, 1] } },
    pue: { evidence: "certain" },
  };
  expect(inEuros(own)).toEqual({ ok: true, notes: own });
});

it.each([
  // Declared between 0 and 10,000 USD: at half a euro a dollar between 0 and 5,000.
  [
    { cloudStoragePerTBMonth: { range: { kind: "range", low: 5, high: 5_001 } } },
    "notes.cloudStoragePerTBMonth.range",
    "The range of Object storage must lie between 0 EUR/TB/month and 5,000 EUR/TB/month; 5,001 EUR/TB/month does not.",
  ],
  [
    { users: { range: { kind: "range", low: 60_000, high: 70_000 } } },
    "notes.users.range",
    "The range of Users must hold the value in use, 50,000 users, between 60,000 users and 70,000 users; change the value or the range.",
  ],
  [
    { currentArchitecture: { range: { kind: "range", low: 1, high: 2 } } },
    "notes.currentArchitecture.range",
    "What runs today is always certain. Remove its range.",
  ],
  [
    { users: { range: { kind: "range", low: "5", high: 9 } } },
    "notes.users.range.low",
    'Users: Low must be a number; you typed "5".',
  ],
  [
    { users: { range: { kind: "range", low: 5, high: 90_000, likeliest: 7 } } },
    "notes.users.range",
    'Users: this kind of range has no field "likeliest".',
  ],
  [
    { users: { range: { low: 5, high: 90_000 } } },
    "notes.users.range.kind",
    "Users: A range must have a kind, one of range, uniform, triangular, choices, samples, and its figures.",
  ],
  [
    { users: { range: { kind: "samples", values: Array.from({ length: 2_001 }, () => 50_000) } } },
    "notes.users.range.values",
    "Users: A range may have 2,000 values. Leave some out.",
  ],
  [
    { users: { evidence: "guessed" } },
    "notes.users.evidence",
    'Users: Evidence must be one of certain, measured, estimated; you typed "guessed".',
  ],
])("%# of ranges and evidence is refused", (given, key, message) => {
  expect(inEuros(given)).toEqual({ ok: false, faults: [{ key, message }] });
});

it("refuses more than there is room for", () => {
  const text = "寸".repeat(2_000);
  const noted = (count: number) =>
    Object.fromEntries(inputList.slice(0, count).map(({ key }) => [key, { note: text, source: text }]));
  // An input's note and source of 2,000 characters of three bytes are 12 kB: 19 of them are 228 kB, 20 would be 240 kB and their names.
  expect(faults(noted(19))).toEqual([]);
  expect(faults(noted(20)).map(({ key }) => key)).toEqual(["notes"]);
});
