import { type Place, placeText, readPlace } from "./place";

/** A value for each of some places. It is never changed: what differs is another map, and what does not is the same one. */
export class PlaceMap<V> implements Iterable<[Place, V]> {
  private readonly byText: ReadonlyMap<string, V>;

  constructor(entries: Iterable<readonly [Place, V]> = []) {
    this.byText = new Map([...entries].map(([place, value]) => [placeText(place), value]));
  }

  get size(): number {
    return this.byText.size;
  }

  get(place: Place): V | undefined {
    return this.byText.get(placeText(place));
  }

  has(place: Place): boolean {
    return this.byText.has(placeText(place));
  }

  with(place: Place, value: V): PlaceMap<V> {
    return new PlaceMap([...this, [place, value]]);
  }

  without(...places: readonly Place[]): PlaceMap<V> {
    if (!places.some((place) => this.has(place))) return this;
    const gone = new PlaceMap(places.map((place) => [place, true]));
    return new PlaceMap([...this].filter(([place]) => !gone.has(place)));
  }

  *[Symbol.iterator](): Iterator<[Place, V]> {
    for (const [text, value] of this.byText) yield [readPlace(text), value];
  }
}

/** Each place once, in the order in which they are first named. */
export function distinctPlaces(...places: readonly Place[]): Place[] {
  return [...new PlaceMap(places.map((place) => [place, true]))].map(([place]) => place);
}

/** How often something has happened at a place, once more at each of these. */
export function countedAt(counts: PlaceMap<number>, places: readonly Place[]): PlaceMap<number> {
  return places.reduce((all, place) => all.with(place, (all.get(place) ?? 0) + 1), counts);
}
