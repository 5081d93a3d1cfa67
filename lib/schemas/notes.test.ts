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

it("refuses more than there is room for", () => {
  const text = "寸".repeat(2_000);
  const noted = (count: number) =>
    Object.fromEntries(inputList.slice(0, count).map(({ key }) => [key, { note: text, source: text }]));
  // An input's note and source of 2,000 characters of three bytes are 12 kB: 19 of them are 228 kB, 20 would be 240 kB and their names.
  expect(faults(noted(19))).toEqual([]);
  expect(faults(noted(20)).map(({ key }) => key)).toEqual(["notes"]);
});
