import { FunctionWriter } from "@/lib/formula/compiled/function-writer";
import { inverseNormalOfTwo } from "@/lib/formula/compiled/inverse-normal";
import { instantiate, ModuleWriter } from "@/lib/formula/compiled/module-writer";
import * as scalar from "@/lib/formula/compiled/scalar";
import * as vector from "@/lib/formula/compiled/vector";
import { replicateSize } from "@/lib/math/hypercube";
import { uniformUnit, warmUp } from "@/lib/math/random-stream";

/** lib/math/hypercube.ts, and `pulled` of draws.ts, in machine code: the same operations in the same order. */

const { integer, local, setLocal, addIntegers, multiplyIntegers, repeat, load, loadShort, store, storeShort } = scalar;
const [bytesPerDouble, bytesPerPair, bytesPerShort] = [8, 16, 2];

/** A mixture has nearly all of its values between -4 and 4. */
const buckets = 4096;
const reach = 4;

/** Where all lies, in bytes: rows of as many values as a replicate has trials. */
function placesOf() {
  let taken = 0;
  const take = (bytes: number) => {
    taken += Math.ceil(bytes / bytesPerPair) * bytesPerPair;
    return taken - Math.ceil(bytes / bytesPerPair) * bytesPerPair;
  };
  const row = () => take(replicateSize * bytesPerDouble);
  const places = {
    ...{ u: row(), z: row(), driver: row(), mixture: row(), rank: take(replicateSize * bytesPerShort) },
    /** What was handed out anew. */
    ...{ pulledU: row(), pulledZ: row() },
    /** u and z, the smallest first. */
    ...{ orderedU: row(), orderedZ: row() },
    bucketOf: take(replicateSize * bytesPerShort),
    next: take(buckets * bytesPerShort),
    /** Before the least stands what is less than all. */
    ...{ before: take(bytesPerPair), sorted: row(), trials: take(replicateSize * bytesPerShort) },
  };
  return { places, cells: taken / bytesPerDouble };
}

type Places = ReturnType<typeof placesOf>["places"];

const shortAt = (row: number, place: number) => loadShort(multiplyIntegers(local(place), integer(bytesPerShort)), row);
const putShort = (row: number, place: number, value: ReturnType<typeof local>) =>
  storeShort(multiplyIntegers(local(place), integer(bytesPerShort)), value, row);
const bytesOf = (place: number, size: number) => multiplyIntegers(local(place), integer(size));

/** hypercube(). Parameters: the three hashes that the stream begins with. */
function hypercubeCode({ u, orderedU, rank }: Places): FunctionWriter {
  const w = new FunctionWriter({ params: ["i32", "i32", "i32"] });
  const [a, b, c] = [0, 1, 2];
  const [count, word, i, j, stratum] = [1, 2, 3, 4, 5].map(() => w.local("i32")) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const uniform = w.local("f64");
  /** The next word of the stream. */
  const next = [
    setLocal(count, addIntegers(local(count), integer(1))),
    setLocal(word, addIntegers(addIntegers(local(a), local(b)), local(count))),
    setLocal(a, scalar.differenceOfBits(local(b), scalar.shiftRight(local(b), integer(9)))),
    setLocal(b, addIntegers(local(c), scalar.shiftLeft(local(c), integer(3)))),
    setLocal(c, addIntegers(scalar.rotateLeft(local(c), integer(21)), local(word))),
  ];
  w.add(setLocal(count, integer(0)));
  w.add(repeat(i, integer(0), integer(warmUp), 1, next));
  w.add(repeat(i, integer(0), integer(replicateSize), 1, putShort(rank, i, local(i))));
  // From the last stratum down to the second.
  const exchange = [
    next,
    setLocal(j, scalar.upperProduct(local(word), scalar.subtractIntegers(integer(replicateSize + 1), local(i)))),
    setLocal(stratum, scalar.subtractIntegers(integer(replicateSize), local(i))),
    setLocal(word, shortAt(rank, stratum)),
    putShort(rank, stratum, shortAt(rank, j)),
    putShort(rank, j, local(word)),
  ];
  w.add(repeat(i, integer(1), integer(replicateSize), 1, exchange));
  const first = scalar.multiply(
    scalar.ofUnsigned(scalar.shiftRight(local(word), integer(5))),
    scalar.double(uniformUnit.first),
  );
  const second = scalar.ofUnsigned(scalar.shiftRight(local(word), integer(6)));
  const draw = [
    next,
    setLocal(uniform, first),
    next,
    setLocal(
      uniform,
      // A power of 2: to multiply by its reciprocal gives the same digits.
      scalar.multiply(
        scalar.add(scalar.add(local(uniform), second), scalar.double(0.5)),
        scalar.double(1 / uniformUnit.whole),
      ),
    ),
    setLocal(stratum, shortAt(rank, i)),
    setLocal(
      uniform,
      scalar.divide(scalar.add(scalar.ofInteger(local(stratum)), local(uniform)), scalar.double(replicateSize)),
    ),
    store(bytesOf(i, bytesPerDouble), local(uniform), u),
    store(bytesOf(stratum, bytesPerDouble), local(uniform), orderedU),
  ];
  w.add(repeat(i, integer(0), integer(replicateSize), 1, draw));
  return w;
}

