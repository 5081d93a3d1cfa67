import { type Checked, checkInputs } from "@/lib/draft/inputs";
import type { ModelDraft } from "@/lib/draft/model";
import { chosenStrengths } from "@/lib/draft/uncertainty/uncertainty-settings";
import {
  completeInputs,
  type DeclaredInputs,
  declaredAt,
  declaredCurrency,
  largestRate,
  smallestRate,
} from "@/lib/model/currency";
import { type Inputs, inputList } from "@/lib/model/inputs";
import type { RowTable } from "@/lib/model/rows/own-rows";
import type { FieldError } from "@/lib/outcome";
import { isCurrency } from "@/lib/value/currencies";
import { day } from "./day";
import { checkNotes } from "./notes";
import { checkRows } from "./rows/check-rows";
import { nameText, text } from "./text";
import { settingsShape, unknownDriverFault } from "./uncertainty-settings";
import { z } from "./zod";

const rateMessage = `Rate to the dollar must be a number between ${smallestRate} and ${largestRate}.`;

const fiscalMessage = "First month of the fiscal year must be a whole number from 1 (January) to 12 (December).";

/** What a model is called and how it is dated; shared by the forms and the actions. */
export const headSchema = z.strictObject({
  name: nameText("Name", 200),
  description: text("Description").max(10_000, "Description must have at most 10,000 characters."),
  startMonth: text("First month").regex(
    /^20\d\d-(0[1-9]|1[0-2])$/,
    "First month must be a month from 2000-01 to 2099-12, such as 2027-01.",
  ),
  // What was made before there were fiscal years carries none: its years are calendar years.
  fiscalYearStart: z
    .number({ error: fiscalMessage })
    .int(fiscalMessage)
    .gte(1, fiscalMessage)
    .lte(12, fiscalMessage)
    .default(1)
    .meta({ description: "First month of the fiscal year, 1 is January. It names years and moves no figure." }),
  currency: text("Currency").refine((code) => isCurrency(code), {
    error: "Currency must be a code of ISO 4217, such as USD.",
  }),
  // What was made before models had a rate and notes carries neither.
  currencyRate: z
    .number({ error: rateMessage })
    .gte(smallestRate, rateMessage)
    .lte(largestRate, rateMessage)
    .default(1),
  currencyRateDate: day("Day of the rate must be a day, such as 2027-01-15.").nullable().default(null),
  ...settingsShape,
  inputs: z.unknown(),
  customLines: z.unknown(),
  // What was made before there were these rows carries none.
  register: z.unknown().optional(),
  equipmentLines: z.unknown().optional(),
  staffLines: z.unknown().optional(),
  participantKinds: z.unknown().optional(),
  billLines: z.unknown().optional(),
  notes: z.unknown().optional(),
});

type Head = z.infer<typeof headSchema>;

/** Currency, rate and day belong together. */
function currencyFaults({ currency, currencyRate, currencyRateDate }: Head): FieldError[] {
  if (currency === declaredCurrency) {
    return currencyRate === 1
      ? []
      : [{ key: "currencyRate", message: "One US dollar is 1 US dollar: the rate must be 1." }];
  }
  return currencyRateDate === null
    ? [{ key: "currencyRateDate", message: `Say of which day the rate of ${currency} to the dollar is.` }]
    : [];
}

/**
 * Checks all that a save carries, and names every fault at once.
 *
 * @param declaredAtRate whose bounds count: today's, or those of the version that the model keeps to
 */
export function checkDraft(
  draft: unknown,
  declaredAtRate: (rate: number) => DeclaredInputs = declaredAt,
): Checked<ModelDraft, "draft"> {
  const head = headSchema.safeParse(draft);
  const fields = draft as ({ inputs?: unknown; notes?: unknown } & Partial<Record<RowTable, unknown>>) | null;
  const { currency, currencyRate: rate } = head.success ? head.data : { currency: declaredCurrency, currencyRate: 1 };
  const declared = declaredAtRate(rate);
  const inputs = checkInputs(fields?.inputs, rate, currency, declared);
  const rows = checkRows(fields ?? {}, { currency, declared });
  const notes = checkNotes(fields?.notes ?? {}, knownInputs(inputs, rate), rate, currency, declared);
  const headFaults = head.success ? currencyFaults(head.data) : head.error.issues.map(faultOf);
  if (head.success && headFaults.length === 0 && inputs.ok && rows.ok && notes.ok) {
    return {
      ok: true,
      draft: {
        ...head.data,
        drivers: chosenStrengths(head.data.drivers),
        inputs: inputs.inputs,
        ...rows.rows,
        notes: notes.notes,
      },
    };
  }
  return {
    ok: false,
    faults: [...headFaults, ...[inputs, rows, notes].flatMap((part) => (part.ok ? [] : part.faults))],
  };
}

/** The values of inputs that were checked: of a draft, what it leaves out has the default of today. Wrong ones are not known. */
function knownInputs(checked: Checked<Partial<Inputs>, "inputs">, rate: number): Inputs {
  if (checked.ok) return completeInputs(checked.inputs, rate);
  return completeInputs(Object.fromEntries(inputList.map(({ key }) => [key, Number.NaN])), rate);
}

function faultOf(issue: z.core.$ZodIssue): FieldError {
  const unknownDriver = unknownDriverFault(issue);
  if (unknownDriver) return unknownDriver;
  return {
    key: issue.path.join(".") || "model",
    message:
      issue.code === "unrecognized_keys"
        ? `A model has no field "${issue.keys.join('", "').slice(0, 60)}".`
        : issue.message,
  };
}
