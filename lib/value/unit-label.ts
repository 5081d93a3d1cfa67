import type { CustomLineKind } from "@/lib/model/custom-lines";

/** What is counted one by one, as it is declared, and how several are called. */
const several: Record<string, string> = {
  month: "months",
  user: "users",
  "user*month": "user-months",
  server: "servers",
  core: "cores",
  "core-hour": "core-hours",
  day: "days",
  copy: "copies",
  install: "installs",
  item: "items",
  peer: "peers",
  piece: "pieces",
  post: "posts",
  site: "sites",
  unit: "units",
  year: "years",
};

/** Units that read otherwise beside a field than they are declared. */
const labels: Record<string, string> = {
  h: "hours",
  factor: "times",
  number: "",
  ratio: "",
  // These are typed and shown as percentages.
  share: "%",
  "share of bill": "% of bill",
  "share of book value": "% of book value",
  "share of compute": "% of compute",
  "share of peak": "% of peak",
  "share of price/year": "% of price a year",
  "share of the price a year": "% of the price a year",
  "share a year": "% a year",
  "per year": "% a year",
};

/** A unit as it stands beside a field: "USD/TB", "% a year", "months", "servers/FTE". */
export function unitLabel(unit: string, currency: string): string {
  return labels[unit] ?? ofSeveral(unitInCurrency(unit, currency));
}

/** A unit as one of it is called: "USD/TB", "% a year", "month", "server/FTE". */
export function unitOfOne(unit: string, currency: string): string {
  return unit === "h" ? "hour" : (labels[unit] ?? unitInCurrency(unit, currency).replace("*", "-"));
}

/** A figure as it is written, with its unit, which agrees with it in number: "1 copy", "3 copies", "0.5 copies". */
export function withUnit(text: string, unit: string, currency: string): string {
  return `${text} ${isOne(text) ? unitOfOne(unit, currency) : unitLabel(unit, currency)}`.trim();
}

/** The same with the unit as it is declared, for a formula: "11 servers", "730 h/month". */
export function withDeclaredUnit(text: string, unit: string): string {
  return `${text} ${declaredUnit(text, unit)}`;
}

/** A unit as it is declared, in the number that its figure asks for. */
export function declaredUnit(text: string, unit: string): string {
  return isOne(text) ? unit.replace("*", "-") : ofSeveral(unit);
}

/** Whether a figure, as it is written, is followed by the name of one. */
export function isOne(text: string): boolean {
  return /^[\u2212-]?1$/.test(text);
}

/** A unit with what it counts in the plural: "servers/FTE" of "server/FTE"; one that counts nothing stays. */
function ofSeveral(unit: string): string {
  const [first = "", ...rest] = unit.split("/");
  return [several[first] ?? first, ...rest].join("/");
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
  every: "",
};

/** What the amount of an own line is counted in: "USD/user/month". */
export function lineUnit(kind: CustomLineKind, currency: string): string {
  return `${currency}${lineUnits[kind]}`;
}
