import "server-only";
import { triedRange } from "@/lib/analysis/sensitivity/input-range";
import { isAlwaysCertain } from "@/lib/draft/uncertainty/ranges";
import type { DeclaredInputs } from "@/lib/model/currency";
import { type InputKey, type Inputs, isInputKey } from "@/lib/model/inputs";
import type { OwnRange } from "@/lib/model/spread/own-range";

interface Ends {
  low?: number;
  high?: number;
}

/**
 * Notes as they are stored, those of before there were kinds of ranges too: they have ends, of which one may be missing, and which need not
 * hold the value. A missing one is the usual end, and an end that the value lies past is the value.
 *
 * @param inputs the values of all inputs, in the currency of the notes
 */
export function readStoredNotes(stored: unknown, inputs: Inputs, { input }: DeclaredInputs): unknown {
  if (typeof stored !== "object" || stored === null) return stored;
  return Object.fromEntries(
    Object.entries(stored).map(([key, note]: [string, Ends]) => {
      if (note.low === undefined && note.high === undefined) return [key, note];
      const { low, high, ...rest } = note;
      const range = isInputKey(key) ? rangeOf(key, { low, high } as Ends, inputs, input) : undefined;
      return [key, { ...rest, ...(range && { range }) }];
    }),
  );
}

function rangeOf(key: InputKey, ends: Ends, inputs: Inputs, input: DeclaredInputs["input"]): OwnRange | undefined {
  const declared = input[key];
  if (declared.format === "choice" || isAlwaysCertain(key)) return undefined;
  const value = inputs[key] as number;
  const usual = triedRange(declared, value);
  const { low = usual?.low ?? value, high = usual?.high ?? value } = ends;
  return { kind: "range", low: Math.min(low, value), high: Math.max(high, value) };
}
