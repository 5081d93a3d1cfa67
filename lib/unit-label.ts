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
  return plurals[unit] ?? unit.replace("money", currency);
}
