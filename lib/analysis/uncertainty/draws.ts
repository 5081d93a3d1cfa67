import { hypercube, type Margin, replicateSize } from "@/lib/math/hypercube";
import { inverseNormal } from "@/lib/math/inverse-normal";
import { streamOf } from "@/lib/math/random-stream";
import { ascendingInBuckets } from "@/lib/math/sort";
import { type DrawMachine, drawMachine } from "./draw-code";

/** The draws of one figure in the trials of a replicate: uniform ones, and the standard normal's quantiles of them. */
export interface Draws {
  readonly u: Float64Array;
  readonly z: Float64Array;
}

/** What a figure moves with: the draws of its driver, how strongly, and whether it rises or falls with it. */
export interface Pull {
  readonly driver: Pick<Draws, "z">;
  readonly correlation: number;
  readonly sign: 1 | -1;
}

/** The draws of a name in a replicate (uncertainty.md section 16), without machine code. */
export function plainDraws(seed: number, name: string, replicate: number): Draws & Margin {
  const margin = hypercube(textOf(seed, name, replicate));
  return { ...margin, z: margin.u.map(inverseNormal) };
}

const textOf = (seed: number, name: string, replicate: number) => `${seed}/${name}/${replicate}`;

let known: { readonly machine: DrawMachine | undefined } | undefined;

/** Made when it is first asked for. */
function theMachine(): DrawMachine | undefined {
  known ??= { machine: drawMachine() };
  return known.machine;
}

/** The draws of a name in a replicate: no other name changes them. */
export function drawsOf(seed: number, name: string, replicate: number): Draws & Margin {
  const machine = theMachine();
  if (!machine) return plainDraws(seed, name, replicate);
  machine.draw(...streamOf(textOf(seed, name, replicate)));
  return { u: machine.u.slice(), z: machine.z.slice(), rank: machine.rank.slice() };
}

/** The normal draws of a name in a replicate. @param row filled in with them */
export function fillNormal(seed: number, name: string, replicate: number, row: Float64Array): void {
  const machine = theMachine();
  if (machine) {
    machine.draw(...streamOf(textOf(seed, name, replicate)));
    row.set(machine.z);
  } else row.set(plainDraws(seed, name, replicate).z);
}

/** All draws of a name, moved with a driver where there is one. They may lie where the next ones asked for will lie. */
export function passingDraws(seed: number, name: string, replicate: number, pull: Pull | null): Draws {
  const machine = theMachine();
  if (!machine) {
    const own = plainDraws(seed, name, replicate);
    return pull ? pulled(own, pull) : own;
  }
  machine.draw(...streamOf(textOf(seed, name, replicate)));
  if (!pull) return machine;
  machine.driver.set(pull.driver.z);
  const { ofDriver, own } = partsOf(pull);
  machine.pull(ofDriver, own);
  return machine.pulled;
}

/** How much of a mixture is the driver's, and how much a figure's own. */
const partsOf = ({ correlation, sign }: Pull) => ({
  ofDriver: sign * correlation,
  own: Math.sqrt(1 - correlation * correlation),
});

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
export function pulled({ u, z, rank }: Draws & Margin, pull: Pull): Draws {
  const { ofDriver, own } = partsOf(pull);
  for (let j = 0; j < replicateSize; j++) {
    const mixed = ofDriver * (pull.driver.z[j] as number) + own * (z[j] as number);
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