/** The standard normal's quantiles of the draws: in their order, for then tails follow tails. */
function normalCode(module: ModuleWriter, { orderedU, orderedZ, rank, z }: Places): FunctionWriter {
  const w = new FunctionWriter({ params: [] });
  const at = w.local("i32");
  const quantiles = module.call(inverseNormalOfTwo, [vector.load(local(at), orderedU)]);
  const bytes = integer(replicateSize * bytesPerDouble);
  w.add(repeat(at, integer(0), bytes, bytesPerPair, vector.store(local(at), orderedZ, quantiles)));
  const found = load(multiplyIntegers(shortAt(rank, at), integer(bytesPerDouble)), orderedZ);
  w.add(repeat(at, integer(0), integer(replicateSize), 1, store(bytesOf(at, bytesPerDouble), found, z)));
  return w;
}

/** pulled(). Parameters: the driver's part of the mixture, and the figure's own. */
function pullCode(places: Places): FunctionWriter {
  const w = new FunctionWriter({ params: ["f64", "f64"] });
  const [j, at, bucket, sum, other] = [1, 2, 3, 4, 5].map(() => w.local("i32")) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const value = w.local("f64");
  const [ofDriver, own] = [w.keep("v128", vector.splat(local(0))), w.keep("v128", vector.splat(local(1)))];
  const { z, driver, mixture, bucketOf, next, before, sorted, trials } = places;
  const bytes = integer(replicateSize * bytesPerDouble);
  w.add(
    repeat(at, integer(0), bytes, bytesPerPair, [
      vector.store(
        local(at),
        mixture,
        vector.add(
          vector.multiply(ofDriver, vector.load(local(at), driver)),
          vector.multiply(own, vector.load(local(at), z)),
        ),
      ),
      // Slots that are still empty are less than all.
      vector.store(local(at), sorted, vector.constant(Number.NEGATIVE_INFINITY)),
    ]),
  );
  w.add(vector.store(integer(0), before, vector.constant(Number.NEGATIVE_INFINITY)));
  w.add(
    repeat(
      at,
      integer(0),
      integer(buckets * bytesPerShort),
      bytesPerPair,
      vector.store(local(at), next, vector.bits(0)),
    ),
  );
  const found = scalar.integerOf(
    scalar.multiply(
      scalar.add(load(bytesOf(j, bytesPerDouble), mixture), scalar.double(reach)),
      scalar.double(buckets / (2 * reach)),
    ),
  );
  const clamp = [
    scalar.when(scalar.isBelow(local(bucket), integer(0)), setLocal(bucket, integer(0))),
    scalar.when(scalar.isAbove(local(bucket), integer(buckets - 1)), setLocal(bucket, integer(buckets - 1))),
  ];
  w.add(
    repeat(j, integer(0), integer(replicateSize), 1, [
      setLocal(bucket, found),
      clamp,
      putShort(bucketOf, j, local(bucket)),
      putShort(next, bucket, addIntegers(shortAt(next, bucket), integer(1))),
    ]),
  );
  // Where each bucket begins.
  w.add(setLocal(sum, integer(0)));
  w.add(
    repeat(bucket, integer(0), integer(buckets), 1, [
      setLocal(other, shortAt(next, bucket)),
      putShort(next, bucket, local(sum)),
      setLocal(sum, addIntegers(local(sum), local(other))),
    ]),
  );
  const greater = scalar.isGreater(load(bytesOf(at, bytesPerDouble), sorted - bytesPerDouble), local(value));
  w.add(
    repeat(j, integer(0), integer(replicateSize), 1, [
      setLocal(value, load(bytesOf(j, bytesPerDouble), mixture)),
      setLocal(bucket, shortAt(bucketOf, j)),
      setLocal(at, shortAt(next, bucket)),
      putShort(next, bucket, addIntegers(local(at), integer(1))),
      scalar.asLongAs(greater, [
        store(bytesOf(at, bytesPerDouble), load(bytesOf(at, bytesPerDouble), sorted - bytesPerDouble), sorted),
        putShort(trials, at, loadShort(bytesOf(at, bytesPerShort), trials - bytesPerShort)),
        setLocal(at, scalar.subtractIntegers(local(at), integer(1))),
      ]),
      store(bytesOf(at, bytesPerDouble), local(value), sorted),
      putShort(trials, at, local(j)),
    ]),
  );
  w.add(
    repeat(j, integer(0), integer(replicateSize), 1, [
      setLocal(at, multiplyIntegers(shortAt(trials, j), integer(bytesPerDouble))),
      store(local(at), load(bytesOf(j, bytesPerDouble), places.orderedU), places.pulledU),
      store(local(at), load(bytesOf(j, bytesPerDouble), places.orderedZ), places.pulledZ),
    ]),
  );
  return w;
}

