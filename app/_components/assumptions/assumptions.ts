import type { StartingValues } from "@/app/_components/document/starting-values";
import { triedRange } from "@/lib/analysis/sensitivity/input-range";
import { isTaken } from "@/lib/draft/figures/follow";
import type { ModelDraft } from "@/lib/draft/model";
import { isAlwaysCertain } from "@/lib/draft/uncertainty/ranges";
import type { InputKey, Inputs } from "@/lib/model/inputs";
import type { InputDeclaration } from "@/lib/model/inputs/declaration";
import type { Evidence } from "@/lib/model/spread/own-range";
import { describeInput } from "@/lib/value/describe-input";
import { followsWords } from "@/lib/value/follows-words";
import { toDigits } from "@/lib/value/format";
import { describeRange } from "@/lib/value/range-words";

/** An input that rests on something: it differs, is uncertain, or has something noted beside it. */
export interface Assumption {
  readonly key: InputKey;
  readonly declared: InputDeclaration;
  /** The title of its group. */
  readonly group: string;
  /** As it is stored; money in the model's currency. */
  readonly value: number | string;
  /** With its unit. */
  readonly words: string;
  /** What it would be reset to, with its unit, where it differs from that; else empty. */
  readonly startWords: string;
  readonly isOfTemplate: boolean;
  /** The range in words; empty where it is certain. */
  readonly range: string;
  /** Whose range it is; null where there is none. */
  readonly rangeKind: "own" | "usual" | null;
  /** One time in ten it lies below, and one time in ten above; null where it is certain. */
  readonly low: number | null;
  readonly high: number | null;
  readonly evidence: Evidence | "default";
  readonly note: string;
  readonly source: string;
  /** The organisation's figure that it follows, in words; else empty. */
  readonly follows: string;
  /** Nobody has changed it from what it began with, nor noted anything beside it. */
  readonly isUntouched: boolean;
}

/** What a model's assumptions are read from. */
interface Assumed extends Pick<ModelDraft, "notes" | "currency"> {
  /** Complete. */
  readonly inputs: Inputs;
}

/** The assumptions of a model, in the order of its inputs. @param open an input that is listed in any case, while it is edited */
export function assumptionsOf(draft: Assumed, starting: StartingValues, open: InputKey | null): Assumption[] {
  const { declared, ofTemplate, starts } = starting;
  return declared.groups.flatMap((group) =>
    group.inputs.flatMap((input): Assumption[] => {
      const key = input.key as InputKey;
      const noted = draft.notes[key];
      const value = draft.inputs[key];
      const isDifferent = value !== declared.defaults[key] || value !== starts[key];
      const range = rangeOf(input, value, draft);
      if (!isDifferent && range.rangeKind === null && noted === undefined && key !== open) return [];
      return [
        {
          key,
          declared: input,
          group: group.title,
          value,
          words: describeInput(input, value, draft.currency),
          startWords: value === starts[key] ? "" : describeInput(input, starts[key], draft.currency),
          isOfTemplate: Object.hasOwn(ofTemplate, key),
          ...range,
          evidence: noted?.evidence ?? "default",
          note: noted?.note ?? "",
          source: noted?.source ?? "",
          follows: noted?.follows && isTaken(noted.follows, value) ? followsWords(noted.follows) : "",
          isUntouched: noted === undefined && value === starts[key],
        },
      ];
    }),
  );
}

type Range = Pick<Assumption, "range" | "rangeKind" | "low" | "high">;
const certain: Range = { range: "", rangeKind: null, low: null, high: null };

function rangeOf(input: InputDeclaration, value: number | string, { notes, currency }: Assumed): Range {
  const key = input.key as InputKey;
  if (input.format === "choice" || typeof value === "string" || isAlwaysCertain(key)) return certain;
  const { range: own, evidence } = notes[key] ?? {};
  const tried = triedRange(input, value, { ...(own && { range: own }), ...(evidence && { evidence }) });
  if (tried === null) return certain;
  const [low, high] = [toDigits(tried.low, 3), toDigits(tried.high, 3)];
  return {
    range: describeRange(input, own ?? { kind: "range", low, high }, currency),
    rangeKind: own === undefined ? "usual" : "own",
    ...tried,
  };
}
