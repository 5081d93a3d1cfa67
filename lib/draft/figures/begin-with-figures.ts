import { convertRow } from "@/lib/model/rows/convert-rows";
import { orderRules } from "@/lib/model/rules";
import type { FieldError } from "@/lib/outcome";
import { changedInputs } from "../inputs";
import type { ModelDraft } from "../model";
import { convertStated, type OfferedFigure } from "./follow";
import { type LineTable, lineTables, type OrganisationLine } from "./organisation-figure";
import { withFiguresTaken } from "./take-figures";

/** What an organisation has for a model that begins. */
export interface Beginning {
  figures: readonly OfferedFigure[];
  lines: readonly OrganisationLine[];
}

/** A draft that begins with figures of its organisation, and those that could not stand in it. */
export interface Begun {
  draft: ModelDraft;
  leftOut: readonly FieldError[];
}

/**
 * Lays an organisation's figures over the beginning of a model: the template's figures give way to them, and they give way to what the
 * person typed. A figure that does not fit the rest, by the bounds of the model's currency or by a rule between inputs, is left out.
 *
 * @param typed the inputs that the person stated
 * @param check the faults of a whole draft, under the keys of inputs and notes
 */
export function beginWithFigures(
  draft: ModelDraft,
  { figures, lines }: Beginning,
  typed: ReadonlySet<string>,
  check: (draft: ModelDraft) => readonly FieldError[],
): Begun {
  const withLines = withUsualLines(draft, lines);
  let taken = figures.filter(({ key }) => !typed.has(key));
  const leftOut: FieldError[] = [];
  while (taken.length > 0) {
    const begun = withFiguresTaken(withLines, taken);
    const next = { ...begun, inputs: changedInputs(begun.inputs, begun.currencyRate) };
    const faults = check(next);
    if (faults.length === 0) return { draft: next, leftOut };
    const wrong = new Set(faults.flatMap(({ key }) => keysOf(key)));
    const left = taken.filter(({ key }) => !wrong.has(key));
    leftOut.push(...faults);
    // A fault that names none of them is of them together.
    taken = left.length < taken.length ? left : [];
  }
  return { draft: check(withLines).length === 0 ? withLines : draft, leftOut };
}

/** The inputs that a fault is about: of a rule between inputs, all that it names. */
function keysOf(fault: string): readonly string[] {
  const [key = ""] = fault.replace(/^notes\./, "").split(".");
  return [key, ...orderRules.filter(({ keys }) => keys.some((one) => one === key)).flatMap(({ keys }) => keys)];
}

/** The draft with the lines that new models begin with. */
function withUsualLines(draft: ModelDraft, lines: readonly OrganisationLine[]): ModelDraft {
  const begun = lines.filter(({ content }) => content.isBegunWith);
  const rowsOf = (table: LineTable) => [
    ...draft[table],
    ...begun.filter((line) => line.table === table).map((line) => usualRow(line, draft)),
  ];
  return { ...draft, ...Object.fromEntries(lineTables.map((table) => [table, rowsOf(table)])) };
}

/** The row of a usual line in the currency of a draft. It keeps its id, so that it is added once. */
export function usualRow({ table, content }: OrganisationLine, draft: Pick<ModelDraft, "currency" | "currencyRate">) {
  const { row, ...money } = content;
  const ratio = convertStated(1, money, draft);
  return convertRow(table, row, 1, ratio);
}

/** The usual lines that a model does not have yet. */
export function linesToAdd(draft: Pick<ModelDraft, LineTable>, lines: readonly OrganisationLine[]): OrganisationLine[] {
  return lines.filter(({ table, key }) => draft[table].every(({ id }) => id !== key));
}
