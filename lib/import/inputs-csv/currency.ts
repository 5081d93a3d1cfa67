import { changedInputs } from "@/lib/draft/inputs";
import type { ModelDraft } from "@/lib/draft/model";
import { convertInputs, convertRanges, declaredAt, isMoney } from "@/lib/model/currency";
import { isInputKey } from "@/lib/model/inputs";
import { convertRows } from "@/lib/model/rows/convert-rows";
import { ownRowsOf } from "@/lib/model/rows/own-rows";
import { readFileDay } from "../file-date";
import { couldBeThousands, type DecimalMark, readFileFigure } from "../file-number";
import { hasLostItsPoint, lostPoint } from "../lost-point";
import type { Reader } from "./reader";
import type { Row } from "./rows";

/** The rate of the file's currency, where all defaults of money are a thousand times smaller than it would make them. */
export function checkRate(reader: Reader, base: ModelDraft, draft: ModelDraft) {
  const { rate, rateRow } = reader;
  if (rate === undefined || rateRow === undefined) return;
  const lost = [...reader.inputs].find(([key, row]) => {
    const declared = declaredAt(base.currencyRate).input[key];
    const written = readFileFigure(row.cells.default ?? "", { decimals: [".", ","] })?.value;
    return (
      isMoney(declared) && written !== undefined && written !== 0 && Math.abs(declared.default / written - 1000) < 1e-6
    );
  });
  if (lost !== undefined || hasLostItsPoint(rate, draft.currencyRate, 3)) {
    reader.fault(
      rateRow,
      "value",
      `the rate is ${rate}, where the file's defaults are of ${rate / 1000}. ${lostPoint}`,
    );
  }
}

/** The draft that the file is read on top of: in the file's currency, where it names one. */
export function inCurrencyOf(reader: Reader, draft: ModelDraft): ModelDraft {
  const currency = reader.head.get("currency")?.trim();
  if (currency === undefined) return draft;
  const rate = reader.rate ?? 1;
  const rateDate = reader.date("currencyRateDate", readFileDay) ?? null;
  // What is wrong with a rate is said when the whole draft is checked; figures are not converted by one.
  const to = rate > 0 ? rate : draft.currencyRate;
  const from = draft.currencyRate;
  return {
    ...draft,
    currency,
    currencyRate: rate,
    currencyRateDate: rateDate,
    inputs: changedInputs(convertInputs(draft.inputs, from, to), to),
    ...convertRows(ownRowsOf(draft), from, to),
    notes: convertRanges(draft.notes, from, to),
  };
}

/**
 * Whether this mark stands before decimals in this file, so that "12.345" is twelve and a bit: a default that is written so is the declared
 * one, and none is written with the mark between its thousands.
 */
export function hasDecimalsAfter(mark: DecimalMark, rows: readonly Row[], draft: ModelDraft): boolean {
  const rateCell = rows.find(({ cells }) => cells.key?.trim() === "model.currencyRate")?.cells.value ?? "";
  const { defaults } = declaredAt(readFileFigure(rateCell, { decimals: [".", ","] })?.value || draft.currencyRate);
  const written = rows.flatMap(({ cells }) => {
    const key = cells.key?.trim() ?? "";
    const cell = cells.default?.trim() ?? "";
    return isInputKey(key) && cell.includes(mark) && couldBeThousands(cell) ? [{ cell, declared: defaults[key] }] : [];
  });
  const isWhole = ({ cell, declared }: (typeof written)[number]) => Number(cell.replace(mark, "")) === declared;
  return written.some(({ cell, declared }) => Number(cell.replace(mark, ".")) === declared) && !written.some(isWhole);
}

/** What the file is of, beside its figures: the currency that it names, else that of the draft. */
export function currencyOf(rows: readonly Row[], draft: ModelDraft): string {
  return rows.find(({ cells }) => cells.key?.trim() === "model.currency")?.cells.value?.trim() || draft.currency;
}
