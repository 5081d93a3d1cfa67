import type { Parts } from "@/lib/draft/document-parts";
import { changedInputs, checkInputs } from "@/lib/draft/inputs";
import type { CostModelFull, ModelDraft, Notes } from "@/lib/draft/model";
import { type CurrencyPart, modelParts } from "@/lib/draft/model-parts";
import { relabelledNotes } from "@/lib/draft/relabelled-notes";
import { sharesFaults } from "@/lib/draft/row-rules";
import { checkRanges } from "@/lib/draft/uncertainty/ranges";
import { rangesOf } from "@/lib/draft/uncertainty/uncertainty-request";
import { completeInputs, declaredAt } from "@/lib/model/currency";
import type { Inputs } from "@/lib/model/inputs";
import { declaredBy } from "@/lib/model/released/as-released";
import type { ReleasedInput } from "@/lib/model/released/released-input";
import { withRowIds } from "@/lib/model/rows/row-ids";
import type { FieldError } from "@/lib/outcome";
import type { DocumentChange, DocumentKind, DocumentState } from "./document-state";
import { settleInputs } from "./settle-inputs";

/** A model while it is edited. */
export interface OpenModel extends ModelDraft {
  /**
   * Of all changes of the rate to the dollar since the page was loaded, the part over which typed money kept its figures: the product of
   * new over old rates. Money typed in scenarios, which is not here, follows when this is saved: a save carries what came since the one
   * before it.
   */
  kept: number;
  /** What the history is to say of the save that first carries it; the newest has the greatest number. */
  saying?: { readonly note: string; readonly at: number };
}

/** A draft as the server takes it: what was kept is told beside it. */
export type SentDraft = ModelDraft & { kept?: never; saying?: never };

let saidLast = 0;

/** What a save says of itself: what was said since what stands. Something undone says nothing. */
export function noteOf(mine: OpenModel, base: OpenModel): string | undefined {
  return (mine.saying?.at ?? 0) > (base.saying?.at ?? 0) ? mine.saying?.note : undefined;
}

export type ModelState = DocumentState<OpenModel>;
export type ModelChange = DocumentChange<OpenModel>;

export function draftOf(model: CostModelFull | ModelDraft): ModelDraft {
  const { name, description, startMonth, fiscalYearStart, currency, currencyRate, currencyRateDate } = model;
  const { inputs, notes, drivers, trials, seed } = model;
  const head = { name, description, startMonth, fiscalYearStart, currency, currencyRate, currencyRateDate };
  return {
    ...head,
    inputs,
    ...withRowIds(model),
    notes,
    drivers,
    trials,
    seed,
  };
}

/** @param kept of the newest that was saved from here: how scenarios follow another's change of the currency was theirs to say */
export function openModel(model: CostModelFull | ModelDraft, kept = 1): OpenModel {
  return { ...draftOf(model), kept };
}

/** Every input of a draft: its own figures, and the defaults in its currency. */
export function inputsOf({ inputs, currencyRate }: ModelDraft): Inputs {
  return completeInputs(inputs, currencyRate);
}

/** A model in another currency, or at another rate, whose figures keep their numbers. */
export function relabelled(model: OpenModel, part: CurrencyPart): OpenModel {
  const { inputs, kept, currencyRate } = model;
  const rate = part.currencyRate;
  const notes = relabelledNotes(model, part);
  return { ...model, ...part, inputs: changedInputs(inputs, rate), notes, kept: kept * (rate / currencyRate) };
}

/** What was kept goes with the currency over which it was. */
const parts: Parts<OpenModel> = {
  ...modelParts,
  inCurrencyOf: (model, other) => {
    const turned = modelParts.inCurrencyOf(model, other);
    return turned.kept === other.kept ? turned : { ...turned, kept: other.kept };
  },
};

/** The faults of a set of inputs, and of the ranges that are stated beside them, each under the key of an input. */
export type CheckInputs = (inputs: Partial<Inputs>, rate: number, notes?: Notes) => FieldError[];

/** @param released whose bounds count, where the model keeps to an earlier version */
export function checkBy(released?: readonly ReleasedInput[]): CheckInputs {
  return (inputs, rate, notes = {}) => {
    const declared = declaredBy(released, rate);
    const checked = checkInputs(inputs, rate, undefined, declared);
    if (!checked.ok) return checked.faults;
    return checkRanges(rangesOf(notes), completeInputs(inputs, rate), rate, undefined, declared);
  };
}

/**
 * A model: an input that it does not list has its default, and figures that break a rule together are not used. Kinds of participants whose
 * shares do not sum to all of them are kept as they were until they do.
 */
export function modelKind(check: CheckInputs): DocumentKind<OpenModel> {
  return {
    parts,
    withNote: (draft, note) => {
      saidLast += 1;
      return { ...draft, saying: { note, at: saidLast } };
    },
    isUnset: ({ currencyRate }, key, value) => value === declaredAt(currencyRate).defaults[key],
    settle: (typed, last) => {
      const { good, faults } = settleInputs(typed.inputs, last.inputs, (inputs) =>
        check(inputs, typed.currencyRate, typed.notes),
      );
      const together = sharesFaults(typed.participantKinds);
      const isGood = good === typed.inputs && together.length === 0;
      const participantKinds = together.length === 0 ? typed.participantKinds : last.participantKinds;
      return { draft: isGood ? typed : { ...typed, inputs: good, participantKinds }, faults: [...faults, ...together] };
    },
  };
}
