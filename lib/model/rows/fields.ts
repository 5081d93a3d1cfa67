import { architectureNames, architectures, type Category, categories, categoryNames } from "../architectures";
import { type CustomLine, customLineKindNames, customLineKinds, mostCustomLines } from "../custom-lines";
import { input } from "../inputs";
import type { NumberFormat, NumberInput } from "../inputs/declaration";
import {
  basisNames,
  billPlaceNames,
  billPlaces,
  equipmentCategories,
  perBases,
  registerKindNames,
  registerKinds,
  staffBases,
} from "./choices";
import {
  type BillLine,
  type EquipmentLine,
  kindInputs,
  type ParticipantKind,
  type RegisterRow,
  type RowTable,
  type StaffLine,
} from "./own-rows";

/** Holds where another field of the row has one of these. */
interface Condition {
  readonly of: string;
  readonly is: readonly string[];
}

interface Field {
  readonly label: string;
  readonly isRequired?: boolean;
  /** What holds where it is left out, as words end: "1", "the model's". */
  readonly otherwise?: string;
  /** Beside the field of a form, in place of the unit and of what holds otherwise. */
  readonly hint?: string;
  /** Elsewhere the row has no such field. */
  readonly only?: Condition;
  /** Where this holds, a form asks for it with what must be stated, under this name. */
  readonly asked?: Condition & { readonly label: string };
}

/** A number of a row: how it is typed, in what unit, and within what bounds (infrastructure.md section 24). */
export interface RowNumber extends Field {
  readonly format: Exclude<NumberFormat, "yesNo">;
  readonly unit: string;
  /** Left out where it may be any number. */
  readonly min?: number;
  /** It lies above `min` and is not `min`. */
  readonly isAboveMin?: boolean;
  readonly max?: number;
  /** Only whole numbers. */
  readonly integer?: boolean;
  /** It may have a low and a high. */
  readonly hasEnds?: boolean;
  /** It is an age in the first month of the model, which may be typed as the month of purchase. */
  readonly isAge?: boolean;
}

export interface RowText extends Field {
  readonly format: "text";
  readonly max: number;
  /** A month of the calendar, "2026-03". */
  readonly isMonth?: true;
}

export interface RowChoice extends Field {
  readonly format: "choice" | "choices";
  /** Left out where the form has names of its own. */
  readonly names?: Readonly<Record<string, string>>;
  readonly choices: readonly string[];
  /** What a form for a new row has chosen; the first where it is left out. */
  readonly atFirst?: string;
}

export interface RowSwitch extends Field {
  readonly format: "yesNo";
}

export type RowField = RowNumber | RowText | RowChoice | RowSwitch;

/** Whether a condition holds for a row, as its figures or the texts of its form are. */
export function holds(condition: Condition | undefined, row: object): boolean {
  if (condition === undefined) return false;
  return condition.is.includes(String((row as Readonly<Record<string, unknown>>)[condition.of]));
}

/** Whether a row has the field. */
export function hasField({ only }: RowField, row: object): boolean {
  return only === undefined || holds(only, row);
}

/** Fields by their key, in the order of the table; `id` and `ranges` are no fields. */
type FieldsOf<R> = Readonly<Record<Exclude<keyof R, "id" | "ranges">, RowField>>;

const label = (words: string): RowText => ({ format: "text", label: words, max: 200, isRequired: true });
const beside: Record<"source" | "note", RowText> = {
  source: { format: "text", label: "Source", max: 500 },
  note: { format: "text", label: "Note", max: 2000 },
};
const inArchitectures: RowChoice = {
  format: "choices",
  label: "Architectures",
  choices: architectures,
  names: architectureNames,
  isRequired: true,
};
const month = (words: string, otherwise: string): RowNumber => ({
  format: "count",
  label: words,
  unit: "month",
  min: 1,
  integer: true,
  otherwise,
});
const age = (words: string): RowNumber => ({
  format: "count",
  label: words,
  unit: "month",
  min: 0,
  integer: true,
  otherwise: "the age of what stands",
  hint: "months, or 2024-03; empty: the age of what stands",
  isAge: true,
});

const lineCategories = categories.filter(
  (category: Category) => category !== "transition" && category !== "contingency",
);
const repeating = customLineKinds.filter((kind) => kind !== "once");
/** How far the ends of a range are meant to lie, as a form says it. */
export const endHints = { low: "lower 1 time in 10; may be empty", high: "higher 1 time in 10; may be empty" } as const;
const lineMonth = (words: string, otherwise: string): RowNumber => ({
  format: "count",
  label: words,
  unit: "month",
  integer: true,
  otherwise,
});

export const customLineFields: FieldsOf<CustomLine> = {
  label: label("Label"),
  category: {
    format: "choice",
    label: "Category",
    choices: lineCategories,
    names: categoryNames,
    atFirst: "software",
    isRequired: true,
  },
  architectures: inArchitectures,
  kind: {
    format: "choice",
    label: "How often",
    choices: customLineKinds,
    names: customLineKindNames,
    atFirst: "monthly",
    isRequired: true,
  },
  amount: { format: "money", label: "Amount", unit: "money", isRequired: true },
  low: { format: "money", label: "Low", unit: "money", otherwise: "the amount", hint: endHints.low },
  high: { format: "money", label: "High", unit: "money", otherwise: "the amount", hint: endHints.high },
  fromMonth: {
    ...lineMonth("First month", "1"),
    hint: "0 is set-up; empty: 1",
    asked: { of: "kind", is: ["once"], label: "Month in which it falls" },
  },
  toMonth: { ...lineMonth("Last month", "the horizon"), only: { of: "kind", is: repeating } },
  escalation: {
    format: "yearlyChange",
    label: "Yearly increase",
    unit: "per year",
    min: -1,
    isAboveMin: true,
    otherwise: "0",
  },
  everyMonths: {
    format: "count",
    label: "Months between",
    unit: "month",
    min: 1,
    max: 120,
    integer: true,
    hint: "12: every year",
    only: { of: "kind", is: ["every"] },
    asked: { of: "kind", is: ["every"], label: "Months between" },
  },
  ...beside,
};

