import { inverseNormalOfTwo } from "@/lib/formula/compiled/inverse-normal";
import { rowFunction } from "@/lib/formula/compiled/rows";
import { hypercube, type Margin, replicateSize } from "@/lib/math/hypercube";
import { ascendingInBuckets } from "@/lib/math/sort";

/** The draws of one figure in the trials of a replicate: uniform ones, and the standard normal's quantiles of them. */
export interface Draws {
  readonly u: Float64Array;
  readonly z: Float64Array;
}

/** What a figure moves with: the draws of its driver, how strongly, and whether it rises or falls with it. */
export interface Pull {
  readonly driver: Draws;
  readonly correlation: number;
  readonly sign: 1 | -1;
}

const normalQuantiles = rowFunction(inverseNormalOfTwo);

/** The draws of a name in a replicate (uncertainty.md section 16): no other name changes them. */
export function drawsOf(seed: number, name: string, replicate: number): Draws & Margin {
  const margin = hypercube(`${seed}/${name}/${replicate}`);
  const z = margin.u.slice();
  normalQuantiles(z);
  return { ...margin, z };
}

const mixture = new Float64Array(replicateSize);
const smallest = new Uint16Array(replicateSize);
const bucketOf = new Uint16Array(replicateSize);
/** A mixture has nearly all of its values between -4 and 4. */
const buckets = 1024;
const bucketOfValue = (x: number) => Math.min(Math.max(Math.floor((x + 4) * (buckets / 8)), 0), buckets - 1);

/**
 * A figure's own draws, handed out anew so that they move with a driver: the k-th smallest goes to the trial in which a mixture of
 * both is the k-th smallest. So the margin stays what it was. Source: after Iman and Conover 1982.
 */
export function pulled({ u, z, rank }: Draws & Margin, { driver, correlation, sign }: Pull): Draws {
  const own = Math.sqrt(1 - correlation * correlation);
  for (let j = 0; j < replicateSize; j++) {
    const mixed = sign * correlation * (driver.z[j] as number) + own * (z[j] as number);
    mixture[j] = mixed;
    bucketOf[j] = bucketOfValue(mixed);
    smallest[rank[j] as number] = j;
  }
  const trials = ascendingInBuckets(mixture, bucketOf, buckets);
  const result: Draws = { u: new Float64Array(replicateSize), z: new Float64Array(replicateSize) };
  for (let k = 0; k < replicateSize; k++) {
    const from = smallest[k] as number;
    const to = trials[k] as number;
    result.u[to] = u[from] as number;
    result.z[to] = z[from] as number;
  }
  return result;
}
