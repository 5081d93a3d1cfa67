import type { FigureBook, FigureContent, LineContent, StatedMoney } from "@/lib/draft/figures/organisation-figure";
import { type Checked, checkField } from "@/lib/draft/inputs";
import type { CurrencyPart } from "@/lib/draft/model-parts";
import { tooLongNote } from "@/lib/draft/note-fault";
import { checkRanges } from "@/lib/draft/uncertainty/ranges";
import { completeInputs, declaredAt, declaredCurrency, isMoney, largestRate, smallestRate } from "@/lib/model/currency";
import { type InputKey, input, isInputKey } from "@/lib/model/inputs";
import { mostRows } from "@/lib/model/rows/fields";
import { type LineTable, lineTables } from "@/lib/model/rows/line-tables";
import { tableNames } from "@/lib/model/rows/table-names";
import { type FieldError, type Refusal, refused } from "@/lib/outcome";
import { isCurrency } from "@/lib/value/currencies";
import { day } from "./day";
import { evidenceSchema } from "./own-range";
import { checkRow } from "./rows/check-rows";
import { nameText, text } from "./text";
import { z } from "./zod";

const longText = (what: string) =>
  text(what).superRefine((given, context) => {
    const message = tooLongNote(what, given);
    if (message) context.addIssue({ code: "custom", message });
  });
const dayOf = (what: string) => day(`${what} must be a day, such as 2027-01-15.`);
const end = (what: string) => z.number(`${what} must be a number.`);

/** What of a figure a person states; the currency of its money is the organisation's. */
export const statedFigureSchema = z
  .strictObject({
    value: z.union([end("Value"), text("Value").max(100)], "Value is missing."),
    low: end("Low").optional(),
    high: end("High").optional(),
    evidence: evidenceSchema.optional(),
    note: longText("A note").optional(),
    source: longText("A source").optional(),
    owner: nameText("Owner", 200, { empty: null }).optional(),
    validFrom: dayOf("Valid from").optional(),
    reviewBy: dayOf("Review by").optional(),
  })
  .meta({
    id: "StatedFigure",
    description: "What an organisation states of an input. `low` and `high` are given both or not at all.",
  });
export type StatedFigure = z.infer<typeof statedFigureSchema>;

const rateMessage = `Rate to the dollar must be a number between ${smallestRate} and ${largestRate}.`;
const currencyCode = text("Currency").refine((code) => isCurrency(code), {
  error: "Currency must be a code of ISO 4217, such as USD.",
});
const rate = z.number({ error: rateMessage }).gte(smallestRate, rateMessage).lte(largestRate, rateMessage);

/** The currency in which an organisation states money. */
export const figureCurrencySchema = z
  .strictObject({ currency: currencyCode, currencyRate: rate, currencyRateDate: dayOf("Day of the rate").nullable() })
  .superRefine(({ currency, currencyRate, currencyRateDate }, context) => {
    const fault = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (currency === declaredCurrency && currencyRate !== 1)
      fault("currencyRate", "One US dollar is 1 US dollar: the rate must be 1.");
    if (currency !== declaredCurrency && currencyRateDate === null)
      fault("currencyRateDate", `Say of which day the rate of ${currency} to the dollar is.`);
  });

/** In dollars, where nothing else was chosen. */
export const noFigureCurrency: CurrencyPart = {
  currency: declaredCurrency,
  currencyRate: 1,
  currencyRateDate: null,
};

export const figureKeySchema = z.custom<InputKey>(
  (key) => typeof key === "string" && isInputKey(key),
  "The model has no input of this name. Reload the page.",
);
export const lineKeySchema = text("Id").regex(/^[\w-]{1,60}$/, "Id must be 1 to 60 letters, digits, - or _.");
/** What of a usual line a person or a program states; the fields of its row are checked by those of its table. */
export const statedLineSchema = z
  .strictObject({
    row: z
      .looseObject({}, "Row must be an object.")
      .meta({ description: "As that table of a model has it; its `id` is the line's." }),
    isBegunWith: z
      .boolean("isBegunWith must be true or false.")
      .meta({ description: "Whether new models begin with it." }),
  })
  .meta({ id: "StatedLine" });
