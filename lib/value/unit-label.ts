import type { CustomLineKind } from "@/lib/model/custom-lines";

/** Units that read otherwise beside a field than they are printed. */
const labels: Record<string, string> = {
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
  unit: "units",
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

/** A unit as it stands beside a field: "USD/TB", "% a year", "months". */
export function unitLabel(unit: string, currency: string): string {
  return labels[unit] ?? unitInCurrency(unit, currency);
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
