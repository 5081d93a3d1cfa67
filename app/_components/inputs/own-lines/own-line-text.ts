import { type Architecture, architectures } from "@/lib/model/architectures";
import type { CustomLine, CustomLineKind } from "@/lib/model/custom-lines";
import { checkRow } from "@/lib/schemas/rows/check-rows";
import { rowsInDollars } from "@/lib/schemas/rows/row-schema";
import { formatNumber, formatPercentNumber } from "@/lib/value/format";
import { markHint, parseAmount, parseNumber } from "@/lib/value/parse-number";
import { toPlainFigure } from "@/lib/value/plain-figure";

/** An own line as its form holds it. */
export interface LineTexts {
  label: string;
  category: CustomLine["category"];
  architectures: Architecture[];
  kind: CustomLineKind;
  amount: string;
  /** Empty where the amount is certain on that side. */
  low: string;
  high: string;
  fromMonth: string;
  toMonth: string;
  /** Per cent a year. */
  escalation: string;
}

export type LineFaults = Partial<Record<keyof LineTexts, string>>;

export function textsOf(line: CustomLine | null): LineTexts {
  const text = (value: number | undefined) => (value === undefined ? "" : formatNumber(value));
  return {
    label: line?.label ?? "",
    category: line?.category ?? "software",
    architectures: [...(line?.architectures ?? architectures)],
    kind: line?.kind ?? "monthly",
    amount: text(line?.amount),
    low: text(line?.low),
    high: text(line?.high),
    fromMonth: text(line?.fromMonth),
    toMonth: text(line?.toMonth),
    escalation: line?.escalation === undefined ? "" : formatPercentNumber(line.escalation),
  };
}

/** Reads a form into a line, or says field by field what is wrong with it. */
export function readLine(texts: LineTexts): { ok: true; line: CustomLine } | { ok: false; faults: LineFaults } {
  // What is no number goes on as it was typed: the schema says what is wrong with it.
  const money = (text: string) => parseAmount(text) ?? text;
  const optional = (key: "low" | "high" | "fromMonth" | "toMonth") => {
    if (texts[key].trim() === "") return {};
    return { [key]: key.endsWith("Month") ? (parseNumber(texts[key]) ?? texts[key]) : money(texts[key]) };
  };
  const rise = toPlainFigure(texts.escalation).replace(/%$/, "");
  const escalation = parseNumber(rise, -2);
  const isRiseGood = rise.trim() === "" || (escalation !== null && escalation > -1);
  const given = {
    label: texts.label,
    category: texts.category,
    architectures: texts.architectures,
    kind: texts.kind,
    amount: money(texts.amount),
    ...optional("low"),
    ...optional("high"),
    ...optional("fromMonth"),
    ...(texts.kind === "once" ? {} : optional("toMonth")),
    ...(rise.trim() !== "" && isRiseGood && { escalation }),
  };
  const checked = checkRow("customLines", given, rowsInDollars);
  const faults: LineFaults = {};
  for (const { key, message } of checked.ok ? [] : checked.faults)
    faults[key.split(".")[0] as keyof LineTexts] ??= message;
  for (const key of ["amount", "low", "high", "fromMonth", "toMonth"] as const) {
    const isMonth = key.endsWith("Month");
    const [fault, hint] = [faults[key], markHint(texts[key], isMonth ? 1234 : 1234.5)];
    const read = isMonth ? parseNumber : parseAmount;
    if (fault === undefined || read(texts[key]) !== null) continue;
    faults[key] = fault.replace(/(?=; you typed )/, () => hint);
  }
  if (!isRiseGood) {
    const hint = escalation === null ? markHint(rise) : "";
    faults.escalation = `Yearly increase must be a percentage above −100${hint}; you typed ${rise.trim()}.`;
  }
  return checked.ok && isRiseGood ? { ok: true, line: checked.row } : { ok: false, faults };
}
