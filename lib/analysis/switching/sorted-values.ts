import type { Architecture } from "@/lib/model/architectures";
import { inputList } from "@/lib/model/inputs";
import type { SwitchingOrder } from "../view-settings";
import type { SwitchingValue } from "./switching";
import { likelihoodOf } from "./switching-words";

const places = new Map(inputList.map(({ key }, place) => [key, place]));

const nearest = ({ intervals }: SwitchingValue) => intervals[0]?.change ?? 1;
/** One that is cheapest throughout says nothing. */
const isThroughout = ({ intervals }: SwitchingValue) => intervals.some((each) => each.isOpenBelow && each.isOpenAbove);

/** By the order asked for; what has no range stands last where ranges decide. */
function comparison(order: SwitchingOrder): (one: SwitchingValue, other: SwitchingValue) => number {
  const byPlace = (one: SwitchingValue, other: SwitchingValue) =>
    (places.get(one.key) ?? 0) - (places.get(other.key) ?? 0);
  if (order === "inputs") return byPlace;
  if (order === "near") return (one, other) => nearest(one) - nearest(other) || byPlace(one, other);
  const likely = (value: SwitchingValue) => likelihoodOf(value) ?? -1;
  return (one, other) => likely(other) - likely(one) || nearest(one) - nearest(other) || byPlace(one, other);
}

/** What is known of one architecture: the inputs that bring it to the first place somewhere, and those that do nowhere, the nearest first. */
export function sortedValues(values: readonly SwitchingValue[], architecture: Architecture, order: SwitchingOrder) {
  const own = values.filter((value) => value.architecture === architecture && !isThroughout(value));
  const gap = ({ closest }: SwitchingValue) => closest?.gap ?? Number.POSITIVE_INFINITY;
  return {
    reached: own.filter(({ intervals }) => intervals.length > 0).sort(comparison(order)),
    nowhere: own
      .filter(({ intervals }) => intervals.length === 0)
      .sort((a, b) => gap(a) - gap(b) || comparison("inputs")(a, b)),
  };
}
