import { completeInputs, isMoney, times } from "@/lib/model/currency";
import { type InputKey, input } from "@/lib/model/inputs";
import type { Evidence, OwnRange } from "@/lib/model/spread/own-range";
import type { CalendarDay } from "@/lib/value/calendar";
import type { Follows, ModelDraft } from "../model";
import type { FigureContent, StatedMoney } from "./organisation-figure";

/** A figure as a model may take it. */
export interface OfferedFigure {
  id: string;
  key: InputKey;
  revision: number;
  on: CalendarDay;
  content: FigureContent;
  /** What the model took, where that is an earlier revision. */
  taken?: FigureContent;
}

/** What a draft says of the figure that an input was taken from. */
type Following = Pick<ModelDraft, "inputs" | "notes" | "currencyRate">;

/** Two figures that differ by less are one: converting money leaves dust. */
const dust = 1e-9;

function isSameFigure(one: number | string | undefined, other: number | string | undefined): boolean {
  if (typeof one !== "number" || typeof other !== "number") return one === other;
  return Math.abs(one - other) <= dust * Math.max(Math.abs(one), Math.abs(other));
}

/** An amount in another currency: as it is where the currency is one, else by what a dollar is in each. */
export function convertStated(amount: number, from: StatedMoney, to: StatedMoney): number {
  return from.currency === to.currency ? amount : times(amount, to.currencyRate / from.currencyRate);
}

/** What is stated of an input, in the currency of a draft. */
export function figureFor(key: InputKey, content: FigureContent, draft: StatedMoney): FigureContent {
  const { currency, currencyRate, ...rest } = content;
  if (!isMoney(input[key]) || currency === undefined || currencyRate === undefined) return rest;
  return withAmounts(rest, (amount) => convertStated(amount, { currency, currencyRate }, draft));
}

/** A figure with its value and the ends of its range turned into others. */
export function withAmounts(content: FigureContent, turned: (amount: number) => number): FigureContent {
  const { value, low, high } = content;
  return {
    ...content,
    value: typeof value === "number" ? turned(value) : value,
    ...(low !== undefined && { low: turned(low) }),
    ...(high !== undefined && { high: turned(high) }),
  };
}

/** Whether a value is still the one that was taken from a figure: whatever else sets it ends the following. */
export function isTaken(follows: Follows | undefined, value: number | string): boolean {
  return follows !== undefined && isSameFigure(value, follows.value);
}

/** Whether an input of a draft follows the figure that it was taken from. */
export function isFollowing({ inputs, notes, currencyRate }: Following, key: InputKey): boolean {
  return isTaken(notes[key]?.follows, completeInputs(inputs, currencyRate)[key]);
}

/** Whether two statements of an input say something else of its value or its spread. */
export function saysOther(key: InputKey, one: FigureContent, other: FigureContent): boolean {
  // In one currency figures are compared as they stand, in two by what they come to in the first.
  const to = { currency: one.currency ?? "", currencyRate: one.currencyRate ?? 1 };
  const [before, after] = [figureFor(key, one, to), figureFor(key, other, to)];
  return (
    !isSameFigure(before.value, after.value) ||
    !isSameFigure(before.low, after.low) ||
    !isSameFigure(before.high, after.high) ||
    before.evidence !== after.evidence
  );
}

/** The figures that say something else than the revision which the draft follows. */
export function newerFigures(draft: Following, offered: readonly OfferedFigure[]): OfferedFigure[] {
  return offered.filter(({ id, key, revision, content, taken }) => {
    const follows = draft.notes[key]?.follows;
    // Once it is taken, the draft follows this very revision, whatever it followed when it was opened.
    const isOlder = follows?.figure === id && follows.revision !== revision;
    return isOlder && taken !== undefined && isFollowing(draft, key) && saysOther(key, taken, content);
  });
}

/** The spread and the texts that go with a value. */
interface Beside {
  range: OwnRange | undefined;
  evidence: Evidence | undefined;
  source: string | undefined;
  note: string | undefined;
}

/** What taking a figure sets. Range, evidence and source are of the value and go with it; a note of the model's own stays. */
export function takenFigure(draft: ModelDraft, { id, key, revision, on, content, taken }: OfferedFigure) {
  const { value, low, high, evidence, note, source } = figureFor(key, content, draft);
  const own = draft.notes[key]?.note;
  const beside: Beside = {
    range: low === undefined || high === undefined ? undefined : { kind: "range", low, high },
    evidence,
    source,
    note: own === undefined || own === taken?.note ? note : own,
  };
  return { value, beside, follows: { figure: id, revision, on, value } };
}
