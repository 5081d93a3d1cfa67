import type { Constant, InputTerm, Node, Quantity, Term } from "@/lib/formula/node";
import { type Look, print, type Style } from "@/lib/formula/print";
import { equal, isPlainNumber, parseUnit } from "@/lib/formula/unit";
import { declaredAt } from "@/lib/model/currency";
import { evaluateNamed, figureOf } from "@/lib/model/evaluate";
import { type InputKey, type Inputs, input, isInputKey } from "@/lib/model/inputs";
import type { Basis } from "@/lib/model/inputs/basis";
import type { OwnRows } from "@/lib/model/rows/own-rows";
import { formatNumber, nothing, toDigits } from "@/lib/value/format";
import { withDeclaredUnit } from "@/lib/value/unit-label";

/** A formula in three ways: by labels, by keys, and with this model's values in it. */
export interface FormulaText {
  readonly words: string;
  readonly symbols: string;
  readonly values: string;
}

export interface ExplainedQuantity {
  readonly kind: "quantity";
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  /** The month that is explained; null where the value does not change over time. */
  readonly month: number | null;
  /** Null where it has no meaning, as a ratio of nothing. */
  readonly value: number | null;
  readonly source: string;
  readonly note?: string;
  readonly formula: FormulaText;
  /** What the formula refers to, in the order in which it stands there, each once for each month looked at. */
  readonly references: readonly Explained[];
}

export interface ExplainedInput {
  readonly kind: "input";
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  readonly value: number | string;
  /** Undefined for a figure of an own line. */
  readonly default?: number | string;
  readonly isChanged: boolean;
  /** What the default rests on; undefined for a figure of an own line. */
  readonly basis?: Basis;
}

export interface ExplainedConstant {
  readonly kind: "constant";
  readonly label: string;
  readonly unit: string;
  readonly value: number;
}

export type Explained = ExplainedQuantity | ExplainedInput | ExplainedConstant;

/** Explains any quantity in any month. */
export interface Explainer {
  /** The keys of all quantities that can be explained. */
  readonly keys: readonly string[];
  /**
   * @param month 0 (set-up) to the horizon
   * @returns undefined where no quantity has the key, or the model has no such month
   */
  readonly explain: (key: string, month: number) => ExplainedQuantity | undefined;
}