export const registerFields: FieldsOf<RegisterRow> = {
  label: label("Name"),
  what: { format: "choice", label: "Kind", choices: registerKinds, names: registerKindNames, isRequired: true },
  // Whole where it counts servers or storage servers; a facility may be part of one.
  count: { format: "number", label: "Count", unit: "", min: 0, isRequired: true },
  equivalents: {
    format: "number",
    label: "Standard units each",
    unit: "unit",
    min: 0,
    isAboveMin: true,
    otherwise: "1",
  },
  ageMonths: age("Age"),
  pricePaid: { format: "money", label: "Price paid each", unit: "money", min: 0, otherwise: "the model's price" },
  watts: {
    format: "number",
    label: "Power each",
    unit: "W",
    min: 0,
    otherwise: "the model's power",
    only: { of: "what", is: ["server", "storageServer"] },
  },
  ...beside,
};

export const equipmentFields: FieldsOf<EquipmentLine> = {
  label: label("Name"),
  category: {
    format: "choice",
    label: "Category",
    choices: equipmentCategories,
    names: categoryNames,
    isRequired: true,
  },
  architectures: inArchitectures,
  pieces: { format: "number", label: "Pieces", unit: "piece", min: 0, isRequired: true, hasEnds: true },
  per: { format: "choice", label: "For each", choices: perBases, names: basisNames, otherwise: "fixed" },
  price: { format: "money", label: "Price each", unit: "money", min: 0, isRequired: true, hasEnds: true },
  priceChange: {
    format: "yearlyChange",
    label: "Change of the price",
    unit: "per year",
    min: -1,
    isAboveMin: true,
    otherwise: "that of hardware",
  },
  lifeMonths: { format: "count", label: "Life", unit: "month", min: 1, integer: true, isRequired: true },
  fromMonth: month("First month", "1"),
  standingPieces: { format: "number", label: "Pieces that stand", unit: "piece", min: 0, otherwise: "0" },
  standingAgeMonths: age("Age of what stands"),
  watts: { format: "number", label: "Power each", unit: "W", min: 0, otherwise: "0" },
  upkeepRate: { format: "percent", label: "Upkeep", unit: "share of the price a year", min: 0, otherwise: "0" },
  warrantyMonths: { format: "count", label: "Warranty", unit: "month", min: 0, integer: true, otherwise: "0" },
  ...beside,
};

export const staffFields: FieldsOf<StaffLine> = {
  role: label("Role"),
  architectures: inArchitectures,
  fte: { format: "number", label: "People", unit: "FTE", min: 0, isRequired: true, hasEnds: true },
  per: { format: "choice", label: "For each", choices: staffBases, names: basisNames, otherwise: "fixed" },
  whole: { format: "yesNo", label: "Whole people only", otherwise: "no" },
  pay: { format: "money", label: "Pay", unit: "money a year", min: 0, isRequired: true, hasEnds: true },
  fromMonth: month("First month", "1"),
  toMonth: month("Last month", "the horizon"),
  hiringCost: { format: "money", label: "Hiring one", unit: "money", min: 0, otherwise: "0" },
  leavesPerYear: { format: "percent", label: "Who leave", unit: "share a year", min: 0, otherwise: "0" },
  ...beside,
};

function ofInput(key: (typeof kindInputs)[number]): RowNumber {
  const { format, label, unit, min, max, integer } = input[key] as NumberInput;
  return { format: format as RowNumber["format"], label, unit, min, max, integer, otherwise: "the input's" };
}

export const kindFields: FieldsOf<ParticipantKind> = {
  label: label("Name"),
  share: { format: "percent", label: "Share of participants", unit: "share", min: 0, max: 1, isRequired: true },
  ...(Object.fromEntries(kindInputs.map((key) => [key, ofInput(key)])) as Record<
    (typeof kindInputs)[number],
    RowNumber
  >),
  ...beside,
};

export const billFields: FieldsOf<BillLine> = {
  label: label("Service"),
  amount: { format: "money", label: "Amount", unit: "money", isRequired: true },
  place: {
    format: "choice",
    label: "Counts as",
    choices: billPlaces,
    names: billPlaceNames,
    otherwise: "as its name says",
  },
  month: { format: "text", label: "Month", max: 7, isMonth: true, otherwise: "the first month of the model" },
  ...beside,
};

/** How many rows a model may have in each table. */
export const mostRows = {
  customLines: mostCustomLines,
  register: 500,
  equipmentLines: 50,
  staffLines: 50,
  participantKinds: 8,
  billLines: 500,
} as const satisfies Record<RowTable, number>;

export const fieldsOfTable = {
  customLines: customLineFields,
  register: registerFields,
  equipmentLines: equipmentFields,
  staffLines: staffFields,
  participantKinds: kindFields,
  billLines: billFields,
} as const satisfies Record<RowTable, Readonly<Record<string, RowField>>>;
