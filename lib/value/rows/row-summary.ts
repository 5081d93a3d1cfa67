import { type Architecture, architectureNames, architectures, categoryNames } from "@/lib/model/architectures";
import type { CustomLine } from "@/lib/model/custom-lines";
import { basisNames, billPlaceNames, registerKindNames, type StaffBasis } from "@/lib/model/rows/choices";
import { fieldsOfTable, type RowNumber } from "@/lib/model/rows/fields";
import {
  type BillLine,
  type Ends,
  type EquipmentLine,
  kindInputs,
  type OwnRows,
  type ParticipantKind,
  type RegisterRow,
  type RowTable,
  type StaffLine,
} from "@/lib/model/rows/own-rows";
import { placeOfService } from "@/lib/model/rows/service-names";
import { formatMonth } from "../calendar";
import { counted } from "../counted";
import { describeNumber } from "../describe-input";
import { formatExact, formatMoney, formatNumber, formatPercentNumber } from "../format";
import { lineParts } from "./custom-line-words";

type Row<T extends RowTable> = OwnRows[T][number];

/** "every architecture", or their names. */
export function whoseWords(some: readonly Architecture[]): string {
  return some.length === architectures.length
    ? "every architecture"
    : some.map((name) => architectureNames[name]).join(", ");
}

function perWords(per: StaffBasis = "fixed"): string {
  return per === "fixed" ? "" : ` for each ${basisNames[per].replace(/^an? /, "")}`;
}

function when({ fromMonth = 1, toMonth }: { readonly fromMonth?: number; readonly toMonth?: number }): string {
  const from = fromMonth > 1 ? `from month ${fromMonth}` : "";
  return [from, toMonth === undefined ? "" : `to month ${toMonth}`].filter(Boolean).join(" ");
}

/** " (1 to 3)": how far a figure is known; nothing where no range is stated. */
function endsWords(ends: Ends | undefined, write: (end: number) => string): string {
  return ends === undefined ? "" : ` (${write(ends.low)} to ${write(ends.high)})`;
}

function registerParts({ what, count, equivalents, ageMonths, pricePaid, watts }: RegisterRow, currency: string) {
  return [
    `${formatNumber(count)} × ${registerKindNames[what].toLowerCase()}`,
    equivalents === undefined ? "" : `each does the work of ${formatNumber(equivalents)}`,
    ageMonths === undefined ? "" : `${counted(ageMonths, "month")} old`,
    pricePaid === undefined ? "" : `${formatMoney(pricePaid, currency)} paid each`,
    watts === undefined ? "" : `${formatNumber(watts)} W each`,
  ];
}

function equipmentParts(line: EquipmentLine, currency: string): string[] {
  const { pieces, per, price, lifeMonths, standingPieces = 0, category, architectures: some, ranges } = line;
  return [
    `${counted(pieces, "piece", "pieces", formatNumber(pieces))}${perWords(per)}${endsWords(ranges?.pieces, formatNumber)}`,
    `${formatMoney(price, currency)} each${endsWords(ranges?.price, (end) => formatMoney(end, currency))}`,
    `replaced after ${counted(lifeMonths, "month")}`,
    standingPieces === 0 ? "" : `${formatNumber(standingPieces)} ${standingPieces === 1 ? "stands" : "stand"} today`,
    when(line),
    categoryNames[category],
    whoseWords(some),
  ];
}

function staffParts(line: StaffLine, currency: string): string[] {
  const { fte, per, pay, whole = false, leavesPerYear = 0, architectures: some, ranges } = line;
  return [
    `${formatNumber(fte)} FTE${perWords(per)}${endsWords(ranges?.fte, formatNumber)}`,
    whole ? "whole people only" : "",
    `${formatMoney(pay, currency)} a year${endsWords(ranges?.pay, (end) => formatMoney(end, currency))}`,
    leavesPerYear === 0 ? "" : `${formatPercentNumber(leavesPerYear)} % leave a year`,
    when(line),
    whoseWords(some),
  ];
}

function kindParts(kind: ParticipantKind, currency: string): string[] {
  const stated = kindInputs.flatMap((key) => {
    const value = kind[key];
    const field: RowNumber = fieldsOfTable.participantKinds[key] as RowNumber;
    return value === undefined ? [] : [`${field.label} ${describeNumber(field, value, currency)}`];
  });
  return [`${formatPercentNumber(kind.share)} % of participants`, ...stated];
}

function billParts({ label, amount, place = placeOfService(label), month }: BillLine, currency: string): string[] {
  return [
    `${formatExact(amount, currency)} ${currency}`,
    billPlaceNames[place],
    month === undefined ? "" : formatMonth(month),
  ];
}

function parts<T extends RowTable>(table: T, row: Row<T>, currency: string): string[] {
  switch (table) {
    case "register":
      return registerParts(row as RegisterRow, currency);
    case "equipmentLines":
      return equipmentParts(row as EquipmentLine, currency);
    case "staffLines":
      return staffParts(row as StaffLine, currency);
    case "participantKinds":
      return kindParts(row as ParticipantKind, currency);
    case "billLines":
      return billParts(row as BillLine, currency);
    default: {
      const line = row as CustomLine;
      return [...lineParts(line, currency), categoryNames[line.category], whoseWords(line.architectures)];
    }
  }
}

/** A row in one line: "2 pieces for each site · 8,200 USD each · replaced after 48 months · Hardware · every architecture". */
export function rowWords<T extends RowTable>(table: T, row: Row<T>, currency: string): string {
  return parts(table, row, currency).filter(Boolean).join(" · ");
}
