import { type Architecture, architectures } from "@/lib/model/architectures";
import { type InputKey, input } from "@/lib/model/inputs";
import { describeInputBriefly } from "@/lib/value/brief-input";
import { formatMoney } from "@/lib/value/format";
import { inputName } from "@/lib/value/input-name";
import { spoken, verb } from "@/lib/value/spoken";
import type { FrontierMap, MapPoint } from "./map";

function described(key: InputKey, value: number, currency: string): string {
  return `${inputName(input[key])} ${describeInputBriefly(key, value, currency)}`;
}

/** A point of a map in words: both values, who ranks first, and what the others cost more. */
export function pointWords({ x, y }: FrontierMap, point: MapPoint, currency: string): string {
  const where = `${described(x.key, point.x, currency)}, ${described(y.key, point.y, currency)}`;
  const { standing } = point;
  if (standing === null) return `${where}: these figures have no result.`;
  const { leader, netPresentCosts, eligible } = standing;
  if (leader === null) return `${where}: nobody is eligible.`;
  const costOf = (a: Architecture) => netPresentCosts[architectures.indexOf(a)] as number;
  const others = architectures
    .filter((a, place) => a !== leader && eligible[place])
    .sort((a, b) => costOf(a) - costOf(b))
    .map((a) => `${spoken[a].within} ${formatMoney(costOf(a) - costOf(leader), currency)} more`);
  const first = `${verb(leader, "ranks", "rank")} first at ${formatMoney(costOf(leader), currency)}`;
  return `${where}: ${[first, ...others].join("; ")}.`;
}
