import { convertRow } from "@/lib/model/rows/convert-rows";
import { type LineTable, lineTables } from "@/lib/model/rows/line-tables";
import { orderRules } from "@/lib/model/rules";
import type { FieldError, Outcome } from "@/lib/outcome";
import { changedInputs } from "../inputs";
import type { ModelDraft } from "../model";
import { convertStated, type OfferedFigure } from "./follow";
import type { OrganisationLine } from "./organisation-figure";
import { withFiguresTaken } from "./take-figures";

/** What an organisation has for a model that begins. */
export interface Beginning {
  figures: readonly OfferedFigure[];
  lines: readonly OrganisationLine[];
}

/** A model that was made. */
export interface MadeModel {
  id: string;
  /** Why figures or usual lines of its organisation are not in it. */
  leftOut?: readonly FieldError[];
}

/** A draft that begins with figures of its organisation, and why some could not stand in it. */
export interface Begun {
  draft: ModelDraft;
  leftOut: readonly FieldError[];
}

/**
 * Lays an organisation's figures and usual lines over the beginning of a model: the template's figures give way to them, and they give way
 * to what the person typed. What does not fit the rest, by the bounds of the model's currency, by a rule between inputs or by how many
 * lines a model has, is left out, and nothing else is.
 *
 * @param typed the inputs that the person stated
 * @param check the faults of a whole draft, under the keys of inputs, notes and rows
 */
export function beginWithFigures(
  draft: ModelDraft,
  beginning: Beginning,
  typed: ReadonlySet<string>,
  check: (draft: ModelDraft) => Outcome,
): Begun {
  let figures = beginning.figures.filter(({ key }) => !typed.has(key));
  let lines = beginning.lines.filter(({ content }) => content.isBegunWith);
  const leftOut: FieldError[] = [];
  while (figures.length + lines.length > 0) {
    const begun = withFiguresTaken(withUsualLines(draft, lines), figures);
    const next = { ...begun, inputs: changedInputs(begun.inputs, begun.currencyRate) };
    const checked = check(next);
    if (checked.ok) return { draft: next, leftOut };
    const { faults } = checked;
    leftOut.push(...faults);
    const wrong = new Set(faults.flatMap(({ key }) => keysOf(key)));
    const wrongLines = faults.flatMap(({ key }) => linesOf(key, draft, lines));
    const left = figures.filter(({ key }) => !wrong.has(key));
    const leftLines = lines.filter((line) => !wrongLines.includes(line));
    const isNamed = left.length < figures.length || leftLines.length < lines.length;
    // A fault that names none of them is of them together.
    [figures, lines] = isNamed ? [left, leftLines] : lines.length > 0 ? [figures, []] : [[], []];
  }
  return { draft, leftOut };
}

/** The inputs that a fault is about: of a rule between inputs, all that it names. */
function keysOf(fault: string): readonly string[] {
  const [key = ""] = fault.replace(/^notes\./, "").split(".");
  return [key, ...orderRules.filter(({ keys }) => keys.some((one) => one === key)).flatMap(({ keys }) => keys)];
}

/** The usual lines that a fault is about: that at its place behind the draft's own, or all of the table that it names. */
function linesOf(fault: string, draft: ModelDraft, lines: readonly OrganisationLine[]): readonly OrganisationLine[] {
  const [name, place] = fault.split(".");
  const those = lines.filter(({ table }) => table === name);
  return place === undefined ? those : those.filter((line, at) => draft[line.table].length + at === Number(place));
}

/** The draft with usual lines behind its own. */
function withUsualLines(draft: ModelDraft, lines: readonly OrganisationLine[]): ModelDraft {
  const rowsOf = (table: LineTable) => [
    ...draft[table],
    ...lines.filter((line) => line.table === table).map((line) => usualRow(line, draft)),
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
