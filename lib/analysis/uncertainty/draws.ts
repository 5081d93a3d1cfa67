import { hypercube, replicateSize } from "@/lib/math/hypercube";
import { inverseNormal } from "@/lib/math/inverse-normal";

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

/** The draws of a name in a replicate (uncertainty.md section 16): no other name changes them. */
export function drawsOf(seed: number, name: string, replicate: number): Draws {
  const u = hypercube(`${seed}/${name}/${replicate}`);
  return { u, z: u.map(inverseNormal) };
}

/** The places of values, least first; equal ones in the order in which they stand. */
export function ascending(values: Float64Array): Uint32Array {
  return Uint32Array.from(values, (_, i) => i).sort((a, b) => (values[a] as number) - (values[b] as number) || a - b);
}

/**
 * A figure's own draws, handed out anew so that they move with a driver: the k-th smallest goes to the trial in which a mixture of
 * both is the k-th smallest. So the margin stays what it was. Source: after Iman and Conover 1982.
 */
export function pulled({ u, z }: Draws, { driver, correlation, sign }: Pull): Draws {
  const own = Math.sqrt(1 - correlation * correlation);
  const mixture = z.map((each, j) => sign * correlation * (driver.z[j] as number) + own * each);
  const trials = ascending(mixture);
  const result = { u: new Float64Array(replicateSize), z: new Float64Array(replicateSize) };
  for (const [k, from] of ascending(z).entries()) {
    const to = trials[k] as number;
    result.u[to] = u[from] as number;
    result.z[to] = z[from] as number;
  }
  return result;
}
