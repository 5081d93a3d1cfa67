import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { savedModel } from "@/app/_components/document/saving/saved-model";
import type { OfferedFigure } from "@/lib/draft/figures/follow";
import { inputPlace } from "@/lib/draft/place";
import type { SaveOutcome } from "@/lib/draft/save-outcome";
import { blankDraft } from "@/test/figures/blank-draft";
import { storedModel } from "@/test/figures/stored-model";
import { takeChange } from "./take-change";

const figure = (key: OfferedFigure["key"], value: number): OfferedFigure => ({
  ...{ id: key, key, revision: 2, on: "2027-03-03", content: { value } },
});

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it("is a revision of its own in the history, which says what was taken; what is typed before and after is none", async () => {
  const notes: (string | undefined)[] = [];
  let revision = 1;
  const one = savedModel(storedModel(blankDraft, 1, "taken"), async (_id, { note }) => {
    notes.push(note);
    revision += 1;
    return { kind: "saved", revision, changedAt: "2027-01-01T12:00:00.000Z" } satisfies SaveOutcome<never>;
  });
  const type = (users: number) => one.change({ kind: "put", place: inputPlace("users"), value: users });
  const take = (...figures: OfferedFigure[]) => one.change(takeChange(one.now.state.draft, figures));
  const rest = () => vi.advanceTimersByTimeAsync(2_000);
  type(60_000);
  await rest();
  take(figure("users", 70_000));
  await rest();
  expect(one.now.state.draft.inputs.users).toBe(70_000);
  take(figure("users", 80_000), figure("horizonMonths", 48));
  await rest();
  type(90_000);
  await rest();
  expect(notes).toEqual([
    undefined,
    "Took the organisation’s figure for Users",
    "Took 2 of the organisation’s figures",
    undefined,
  ]);
});
