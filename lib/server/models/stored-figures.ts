import "server-only";
import { checkInputs } from "@/lib/draft/inputs";
import type { ModelDraft } from "@/lib/draft/model";
import { listedInputs, ownInputs } from "@/lib/draft/moved-draft";
import { chosenSettings, type UncertaintySettings } from "@/lib/draft/uncertainty/uncertainty-settings";
import { completeInputs, declaredCurrency } from "@/lib/model/currency";
import { declaredOf } from "@/lib/model/released/declared-of";
import { type OwnRows, ownRowsOf } from "@/lib/model/rows/own-rows";
import { modelVersion } from "@/lib/model/version";
import type { FieldError } from "@/lib/outcome";
import { rememberOnServer } from "@/lib/remember-on-server";
import { checkNotes } from "@/lib/schemas/notes";
import { checkRows } from "@/lib/schemas/rows/check-rows";
import { checkSettings } from "@/lib/schemas/uncertainty-settings";
import { headlineOf } from "@/lib/server/models/headline";
import { dayDate, dayText, monthDate } from "@/lib/server/models/start-month";
import { readStoredNotes } from "@/lib/server/models/stored-notes";
import { cleanName, shortName } from "@/lib/text/clean-name";
import type { Prisma } from "@/prisma/generated/client";

type Figures = Pick<
  ModelDraft,
  "currencyRate" | "currencyRateDate" | "inputs" | keyof OwnRows | "notes" | keyof UncertaintySettings
>;

/**
 * What is stored of a draft's figures: only what differs from the defaults, and the version and rate whose defaults these are.
 *
 * @param version the one that the model keeps to
 */
export function storedFigures(
  { currencyRate, currencyRateDate, inputs, notes, drivers, trials, seed, ...given }: Figures,
  version: number,
) {
  const { customLines, ...rows } = ownRowsOf(given);
  return {
    currencyRate,
    currencyRateDate: currencyRateDate === null ? null : dayDate(currencyRateDate),
    inputs: ownInputs(inputs, currencyRate, declaredOf(version, currencyRate)) as Prisma.InputJsonObject,
    customLines: customLines as unknown as Prisma.InputJsonArray,
    rows: withoutEmptyTables(rows) as unknown as Prisma.InputJsonObject,
    notes: notes as unknown as Prisma.InputJsonObject,
    uncertainty: chosenSettings({ drivers, trials, seed }) as Prisma.InputJsonObject,
    modelVersion: version,
  };
}

/** A table without rows is not stored. */
function withoutEmptyTables(rows: Omit<OwnRows, "customLines">): Partial<OwnRows> {
  return Object.fromEntries(Object.entries(rows).filter(([, table]) => table.length > 0));
}

/** What is stored of a draft as a whole, with the answer that its figures give. */
export function storedContent(draft: ModelDraft, version: number) {
  const { name, description, startMonth, fiscalYearStart, currency } = draft;
  return {
    ...{ name, description, fiscalYearStart, currency },
    startMonth: monthDate(startMonth),
    ...storedFigures(draft, version),
    headline: headlineOf(draft),
  };
}

/** What would keep these figures from being read again under an earlier version: a default of today may be out of its bounds. */
export function unreadable(draft: ModelDraft, version: number): FieldError[] {
  if (version === modelVersion) return [];
  const { currencyRate, currency } = draft;
  const declared = declaredOf(version, currencyRate);
  const checked = checkInputs(ownInputs(draft.inputs, currencyRate, declared), currencyRate, currency, declared);
  return checked.ok ? [] : checked.faults;
}

/** Labels from before names were cleaned: of invisible characters alone nothing is left, and letters may come apart into longer ones. */
function withLegibleLabels(lines: unknown): unknown {
  if (!Array.isArray(lines)) return lines;
  return lines.map((line) =>
    typeof line?.label === "string" ? { ...line, label: shortName(cleanName(line.label), 200) || "Own line" } : line,
  );
}

/** Rows as they are stored, in two columns; a table that there is not has its own fault. */
function storedRows({ customLines, rows }: Pick<StoredRow, "customLines" | "rows">): Record<string, unknown> {
  return { ...(rows as object), customLines: withLegibleLabels(customLines) };
}

/** The columns that hold a model's figures. */
export const figuresSelect = {
  id: true,
  currency: true,
  currencyRate: true,
  currencyRateDate: true,
  inputs: true,
  customLines: true,
  rows: true,
  notes: true,
  uncertainty: true,
  modelVersion: true,
} as const;

interface StoredRow {
  id: string;
  currencyRate: number;
  currencyRateDate: Date | null;
  inputs: unknown;
  customLines: unknown;
  rows: unknown;
  notes: unknown;
  uncertainty: unknown;
  modelVersion: number;
}

/**
 * The figures of a stored model, checked as if they had been typed under the version that they were stored under: nothing in the
 * database is evaluated on trust. A default of that version that is another one today is among the inputs, so that they say the same.
 *
 * @throws Error where they do not pass; only a fault of ours can bring that about
 */
export function readStoredFigures(row: StoredRow): Figures {
  const { currencyRateDate, currencyRate, inputs, customLines, rows, notes, uncertainty, modelVersion } = row;
  const basis = [currencyRateDate, currencyRate, inputs, customLines, rows, notes, uncertainty, modelVersion];
  // Others get the same object.
  return remember(basis, () => frozen(checkStoredFigures(row)));
}

function frozen<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null) for (const part of Object.values(Object.freeze(value))) frozen(part);
  return value;
}

/** A model is read far oftener than it is saved, and the same figures pass every time. */
const remember = rememberOnServer<Figures>(200);

function checkStoredFigures(row: StoredRow): Figures {
  const { currencyRate } = row;
  const declared = declaredOf(row.modelVersion, currencyRate);
  const inputs = checkInputs(row.inputs, currencyRate, undefined, declared);
  const rows = checkRows(storedRows(row), { currency: declaredCurrency, declared });
  const values = completeInputs(inputs.ok ? inputs.inputs : {}, currencyRate, declared);
  const notes = checkNotes(readStoredNotes(row.notes, values, declared), values, currencyRate, undefined, declared);
  const settings = checkSettings(row.uncertainty);
  if (inputs.ok && rows.ok && notes.ok && settings.ok) {
    const currencyRateDate = row.currencyRateDate === null ? null : dayText(row.currencyRateDate);
    // What was stored though it is the default stays: it was stored on purpose.
    const listed = listedInputs(inputs.inputs, currencyRate, declared);
    return {
      currencyRate,
      currencyRateDate,
      inputs: listed,
      ...rows.rows,
      notes: notes.notes,
      ...settings.settings,
    };
  }
  const keys = [inputs, rows, notes, settings].flatMap((checked) =>
    checked.ok ? [] : checked.faults.map(({ key }) => key),
  );
  throw new Error(`model ${row.id} holds figures that do not pass: ${keys.join(", ")}`);
}
