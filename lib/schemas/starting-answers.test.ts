import { describe, expect, it } from "vitest";
import { noAnswers } from "@/lib/draft/starting-answers";
import { checkStartingAnswers } from "./starting-answers";

const faultsOf = (given: unknown) => {
  const checked = checkStartingAnswers(given);
  return checked.ok ? [] : checked.faults.map(({ key }) => key);
};

describe("answers to the first questions", () => {
  it("may all be skipped", () => {
    expect(checkStartingAnswers(noAnswers)).toEqual({ ok: true, answers: noAnswers });
  });

  it("are taken as they were given", () => {
    const answers = {
      inputs: { currentArchitecture: "cloud", users: 10, targetAvailability: 0.99 },
      notes: { users: { evidence: "measured" as const } },
      register: [{ label: "Old rack", what: "server" as const, count: 2, ageMonths: 30 }],
      people: { operations: 1.5, support: 0 },
      bill: { amount: 12_000, month: "2026-10" },
    };
    expect(checkStartingAnswers(answers)).toEqual({ ok: true, answers });
  });

  it.each([
    [{ ...noAnswers, organisationId: "00000000-0000-4000-8000-000000000000" }, ["answers"]],
    [{ ...noAnswers, inputs: { cloudPerCoreHour: 1 } }, ["inputs"]],
    [{ ...noAnswers, notes: { cloudPerCoreHour: { note: "x" } } }, ["notes"]],
    [{ ...noAnswers, inputs: { users: -1, currentArchitecture: "mainframe" } }, ["currentArchitecture", "users"]],
    [{ ...noAnswers, people: { operations: -1 } }, ["people.operations"]],
    [{ ...noAnswers, people: { operations: 10_001 } }, ["people.operations"]],
    [{ ...noAnswers, people: { operations: "2" } }, ["people.operations"]],
    [{ ...noAnswers, people: { boss: 1 } }, ["people"]],
    [{ ...noAnswers, bill: { amount: 0, month: "2026-10" } }, ["bill.amount"]],
    [{ ...noAnswers, bill: { amount: 5, month: "October" } }, ["bill.month"]],
    [{ ...noAnswers, register: [{ label: "x", what: "server", count: 1.5 }] }, ["register.0.count"]],
    [{ ...noAnswers, register: {} }, ["register"]],
    [null, ["answers"]],
  ])("are refused by their key: %j", (given, keys) => {
    expect(faultsOf(given)).toEqual(keys);
  });
});
