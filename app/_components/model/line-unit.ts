import type { CustomLineKind } from "@/lib/model/custom-lines";

const kindUnits: Record<CustomLineKind, string> = {
  once: "",
  monthly: "/month",
  perUser: "/user/month",
  perServer: "/server/month",
  perPeer: "/peer/month",
};

/** What the amount of a line is counted in: "USD/user/month". */
export function lineUnit(kind: CustomLineKind, currency: string): string {
  return `${currency}${kindUnits[kind]}`;
}
