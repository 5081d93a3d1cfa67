import type { CustomLine, CustomLineKind } from "@/lib/model/custom-lines";
import { formatExact, formatPercentNumber } from "../format";
import { lineUnit } from "../unit-label";

const rhythms: Record<Exclude<CustomLineKind, "once" | "every">, string> = {
  monthly: "per month",
  perUser: "per user and month",
  perServer: "per server and month",
  perPeer: "per peer and month",
};

/** In which months a line falls, where it is not every one. */
function months({ kind, fromMonth = 1, toMonth }: CustomLine): string[] {
  if (kind === "once") return [fromMonth === 0 ? "at set-up" : `in month ${fromMonth}`];
  return [fromMonth <= 1 ? "" : `from month ${fromMonth}`, toMonth === undefined ? "" : `to month ${toMonth}`];
}

function rise({ escalation = 0 }: CustomLine): string {
  if (escalation === 0) return "";
  const percent = formatPercentNumber(Math.abs(escalation));
  return `${escalation < 0 ? "falling" : "rising"} ${percent} % a year`;
}

function often({ kind, everyMonths = 1 }: CustomLine): string {
  if (kind === "once") return "once";
  if (kind !== "every") return rhythms[kind];
  return everyMonths === 12 ? "every year" : everyMonths === 1 ? "every month" : `every ${everyMonths} months`;
}

/** How often an amount falls, when, and how it rises, for a table: "per month from month 13, rising 3 % a year". */
export function lineWhen(line: CustomLine): string {
  return [`${often(line)} ${months(line).filter(Boolean).join(" ")}`.trim(), rise(line)].filter(Boolean).join(", ");
}

function spread({ amount, low = amount, high = amount }: CustomLine, currency: string): string {
  if (low === high) return "";
  return `${formatExact(low, currency)} to ${formatExact(high, currency)} in 8 of 10 cases`;
}

/** The same with the amount and its range, part by part: "1,000.00 USD/month", "from month 13", "rising 3 % a year". */
export function lineParts(line: CustomLine, currency: string): string[] {
  const amount = `${formatExact(line.amount, currency)} ${lineUnit(line.kind, currency)}`;
  const rhythm = line.kind === "every" ? often(line) : "";
  return [amount, spread(line, currency), rhythm, months(line).filter(Boolean).join(" "), rise(line)].filter(Boolean);
}
