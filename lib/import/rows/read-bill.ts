import type { BillLine } from "@/lib/model/rows/own-rows";
import { type Outcome, refused } from "@/lib/outcome";
import { isCurrency } from "@/lib/value/currencies";
import { readCellFigure } from "../cell-figure";
import { type KnownColumns, noKnownColumns, plainName } from "./known-columns";
import {
  type ReadRow,
  type ReadTable,
  type RefusedRow,
  readTable,
  readTextTable,
  type TableSettings,
  type TextTable,
} from "./read-table";

// Bills of cloud providers, read into lines by service and month. The rules are in docs/csv.md.

/** Names of columns as providers write them, without spaces, marks and what stands in brackets; the first that there is counts. */
const names = {
  label: [
    ...["service", "servicename", "servicedescription", "productname", "metercategory", "lineitemproductcode"],
    ...["product", "productcode", "description"],
  ],
  amount: [
    ...[
      "amount",
      "subtotal",
      "costinbillingcurrency",
      "billedcost",
      "unblendedcost",
      "lineitemunblendedcost",
      "pretaxcost",
    ],
    ...["totalcost", "cost", "costusd", "charges", "total"],
  ],
  place: ["countsas", "place"],
  month: ["month", "billingperiod", "billingperiodstartdate", "invoicemonth", "usagedate", "date", "usagestartdate"],
} as const;
const currencyNames = ["currency", "billingcurrency", "billingcurrencycode", "currencycode", "pricingcurrency"];

const isTotal = (name: string) =>
  /^(service|grand|sub|invoice)?[ -]?totals?( costs?)?$/i.test(name.split("(")[0]?.trim() ?? "");

/** What columns of a provider's file are read as, by their plain names; nothing where none names a service or none an amount. */
function providersColumns(given: readonly string[]): KnownColumns {
  const plain = given.map(plainName);
  const found = Object.entries(names).flatMap(([key, known]): [string, string][] => {
    const name = known.find((one) => plain.includes(one));
    return name === undefined ? [] : [[name, key]];
  });
  const keys = found.map(([, key]) => key);
  return keys.includes("label") && keys.includes("amount") ? new Map(found) : noKnownColumns;
}

/** A name of a column without what stands in brackets at its end, and the currency that does: "$", "EUR". */
function parted(name: string): { readonly name: string; readonly mark?: string } {
  const open = name.lastIndexOf("(");
  if (open < 0 || !name.trimEnd().endsWith(")")) return { name };
  const mark = name
    .trimEnd()
    .slice(open + 1, -1)
    .trim();
  return { name: name.slice(0, open).trim(), ...((/^\p{Sc}$/u.test(mark) || isCurrency(mark)) && { mark }) };
}

function otherCurrency(theirs: string, currency: string) {
  return refused(
    "currency",
    `The bill is in ${theirs.slice(0, 20)} and the model in ${currency}. Convert its amounts to ${currency}, or give the model the bill’s currency.`,
  );
}

/** What is wrong with the currency that columns of a bill name. */
function currencyFault(
  given: readonly string[],
  rows: readonly { readonly cells: readonly string[] }[],
  currency: string,
) {
  const marks = given.flatMap((name) => parted(name).mark ?? []);
  const foreign = marks.find((mark) => {
    const read = readCellFigure(/^\p{L}/u.test(mark) ? `1 ${mark}` : `${mark}1`, {
      marks: { decimals: ["."] },
      currency,
      format: "money",
    });
    return "message" in read;
  });
  if (foreign !== undefined) return otherCurrency(foreign, currency);
  const column = given.findIndex((name) => currencyNames.includes(plainName(name)));
  if (column < 0) return null;
  const codes = rows.map(({ cells }) => (cells[column] ?? "").trim().toUpperCase()).filter((code) => code !== "");
  const other = codes.find((code) => code !== currency);
  return other === undefined ? null : otherCurrency(other, currency);
}

const cellOf = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** Cost Explorer's table, which has a column for each service and a row for each month, as one that has a row for each amount. */
function turned({ names: given, rows, delimiter }: TextTable): string | undefined {
  const [corner = "", ...services] = given;
  const isTurned = plainName(corner) === "service" && plainName(rows[0]?.cells[0] ?? "") === "servicetotal";
  if (!isTurned) return undefined;
  const months = rows.slice(1);
  const periods = months.length > 0 ? months : rows;
  // Its figures are written as those of a table so parted.
  const parting = delimiter === "\t" || delimiter === ";" ? delimiter : ",";
  const lines = periods.flatMap(({ cells: [month = "", ...amounts] }) =>
    services.flatMap((service, place) => {
      const amount = (amounts[place] ?? "").trim();
      const { name } = parted(service);
      return amount === "" || isTotal(name)
        ? []
        : [[name, amount, isTotal(month) ? "" : month].map(cellOf).join(parting)];
    }),
  );
  return [["Service", "Amount", "Month"].join(parting), ...lines].join("\n");
}

/** Lines of one service in one month are one. Those with an id come from a file of ours, and stay apart. */
function joined(rows: readonly ReadRow<BillLine>[]): ReadRow<BillLine>[] {
  const known = new Map<string, ReadRow<BillLine>>();
  for (const read of rows) {
    const { amount, ...rest } = read.row;
    const key = JSON.stringify(Object.entries(rest).sort());
    const before = known.get(key);
    const sum = Number(((before?.row.amount ?? 0) + amount).toPrecision(12));
    known.set(key, { line: before?.line ?? read.line, row: { ...read.row, amount: sum } });
  }
  return [...known.values()];
}

/**
 * Reads a bill: a table of services and amounts, what AWS Cost Explorer, Azure's cost analysis and Google Cloud's reports give as CSV, or
 * a table of ours. Lines of one service and month are joined; totals beside services are left out. Nothing is written.
 */
export function readBill(text: string, settings: TableSettings): Outcome<ReadTable<BillLine>> {
  const read = readTextTable(text);
  if (!read.ok) return read;
  const { names: given, rows } = read.table;
  const fault = currencyFault(given, rows, settings.currency);
  if (fault) return fault;
  const long = turned(read.table);
  const known = new Map([...(long === undefined ? providersColumns(given) : []), ...(settings.known ?? [])]);
  const found = readTable("billLines", long ?? text, { ...settings, known });
  if (!found.ok) return found;
  const totals = found.rows.length > 1 ? found.rows.filter(({ row }) => isTotal(row.label)) : [];
  const refusedTotals = totals.map(
    ({ line, row }): RefusedRow => ({
      line,
      cells: [row.label, String(row.amount)],
      reasons: ["It is a total of lines that are counted already."],
    }),
  );
  return {
    ...found,
    rows: joined(found.rows.filter((row) => !totals.includes(row))),
    refused: [...found.refused, ...refusedTotals],
  };
}
