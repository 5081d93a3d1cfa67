import type { InputKey, Inputs } from "@/lib/model/inputs";
import type { NumberInput } from "@/lib/model/inputs/declaration";
import { readFileFigure } from "./file-number";

/** What a spreadsheet does that takes the point of 0.923 for a mark of thousands, and how it is kept from it. */
export const lostPoint =
  "A spreadsheet took the decimal point for a mark of thousands, so figures of this file are a thousand times too large, or more. Download the file again, and open it with English as the language of its numbers.";

/** Whether a figure is another one whose decimal point was taken for a mark of thousands and left out: 923 for 0.923. */
export function hasLostItsPoint(figure: number | undefined, stated: number, fewestDecimals = 1): boolean {
  const [whole = "", decimals = ""] = String(stated).split(".");
  return decimals.length >= fewestDecimals && /^\d+$/.test(decimals) && Number(whole + decimals) === figure;
}

/** What is wrong with a figure that is another one now, where it has lost its point; undefined where it has not. */
export function lostPresent(label: string, figure: unknown, present: unknown): string | undefined {
  return typeof figure === "number" && typeof present === "number" && hasLostItsPoint(figure, present, 3)
    ? `${label} is ${present} now, and the file has ${figure}. ${lostPoint}`
    : undefined;
}

function decimalsOf(figure: number): number {
  return String(figure).split(".")[1]?.length ?? 0;
}

/**
 * Whether a default that kept its decimals shows that the figure beside it did. Some spreadsheets leave out a point before three digits only,
 * as in 12.345, others any.
 *
 * @param keptDecimals how many decimals the default has in the file, where it is one of ours; else 0
 */
function keptItsPoint(figure: number, keptDecimals: number): boolean {
  return keptDecimals === 3 || (keptDecimals > 0 && decimalsOf(figure) !== 3);
}

interface ReadValue {
  /** In the currency of the file. */
  declared: NumberInput;
  value: number;
  /** What the model has now. */
  present: unknown;
  /** The cells as they stand in the file. */
  written: { value: string; default: string };
  /** The defaults that the file may have been written with. */
  defaults: readonly Readonly<Inputs>[];
  /** Whether a spreadsheet that writes otherwise than we do has saved it. */
  isForeign: boolean;
}

/**
 * What shows that a figure has lost its decimal point: the file's own default beside it, or the present figure, which has just these
 * digits; or, where a spreadsheet has saved the file, that it is far above what is usual and a thousandth of it would be usual.
 */
export function lostPointFault(read: ReadValue): { column: "default" | "value"; message: string } | undefined {
  const { declared, value, present, written, defaults, isForeign } = read;
  const { label, low, high } = declared;
  const stated = defaults.map((each) => each[declared.key as InputKey]);
  const figure = readFileFigure(written.default, { decimals: [".", ","] })?.value;
  const lost = stated.find((each) => typeof each === "number" && figure !== each && hasLostItsPoint(figure, each));
  if (lost !== undefined && !stated.includes(figure as number)) {
    return {
      column: "default",
      message: `the default of ${label} is ${lost}, and the file has “${written.default}”. ${lostPoint}`,
    };
  }
  const kept = typeof figure === "number" && stated.includes(figure) ? decimalsOf(figure) : 0;
  const message = lostPresent(label, value, present);
  if (message !== undefined && !keptItsPoint(present as number, kept)) return { column: "value", message };
  const isWhole = /^\d+$/.test(written.value) && !/^\d+$/.test(written.default);
  // A count that is large by its nature has no decimals to lose.
  const mayHaveDecimals = !declared.integer && declared.default < 1_000;
  if (!isForeign || !mayHaveDecimals || !isWhole || low === undefined || high === undefined) return undefined;
  return value > high && value / 1000 >= low && value / 1000 <= high
    ? {
        column: "value",
        message: `${label} is usually from ${low} to ${high}, and the file has ${value}: a spreadsheet may have taken the point of ${value / 1000} for a mark of thousands. Type it as ${value / 1000}, or as ${value}.0 if that is meant.`,
      }
    : undefined;
}
