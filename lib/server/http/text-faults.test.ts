import { expect, it } from "vitest";
import { textFaults } from "./text-faults";

const saidOf = (given: unknown) =>
  textFaults(given).map(({ key, message }) => [key, message.split(" holds a character")[0]]);

it("names the field of each text that cannot be saved as the schemas do", () => {
  const draft = {
    name: "a\0",
    startMonth: "\ud800",
    customLines: [{}, { label: "\0" }],
    register: [{ source: "\0" }],
    notes: { users: { source: "\0" } },
    "\0": 1,
  };
  expect(saidOf(["id", { revision: 1, draft }])).toEqual([
    ["name", "Name"],
    ["startMonth", "Start month"],
    ["customLines.1.label", "Own line 2: label"],
    ["register.0.source", "Register row 1: source"],
    ["notes.users.source", "Users: source"],
    ["form", "The name of a field in What you sent"],
  ]);
  expect(saidOf(["id", "\0"])).toEqual([["form", "What you sent"]]);
  expect(saidOf({ name: "fine", deep: [{ note: "\0" }] })).toEqual([["deep.0.note", "Deep, note"]]);
  expect(saidOf(["id", { name: "\u{1f600}" }])).toEqual([]);
});

it("lists no more than twenty", () => {
  expect(textFaults(Array(50).fill("\0"))).toHaveLength(20);
});
