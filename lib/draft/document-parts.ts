import type { Inputs } from "@/lib/model/inputs";
import { inputPlace, type Place } from "./place";
import { distinctPlaces } from "./place-map";
import { isSameOrder } from "./row-order";
import { isSameValue } from "./same-value";

/** What every kind of draft has. */
export interface Draft {
  name: string;
  /** Only what differs from what would otherwise stand. */
  inputs: Partial<Inputs>;
  /** What one US dollar is in the currency of its money. */
  currencyRate: number;
}

/** How a kind of draft divides into the parts that people change on their own. */
export interface Parts<D> {
  /** Where the draft has something; an input that it does not list, and a note that is empty, are nowhere. */
  placesOf(draft: D): Place[];
  /** Undefined where there is nothing. */
  get(draft: D, place: Place): unknown;
  /** The draft with another value there; undefined takes it out. The same object where that stands there already. */
  set(draft: D, place: Place, value: unknown): D;
  /** The draft with its money in the currency, and at the rate, of another; the same object where it has them. */
  inCurrencyOf(draft: D, other: D): D;
  isOneCurrency(one: D, other: D): boolean;
  /**
   * Where it has an order, which `get` gives as ids. It is none of `placesOf`: two drafts differ in it only where what both have stands
   * in another order, and it is merged by what was moved.
   */
  ordersOf?(draft: D): Place[];
}

/** Where one of several drafts has something. */
export function placesOf<D>(parts: Parts<D>, ...drafts: readonly D[]): Place[] {
  return distinctPlaces(...drafts.flatMap((draft) => parts.placesOf(draft)));
}

/** Where two drafts differ. */
export function differingPlaces<D>(parts: Parts<D>, one: D, other: D): Place[] {
  const ids = (draft: D, place: Place) => parts.get(draft, place) as readonly string[];
  const orders = parts.ordersOf?.(one) ?? [];
  return [
    ...placesOf(parts, one, other).filter((place) => !isSameValue(parts.get(one, place), parts.get(other, place))),
    ...orders.filter((place) => !isSameOrder(ids(one, place), ids(other, place))),
  ];
}

export function inputPlaces(inputs: Partial<Inputs>): Place[] {
  return (Object.keys(inputs) as (keyof Inputs)[]).map(inputPlace);
}

/** An object with another value under a key; undefined takes the key out. */
export function withValue<T extends object>(given: T, key: keyof T, value: unknown): T {
  const { [key]: _, ...rest } = given;
  return (value === undefined ? rest : { ...given, [key]: value }) as T;
}