export const lineTableSchema = z.enum(lineTables, "There is no such table of lines.");

/** As figures and lines are stored. */
export const storedFigureSchema = statedFigureSchema.extend({
  currency: currencyCode.optional(),
  currencyRate: rate.optional(),
});
export const storedLineSchema = z.strictObject({
  row: z.looseObject({ id: text("Id") }),
  isBegunWith: z.boolean(),
  currency: currencyCode,
  currencyRate: rate,
});

/** Which line it is. */
export type UsualLine = Pick<FigureBook["lines"][number], "table" | "key">;

const faultsOf = (error: z.ZodError): FieldError[] =>
  error.issues.map((issue) => ({
    key: issue.path.join(".") || "value",
    message:
      issue.code === "unrecognized_keys"
        ? `A figure has no field "${issue.keys.join('", "').slice(0, 60)}".`
        : issue.message,
  }));

/** The range of a figure beside its value, as beside a model's input. */
function rangeFaults(key: InputKey, stated: FigureContent, money: StatedMoney): FieldError[] {
  const { value, low, high } = stated;
  if (low === undefined && high === undefined) return [];
  if (low === undefined || high === undefined) {
    const [missing, given] = low === undefined ? ["low", "high"] : ["high", "low"];
    return [
      { key: missing, message: `A range needs a low and a high. Type the ${missing}, or leave the ${given} out.` },
    ];
  }
  const { currency, currencyRate } = money;
  const inputs = { ...completeInputs({}, currencyRate), [key]: value };
  return checkRanges({ [key]: { kind: "range", low, high } }, inputs, currencyRate, currency).map(({ message }) => ({
    key: "low",
    message,
  }));
}

/** Checks what is stated of an input, by its declaration, in the organisation's currency. Keys of faults are those of fields. */
export function checkStatedFigure(
  key: InputKey,
  given: unknown,
  { currency, currencyRate }: StatedMoney,
): Checked<FigureContent, "content"> {
  const parsed = statedFigureSchema.safeParse(given);
  if (!parsed.success) return { ok: false, faults: faultsOf(parsed.error) };
  const stated = withoutEmpty(parsed.data);
  const value = checkField(key, stated.value, currencyRate, currency).map(({ message }) => ({ key: "value", message }));
  const faults = value.length > 0 ? value : rangeFaults(key, stated, { currency, currencyRate });
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, content: { ...stated, ...(isMoney(input[key]) && { currency, currencyRate }) } };
}

function withoutEmpty(stated: StatedFigure): FigureContent {
  return Object.fromEntries(
    Object.entries(stated)
      .map(([name, value]) => [name, typeof value === "string" ? value.trim() : value])
      .filter(([, value]) => value !== "" && value !== undefined),
  ) as unknown as FigureContent;
}

/** Checks a usual line, as a row of a model is checked. */
export function checkUsualLine(
  table: LineTable,
  given: { row: unknown; isBegunWith: boolean },
  { currency, currencyRate }: StatedMoney,
): Checked<LineContent, "content"> {
  const checked = checkRow(table, given.row, { currency, declared: declaredAt(currencyRate) });
  if (!checked.ok) return checked;
  return { ok: true, content: { row: checked.row, isBegunWith: given.isBegunWith, currency, currencyRate } };
}

/** The refusal where a table has no room for a line beside the others. */
export function refuseFull(lines: readonly UsualLine[], table: LineTable, key: string): Refusal | null {
  const others = lines.filter((line) => line.table === table && line.key !== key).length;
  if (others < mostRows[table]) return null;
  return refused("form", `${tableNames[table]}: at most ${mostRows[table]} can be kept. Remove some first.`);
}