const moneyPerMonth = parseUnit("money/month");
/** Six digits tell what a figure is; the exact one stands beside. */
const rounded = (value: number) => (Number.isFinite(value) ? formatNumber(toDigits(value, 6)) : nothing);
const withUnit = (value: number, unit: string) => {
  const figure = rounded(value);
  const text = isPlainNumber(unit) ? figure : withDeclaredUnit(figure, unit.replace(/^1\//, "per "));
  // A minus after another sign would be misread.
  return value < 0 ? `(${text})` : text;
};

/** The terms of a formula in their order, with the way in which it looks at their months. */
function termsOf(
  node: Node,
  looks: readonly NonNullable<Look>[] = [],
): { term: Term; looks: readonly NonNullable<Look>[] }[] {
  if (node.kind === "number") return [];
  if (node.kind === "term") return [{ term: node.term, looks }];
  const { looksAt } = node.primitive;
  return node.args.flatMap((arg) => termsOf(arg, looksAt ? [...looks, looksAt] : looks));
}

/** The month that a term is read at, from the month that its formula is read at. */
function monthSeen(month: number, looks: readonly NonNullable<Look>[], horizon: number): number {
  return looks.reduce((at, look) => {
    if (look === "month before") return at - 1;
    if (look === "month 1") return 1;
    return look === "last month" ? horizon : at;
  }, month);
}

/** The month in a formula without values: "t", or what it is under the last look. */
function monthSymbol(looks: readonly NonNullable<Look>[]): string {
  const look = looks.at(-1);
  if (look === "month 1") return "1";
  if (look === "last month") return "T";
  return look === "month before" ? "(t − 1)" : "t";
}

/** Inputs of whose key a quantity makes a series: the input is its value today. */
const series = new Set(["users", "storedTB", "egressTB", "coreHours"]);

const words: Style = { number: formatNumber, term: (term) => term.label, month: monthSymbol, hasValues: false };
const symbols: Style = {
  number: formatNumber,
  term: (term) => {
    if (term.kind === "constant") return withUnit(term.value, term.unit);
    return term.kind === "given" && series.has(term.key) ? `${term.key}(today)` : term.key;
  },
  month: monthSymbol,
  hasValues: false,
};

/** A formula by its labels and by its keys, for those who have no model at hand. */
export function formulaTexts(node: Node): Pick<FormulaText, "words" | "symbols"> {
  return { words: print(node, words), symbols: print(node, symbols) };
}

/**
 * @param inputs of a model that has a result
 * @param rate what one US dollar is in the currency of the figures
 * @param beside what is explained as well, such as the criteria of a decision
 */
export function explainer(inputs: Inputs, rows: OwnRows, rate: number, beside: readonly Quantity[] = []): Explainer {
  const { defaults } = declaredAt(rate);
  const { model, evaluation } = evaluateNamed(inputs, rows, beside);
  const quantities = new Map([...model.program.quantities.keys()].map((quantity) => [quantity.key, quantity]));
  const figure = figureOf(inputs, rows);
  const explained = new Map<string, ExplainedQuantity>();

  const isFixed = (quantity: Quantity) => evaluation.values(quantity).length === 1;
  const valueIn = (quantity: Quantity, month: number): number => {
    const values = evaluation.values(quantity);
    if (values.length > 1) return month < 0 ? 0 : (values[Math.min(month, evaluation.months)] as number) + 0;
    return (values[0] as number) + 0;
  };

  /** What falls at set-up falls once: it is no amount a month. */
  const unitIn = (quantity: Quantity, month: number) =>
    equal(parseUnit(quantity.unit), moneyPerMonth) &&
    month <= 0 &&
    (!isFixed(quantity) || valueIn(quantity, month) === 0)
      ? "money"
      : quantity.unit;

  const explainGiven = (term: InputTerm): ExplainedInput => {
    const { key, label, unit } = term;
    if (!isInputKey(key)) {
      return { kind: "input", key, label, unit, value: figure(term) as number, isChanged: true };
    }
    const value = inputs[key];
    const preset = defaults[key];
    return {
      kind: "input",
      key,
      label,
      unit,
      value,
      default: preset,
      isChanged: value !== preset,
      basis: input[key as InputKey].basis,
    };
  };
  const explainConstant = ({ label, unit, value }: Constant): ExplainedConstant => ({
    kind: "constant",
    label,
    unit,
    value,
  });

  /** A term's value where a formula that is read at the month looks for it. */
  const shownValue = (term: Term, looks: readonly NonNullable<Look>[], month: number): string => {
    if (term.kind === "constant") return withUnit(term.value, term.unit);
    if (term.kind === "given") {
      const value = isInputKey(term.key) ? inputs[term.key] : (figure(term) as number);
      return typeof value === "number" ? withUnit(value, term.unit) : value;
    }
    if (looks.includes("all months") && !isFixed(term)) {
      const [first, second, last = ""] = [0, 1, evaluation.months].map((t) => rounded(valueIn(term, t)));
      return `(${first}; ${second}; …; ${isPlainNumber(term.unit) ? last : withDeclaredUnit(last, term.unit)})`;
    }
    const seen = monthSeen(month, looks, evaluation.months);
    return withUnit(valueIn(term, seen), unitIn(term, seen));
  };

  const explainQuantity = (quantity: Quantity, asked: number): ExplainedQuantity => {
    const month = isFixed(quantity) ? null : asked;
    const id = `${quantity.key} ${asked}`;
    const known = explained.get(id);
    if (known) return known;
    const value = valueIn(quantity, asked);
    const style: Style = {
      number: formatNumber,
      term: (term, looks) => shownValue(term, looks, asked),
      month: (looks) => (looks.includes("all months") ? "t" : String(monthSeen(asked, looks, evaluation.months))),
      hasValues: true,
    };
    const references = new Map<string, Explained>();
    for (const { term, looks } of termsOf(quantity.is)) {
      if (term.kind === "quantity") {
        const seen = Math.max(0, monthSeen(asked, looks, evaluation.months));
        references.set(`${term.key} ${seen}`, explainQuantity(term, seen));
      } else if (term.kind === "given") references.set(term.key, explainGiven(term));
      else references.set(`constant ${term.label}`, explainConstant(term));
    }
    const isBeforeService = month === 0 && quantity.during === "running";
    const result: ExplainedQuantity = {
      kind: "quantity",
      key: quantity.key,
      label: quantity.label,
      unit: unitIn(quantity, asked),
      month,
      value: Number.isFinite(value) ? value : null,
      source: quantity.source ?? "",
      ...(quantity.note === undefined ? {} : { note: quantity.note }),
      formula: {
        ...formulaTexts(quantity.is),
        values: isBeforeService ? "0: the service runs from month 1 on" : print(quantity.is, style),
      },
      references: [...references.values()],
    };
    explained.set(id, result);
    return result;
  };

  return {
    keys: [...quantities.keys()],
    explain: (key, month) => {
      const quantity = quantities.get(key);
      const hasMonth = Number.isInteger(month) && month >= 0 && month <= evaluation.months;
      return quantity && hasMonth ? explainQuantity(quantity, month) : undefined;
    },
  };
}
