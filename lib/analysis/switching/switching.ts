import type { Steps } from "@/lib/analysis/steps";
import type { UncertaintyRequest } from "@/lib/analysis/uncertainty/request";
import { type Architecture, architectures } from "@/lib/model/architectures";
import type { InputKey } from "@/lib/model/inputs";
import { type Domain, domainOf, likelihood, placeIn } from "./domain";
import { type FirstPlace, firstPlaces, type Scan, scan } from "./scan";
import { gapOf, Standings } from "./standings";
import { triedKeys } from "./tried-keys";

/** An interval of an input in which an architecture ranks first. */
export interface SwitchingInterval extends FirstPlace {
  /** Whether it goes on to the end of the domain. */
  readonly isOpenBelow: boolean;
  readonly isOpenAbove: boolean;
  /** How far the input must go to reach it, as a share of its domain on its scale; 0 where it is there now. */
  readonly change: number;
  /** How likely the input lies in it by its range, 0 to 1; null where no range says so. */
  readonly likelihood: number | null;
}

/** What one input alone would have to be for an architecture to rank first. */
export interface SwitchingValue {
  readonly key: InputKey;
  readonly architecture: Architecture;
  readonly domain: Pick<Domain, "value" | "low" | "high">;
  /** The nearest first. */
  readonly intervals: readonly SwitchingInterval[];
  /** Where it ranks first nowhere: the value at which it comes nearest, and what it is still dearer by, money. Null where it is never eligible. */
  readonly closest: { readonly value: number; readonly gap: number } | null;
}

function intervalIn(domain: Domain, { from, to }: FirstPlace): SwitchingInterval {
  const { value, low, high } = domain;
  const nearest = Math.min(Math.max(value, from), to);
  return {
    ...{ from, to },
    isOpenBelow: from <= low,
    isOpenAbove: to >= high,
    change: Math.abs(placeIn(domain, nearest) - placeIn(domain, value)),
    likelihood: likelihood(domain, from, to),
  };
}

function closestOf({ points }: Scan, a: Architecture): SwitchingValue["closest"] {
  let closest: SwitchingValue["closest"] = null;
  for (const { x, standing } of points) {
    const gap = standing && gapOf(standing, a);
    if (gap !== null && (closest === null || gap < closest.gap)) closest = { value: x, gap };
  }
  return closest;
}

/** What a scanned input says of one architecture. */
export function* switchingValue(scanned: Scan, architecture: Architecture): Steps<SwitchingValue> {
  const { domain } = scanned;
  const intervals = (yield* firstPlaces(scanned, architecture)).map((each) => intervalIn(domain, each));
  return {
    ...{ key: domain.key, architecture },
    domain: { value: domain.value, low: domain.low, high: domain.high },
    intervals: intervals.sort((one, other) => one.change - other.change),
    closest: intervals.length === 0 ? closestOf(scanned, architecture) : null,
  };
}

/** Whether the input changes who is eligible, or what one of them costs. */
function changesAnything({ points }: Scan): boolean {
  const first = JSON.stringify(points[0]?.standing);
  return points.some(({ standing }) => JSON.stringify(standing) !== first);
}

interface Asked {
  readonly request: Omit<UncertaintyRequest, "drivers" | "trials" | "seed">;
  readonly keys?: readonly InputKey[];
  /** Takes what an input says of all architectures, as soon as it is known; of an input that changes nothing, nothing. */
  readonly found: (values: readonly SwitchingValue[], key: InputKey) => void;
}

/**
 * What would have to be true (switching values, after HM Treasury's Green Book): for each number input, alone, and each architecture, the values
 * at which it ranks first among the eligible. Costs jump and need not rise or fall throughout, so the whole domain is searched.
 */
export function* switching({ request, keys = triedKeys, found }: Asked): Steps<void> {
  const standings = new Standings(request.inputs, request.rows);
  for (const key of keys) {
    const domain = domainOf(request, key);
    const values: SwitchingValue[] = [];
    if (domain !== null) {
      const scanned = yield* scan(domain, standings.along([key]));
      if (changesAnything(scanned)) for (const a of architectures) values.push(yield* switchingValue(scanned, a));
    }
    found(values, key);
    yield;
  }
}
