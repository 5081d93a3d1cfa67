import type { Checked } from "@/lib/draft/inputs";
import type { ModelDraft } from "@/lib/draft/model";
import type { UncertainDraft } from "@/lib/draft/uncertainty/uncertainty-request";
import { unchosenSettings } from "@/lib/draft/uncertainty/uncertainty-settings";
import { declaredCurrency } from "@/lib/model/currency";
import { ownRowsOf, rowTables } from "@/lib/model/rows/own-rows";
import type { FieldError } from "@/lib/outcome";
import { formatWhole } from "@/lib/value/format";
import { checkDraft } from "./draft";

/** Figures that are evaluated and not saved, in their currency. */
export interface Figures extends UncertainDraft, Pick<ModelDraft, "currency"> {
  /** Whether trials are asked for: any of the parts that say how figures spread, or how trials are drawn, is given. */
  asksForTrials: boolean;
}

/** What of figures asks for trials (uncertainty.md section 18). */
const trialParts = ["ranges", "evidence", "drivers", "trials", "seed"] as const;
const parts = ["inputs", ...rowTables, ...trialParts] as const;
const currencyParts = ["currency", "currencyRate", "currencyRateDate"] as const;

/** Trials come in replicates of so many. */
const oneReplicate = 1_000;

export interface FiguresRules {
  /** What carries them, as words begin: "An evaluation". */
  whole: string;
  mostTrials: number;
  hasCurrency: boolean;
}

/** What is wrong with a number of trials. */
export function trialsFault(trials: unknown, most: number): FieldError[] {
  const isGood =
    typeof trials === "number" && Number.isInteger(trials / oneReplicate) && trials >= oneReplicate && trials <= most;
  if (isGood) return [];
  const message = `Trials must be a multiple of ${formatWhole(oneReplicate)} up to ${formatWhole(most)}.`;
  return [{ key: "trials", message }];
}

/** Ranges and evidence by the keys of inputs as a draft has them, beside the inputs. */
function notesOf({ ranges = {}, evidence = {} }: Record<string, unknown>): Checked<Record<string, object>, "notes"> {
  const notes: Record<string, object> = Object.create(null);
  for (const [part, field, given] of [
    ["ranges", "range", ranges] as const,
    ["evidence", "evidence", evidence] as const,
  ]) {
    if (typeof given !== "object" || given === null || Array.isArray(given))
      return { ok: false, faults: [{ key: part, message: `The part ${part} must be given by the names of inputs.` }] };
    for (const [key, value] of Object.entries(given)) notes[key] = { ...notes[key], [field]: value };
  }
  return { ok: true, notes };
}

/** "notes.users.range.low" is "ranges.users.low" here. */
function inTheirWords(fault: FieldError, ranges: unknown): FieldError {
  const [part, key = "", field, ...rest] = fault.key.split(".");
  if (part !== "notes") return fault;
  const isOfRange = field === undefined ? Object.hasOwn(Object(ranges), key) : field === "range";
  const message = fault.message.replace("Remove its note.", `Remove its ${isOfRange ? "range" : "evidence"}.`);
  return { key: [isOfRange ? "ranges" : "evidence", key, ...rest].join("."), message };
}

/**
 * Checks figures that are to be evaluated and not saved as those of a stored model are checked, and names every fault at once. Dollars where
 * no currency is given; the day of a rate may be left out, for nothing is kept of it.
 */
export function checkFigures(
  given: Readonly<Record<string, unknown>>,
  { whole, mostTrials, hasCurrency }: FiguresRules,
): Checked<Figures, "figures"> {
  const allowed: readonly string[] = hasCurrency ? [...parts, ...currencyParts] : parts;
  const isAllowed = (key: string) => allowed.includes(key);
  const known = Object.fromEntries(Object.entries(given).filter(([key]) => isAllowed(key)));
  const {
    currency = declaredCurrency,
    currencyRate,
    ranges,
    evidence,
    trials = unchosenSettings.trials,
    ...rest
  } = known;
  const notes = notesOf(known);
  const faults: FieldError[] = Object.keys(given)
    .filter((key) => !isAllowed(key))
    .map((key) => ({ key, message: `${whole} has no part "${key.slice(0, 60)}". It has ${allowed.join(", ")}.` }));
  if (currency !== declaredCurrency && currencyRate === undefined)
    faults.push({ key: "currencyRate", message: "Say what one US dollar is in the currency of the figures." });
  const checked = checkDraft({
    name: whole,
    description: "",
    startMonth: "2000-01",
    inputs: {},
    customLines: [],
    currencyRateDate: currency === declaredCurrency ? null : new Date().toISOString().slice(0, 10),
    ...rest,
    notes: notes.ok ? notes.notes : {},
    currency,
    currencyRate: currencyRate ?? 1,
  });
  const wrong = [
    ...faults,
    ...(checked.ok ? [] : checked.faults.map((fault) => inTheirWords(fault, ranges))),
    ...(notes.ok ? [] : notes.faults),
    ...trialsFault(trials, mostTrials),
  ];
  if (!checked.ok || wrong.length > 0) return { ok: false, faults: wrong };
  const { draft } = checked;
  return {
    ok: true,
    figures: {
      inputs: draft.inputs,
      ...ownRowsOf(draft),
      notes: draft.notes,
      drivers: draft.drivers,
      trials: trials as number,
      seed: draft.seed,
      currency: draft.currency,
      currencyRate: draft.currencyRate,
      asksForTrials: trialParts.some((part) => given[part] !== undefined),
    },
  };
}
