import { finish } from "@/lib/analysis/steps";
import { domainOf, placeIn, valueAt } from "@/lib/analysis/switching/domain";
import { firstPlaces, scan } from "@/lib/analysis/switching/scan";
import { Standings } from "@/lib/analysis/switching/standings";
import { triedKeys } from "@/lib/analysis/switching/tried-keys";
import type { UncertaintyRequest } from "@/lib/analysis/uncertainty/request";
import { type Architecture, architectures } from "@/lib/model/architectures";
import { declaredAt } from "@/lib/model/currency";
import { tryEvaluate } from "@/lib/model/evaluate";
import { defaultInputs, type InputKey, type Inputs, inputList } from "@/lib/model/inputs";
import type { NumberInput } from "@/lib/model/inputs/declaration";
import { noRows } from "@/lib/model/rows/own-rows";
import { uniformsOf } from "./figures/uniforms";

/** A random model and an input of it that is tried. */
export interface RandomRequest {
  readonly request: UncertaintyRequest;
  readonly key: InputKey;
}

const changedInputs = 25;
const most = 3;

function chosenFrom<T>(list: readonly T[], uniform: () => number): T {
  return list[Math.floor(uniform() * list.length)] as T;
}

function randomValue(declared: NumberInput, uniform: () => number): number {
  const { min, max, default: usual, integer } = declared;
  // Most often a factor of its default, sometimes anywhere up to three times as much.
  const any = min + uniform() * (Math.min(max, Math.max(most * usual, min + 1)) - min);
  const near = usual * most ** (2 * uniform() - 1);
  const value = Math.min(Math.max(uniform() < 0.7 ? near : any, min), max);
  return integer ? Math.round(value) : value;
}

/** A model with random figures that has a result, the same for the same text. */
export function randomRequest(text: string): RandomRequest {
  const stream = uniformsOf(text);
  for (;;) {
    const inputs: Record<string, number | string> = { ...defaultInputs };
    for (let i = 0; i < changedInputs; i++) {
      const declared = chosenFrom(inputList, stream);
      inputs[declared.key] =
        declared.format === "choice" ? chosenFrom(declared.choices, stream) : randomValue(declared, stream);
    }
    // Shorter and equally varied.
    inputs.horizonMonths = chosenFrom([12, 24, 36], stream);
    const request: UncertaintyRequest = {
      ...{ inputs: inputs as Inputs, rows: noRows, declared: declaredAt(1), ranges: {}, evidence: {}, drivers: {} },
      ...{ trials: 1000, seed: 1 },
    };
    const key = chosenFrom(
      triedKeys.filter((each) => each !== "horizonMonths"),
      stream,
    );
    if (tryEvaluate(request.inputs, noRows).ok && domainOf(request, key) !== null) return { request, key };
  }
}

interface Run {
  readonly architecture: Architecture;
  readonly from: number;
  readonly to: number;
}

/** The intervals that are wider than a 64th of the domain, by evenly spaced points alone. */
function widePlaces({ request, key }: RandomRequest, points: number): Run[] {
  const domain = domainOf(request, key);
  if (domain === null) return [];
  const xs = [...new Set(Array.from({ length: points }, (_, i) => valueAt(domain, i / (points - 1))))];
  const found = new Standings(request.inputs, request.rows).along([key])(xs.map((x) => [x]));
  return architectures.flatMap((architecture) => {
    const runs: Run[] = [];
    for (let i = 0; i < xs.length; i++) {
      if (found[i]?.leader !== architecture) continue;
      const from = xs[i] as number;
      while (found[i + 1]?.leader === architecture) i++;
      runs.push({ architecture, from, to: xs[i] as number });
    }
    return runs.filter(({ from, to }) => placeIn(domain, to) - placeIn(domain, from) > 1 / 64);
  });
}

/**
 * Holds the search against points everywhere.
 *
 * @returns the wide intervals that no found one overlaps, how many there are, and how long both took, ms
 */
export function missedPlaces(random: RandomRequest, points: number) {
  const { request, key } = random;
  const start = performance.now();
  const domain = domainOf(request, key);
  if (domain === null) throw new Error(`${key} has no domain`);
  const scanned = finish(scan(domain, new Standings(request.inputs, request.rows).along([key])));
  const found = new Map(architectures.map((a) => [a, finish(firstPlaces(scanned, a))]));
  const searched = performance.now() - start;
  const wide = widePlaces(random, points);
  const missed = wide.filter(({ architecture, from, to }) => {
    const near = found.get(architecture) ?? [];
    return !near.some((each) => each.from <= to && each.to >= from);
  });
  const everywhere = performance.now() - start - searched;
  return { key, missed, found, intervals: wide.length, searched, everywhere };
}
