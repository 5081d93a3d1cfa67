import type { CustomLineKind } from "@/lib/model/custom-lines";
import type { NumberInput } from "@/lib/model/inputs/declaration";

const plurals: Record<string, string> = {
  month: "months",
  user: "users",
  server: "servers",
  core: "cores",
  day: "days",
  copy: "copies",
  item: "items",
  peer: "peers",
  piece: "pieces",
  post: "posts",
  site: "sites",
  h: "hours",
  factor: "times",
  number: "",
};

/** True where people state the figure as a percentage: 5 for 0.05. */
export function isPercentage(unit: string): boolean {
  return unit === "per year" || unit === "share" || unit.startsWith("share of ");
}

/** True where the figure is a yes or a no. */
export function isYesOrNo(unit: string): boolean {
  return unit === "0 or 1";
}

/** A unit as it stands beside a field: "USD/TB", "% a year", "months". */
export function unitLabel(unit: NumberInput["unit"], currency: string): string {
  if (unit === "per year") return "% a year";
  if (unit === "share of price/year") return "% of price a year";
  if (isPercentage(unit)) return unit.replace("share", "%");
  return plurals[unit] ?? unitInCurrency(unit, currency);
}

/** A unit as it is declared, with money in its currency: "EUR/TB/month". */
export function unitInCurrency(unit: string, currency: string): string {
  return unit.replace("money", currency);
}

const lineUnits: Record<CustomLineKind, string> = {
  once: "",
  monthly: "/month",
  perUser: "/user/month",
  perServer: "/server/month",
  perPeer: "/peer/month",
};

/** What the amount of an own line is counted in: "USD/user/month". */
export function lineUnit(kind: CustomLineKind, currency: string): string {
  return `${currency}${lineUnits[kind]}`;
}
