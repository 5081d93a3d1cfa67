import { numberMessage, shown } from "@/lib/draft/inputs";
import { type DeclaredInputs, declaredAt, declaredCurrency } from "@/lib/model/currency";
import { isInputKey } from "@/lib/model/inputs";
import type { NumberInput } from "@/lib/model/inputs/declaration";
import { fieldsOfTable, type RowField, type RowNumber } from "@/lib/model/rows/fields";
import { kindInputs, type RowTable, rowTables } from "@/lib/model/rows/own-rows";
import { nameText, text } from "../text";
import { z } from "../zod";

// The schemas of rows are made of their fields (lib/model/rows/fields.ts), which say all that they check.

/** In which money rows are, and whose bounds figures of kinds of participants have. */
export interface RowContext {
  readonly currency: string;
  readonly declared: DeclaredInputs;
  /** First month of the model, "2027-01": an age may be typed as the month of purchase. Left out where rows are of no model. */
  readonly startMonth?: string;
}

type RowSchema = z.ZodObject<Record<string, z.ZodType>>;
export type RowSchemas = Readonly<Record<RowTable, RowSchema>>;

/** Rows in dollars, whose kinds have the bounds of today. */
export const rowsInDollars: RowContext = { currency: declaredCurrency, declared: declaredAt(1) };

function numberSchema(field: RowNumber, currency: string) {
  const error = ({ input }: { input?: unknown }) => numberMessage(field, input, currency);
  const { min, max } = field;
  let schema = z.number({ error });
  if (min !== undefined) schema = field.isAboveMin ? schema.gt(min, { error }) : schema.gte(min, { error });
  if (max !== undefined) schema = schema.lte(max, { error });
  return field.integer ? schema.int({ error }) : schema;
}

/** Low and high of a figure, in the figure's own bounds. */
function endsSchema(field: RowNumber, currency: string) {
  const end = (which: string) => numberSchema({ ...field, label: `${which} of ${field.label}` }, currency);
  return z.strictObject(
    { low: end("Low"), high: end("High") },
    { error: `The range of ${field.label} must have a low and a high.` },
  );
}

function choiceSchema(label: string, choices: readonly string[]) {
  return z.enum(choices as [string, ...string[]], {
    error: ({ input }) => `${label} must be one of ${choices.join(", ")}; ${shown(input)}.`,
  });
}

const calendarMonth = /^20\d\d-(0[1-9]|1[0-2])$/;

function fieldSchema(field: RowField, currency: string): z.ZodType {
  switch (field.format) {
    case "text":
      if (field.isMonth)
        return text(field.label).regex(calendarMonth, `${field.label} must be a month such as 2026-03.`);
      return field.isRequired
        ? nameText(field.label, field.max)
        : text(field.label).max(field.max, `${field.label} must have at most ${field.max} characters. Shorten it.`);
    case "choice":
      return choiceSchema(field.label, field.choices);
    case "choices":
      return z
        .array(choiceSchema(field.label, field.choices), { error: `${field.label} must be a list.` })
        .min(1, `${field.label} must name at least one.`)
        .refine((list) => new Set(list).size === list.length, { error: `${field.label} must name each one once.` });
    case "yesNo":
      return z.boolean({ error: ({ input }) => `${field.label} must be true or false; ${shown(input)}.` });
    default:
      return numberSchema(field, currency);
  }
}

/** A figure of a kind of participants has the bounds of its input, money in its currency. */
function boundedBy(declared: DeclaredInputs, key: string, field: RowField): RowField {
  if (!kindInputs.some((one) => one === key) || !isInputKey(key)) return field;
  const { min, max } = declared.input[key] as NumberInput;
  return { ...field, min, max } as RowNumber;
}

function rowSchema(table: RowTable, { currency, declared }: RowContext): RowSchema {
  const fields: [string, RowField][] = Object.entries(fieldsOfTable[table]);
  const shape = fields.map(([key, given]) => {
    const field = boundedBy(declared, key, given);
    const schema = fieldSchema(field, currency);
    return [key, field.isRequired ? schema : schema.optional()] as const;
  });
  const ranged = fields.flatMap(([key, field]) =>
    "hasEnds" in field && field.hasEnds ? [[key, endsSchema(field, currency).optional()] as const] : [],
  );
  return z.strictObject({
    id: text("Id")
      .regex(/^[\w-]{1,60}$/, "Id must be 1 to 60 letters, digits, - or _.")
      .optional(),
    ...Object.fromEntries(shape),
    ...(ranged.length > 0 && {
      ranges: z
        .strictObject(Object.fromEntries(ranged), { error: "Ranges must be given by the names of fields." })
        .optional()
        .meta({ description: "One time in ten the figure is lower than `low`, one time in ten higher than `high`." }),
    }),
  });
}

const made = new WeakMap<DeclaredInputs["input"], Map<string, RowSchemas>>();

/** The schema of a row of each table. They say nothing of rows beside each other: checkRows does. */
export function rowSchemas(context: RowContext = rowsInDollars): RowSchemas {
  const { currency, declared } = context;
  const byCurrency = made.get(declared.input) ?? new Map<string, RowSchemas>();
  made.set(declared.input, byCurrency);
  const known = byCurrency.get(currency);
  if (known) return known;
  const schemas = Object.fromEntries(
    rowTables.map((table) => [table, rowSchema(table, context)]),
  ) as unknown as RowSchemas;
  byCurrency.set(currency, schemas);
  return schemas;
}

/** A row of each table, money in dollars: for the document of the API, and for the tests that look at every text. */
export const registerRowSchema = rowSchemas().register.meta({ id: "RegisterRow" });
export const equipmentLineSchema = rowSchemas().equipmentLines.meta({ id: "EquipmentLine" });
export const staffLineSchema = rowSchemas().staffLines.meta({ id: "StaffLine" });
export const participantKindSchema = rowSchemas().participantKinds.meta({ id: "ParticipantKind" });
export const billLineSchema = rowSchemas().billLines.meta({ id: "BillLine" });
export const customLineSchema = rowSchemas().customLines.meta({ id: "CustomLine" });