/** Room for the draws of one figure at a time, and what fills it. */
export interface DrawMachine {
  readonly rank: Uint16Array;
  readonly u: Float64Array;
  readonly z: Float64Array;
  /** Fills these. @param a and others: hashes */
  readonly draw: (a: number, b: number, c: number) => void;
  readonly driver: Float64Array;
  readonly pulled: { readonly u: Float64Array; readonly z: Float64Array };
  /** Fills these from the draws and the driver's quantiles. */
  readonly pull: (ofDriver: number, own: number) => void;
}

/** @returns nothing where machine code cannot run */
export function drawMachine(): DrawMachine | undefined {
  const { places, cells } = placesOf();
  const module = new ModuleWriter(0, () => 0);
  const codes = [hypercubeCode(places), normalCode(module, places), pullCode(places)] as const;
  const [hypercube, normal, pull] = codes.map((code) => module.addExported(code.body)) as [number, number, number];
  const instance = instantiate(module, cells);
  if (!instance) return undefined;
  const { buffer } = instance.cells;
  const row = (at: number) => new Float64Array(buffer, at, replicateSize);
  const [fillUniform, fillNormal] = [instance.functionOf(hypercube), instance.functionOf(normal)];
  return {
    rank: new Uint16Array(buffer, places.rank, replicateSize),
    ...{ u: row(places.u), z: row(places.z), driver: row(places.driver) },
    pulled: { u: row(places.pulledU), z: row(places.pulledZ) },
    draw: (a, b, c) => {
      fillUniform(a, b, c);
      fillNormal();
    },
    pull: instance.functionOf(pull),
  };
}
