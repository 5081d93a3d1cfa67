import { chebyshevNodes } from "../../../math/chebyshev";
import type { Bytes } from "../../compiled/bytes";
import { FunctionWriter } from "../../compiled/function-writer";
import type { ModuleWriter, Routine } from "../../compiled/module-writer";
import * as scalar from "../../compiled/scalar";
import * as vector from "../../compiled/vector";
import { mostWhole } from "./catalogue";
import { catalogueCode, expOf, keyLength, logOf, remembered, room, slotLength, swarmCode } from "./catalogue-code";
import { enoughPoints, leastExponent, logarithmParts, monthsByPoint, mostPoints } from "./rest";
import { coefficientsCode, restCode } from "./rest-code";
import { head, mostPlaces, restFrom } from "./swarm-sums";
import { carryCode, endLength, endsCode, interpolateCode, raiseCode, shareCode } from "./swarm-sums-code";

/** offloads.ts in a module's own code: the same operations in the same order. */

const {
  add,
  subtract,
  multiply,
  divide,
  addIntegers,
  multiplyIntegers,
  integer,
  double,
  local,
  setLocal,
  load,
  store,
} = scalar;
const bytesPerDouble = 8;
const bytesPerPair = 16;

/** The functions of a module that work shares out, by what calls them, and the rooms that these work on. */
function partsOf(module: ModuleWriter) {
  const [points, ofEnds] = [0, 1].map(() => module.take(mostPoints)) as [number, number];
  // Shares, and beyond them the sums of the ends by items.
  const values = module.take(2 * mostPoints);
  const [scratch, mostUsers] = [module.take(mostPlaces), module.take(2)];
  const one = module.constant(Float64Array.of(1));
  const nodesOf = enoughPoints.map(({ count }) => {
    const { at, weight } = chebyshevNodes(count);
    // Node by node, so that coefficients that follow one another lie side by side.
    const byNode = Float64Array.from({ length: count * count }, (_, i) => {
      return weight[(i % count) * count + Math.floor(i / count)] as number;
    });
    return { at: module.constant(at), weights: module.constant(byNode) };
  });
  const caller = (w: FunctionWriter) => {
    const index = module.add(w.body);
    return (...args: readonly Bytes[]) => scalar.call(index, args);
  };
  const raise = module.function("raise", () => raiseCode(module));
  return {
    ...{ points, values, ofEnds, scratch, mostUsers, one, nodesOf },
    raise: (...args: readonly Bytes[]) => scalar.call(raise, args),
    carry: caller(carryCode()),
    share: caller(shareCode()),
    shareEnds: caller(endsCode()),
    interpolate: caller(interpolateCode(module)),
    coefficients: caller(coefficientsCode()),
    addRest: caller(restCode(module)),
  };
}

type Parts = ReturnType<typeof partsOf>;

const inRoom = (to: Bytes, offset: number) => addIntegers(to, integer(offset));
const bytesOf = (to: Bytes) => multiplyIntegers(scalar.integerOf(load(to, room.count)), integer(bytesPerDouble));

/** Puts the shares at some points in their values, over the first places. @param places and points, how many bytes */
const sharesAt = ({ carry, share, points, values }: Parts, to: Bytes, places: Bytes, count: Bytes): Bytes => {
  const [popularity, weight, swarm, ends] = [room.popularity, room.weight, room.swarm, room.ends].map((offset) =>
    inRoom(to, offset),
  ) as [Bytes, Bytes, Bytes, Bytes];
  const isWhole = scalar.isAtMost(load(to, room.items), double(mostWhole));
  const endBytes = multiplyIntegers(scalar.isZero(isWhole), integer(2 * endLength * bytesPerDouble));
  return [
    carry(popularity, weight, places, swarm, integer(points), count, integer(values)),
    share(ends, addIntegers(ends, endBytes), swarm, integer(points), count, integer(values)),
  ];
};

/** catalogueOffloadOf() for the catalogue of a room. Parameters: users at once, the room. */
function oneCode(parts: Parts): FunctionWriter {
  const w = new FunctionWriter({ params: ["f64", "i32"], result: "f64" });
  const [concurrent, to] = [local(0), local(1)];
  const isNobody = scalar.eitherOf(
    scalar.isAtMost(concurrent, double(0)),
    scalar.isAtMost(load(to, room.f), double(0)),
  );
  w.add(scalar.when(isNobody, [double(0), scalar.leave]));
  w.add(vector.store(integer(parts.points), 0, vector.splat(concurrent)));
  w.add(sharesAt(parts, to, bytesOf(to), integer(bytesPerPair)));
  w.add(load(integer(parts.values)));
  return w;
}

/** fillShares() at the points. Parameters: the room, the bytes of the points, weights by node, half, most, coefficients. */
function sharesCode(parts: Parts): FunctionWriter {
  const { carry, shareEnds, coefficients, addRest, points, values, ofEnds, scratch, mostUsers, one } = parts;
  const w = new FunctionWriter({ params: ["i32", "i32", "i32", "f64", "f64", "i32"] });
  const [to, count, weights, half, most, ofShares] = [local(0), local(1), local(2), local(3), local(4), local(5)];
  const exponent = load(to, room.exponent);
  const isSummed = w.keep(
    "i32",
    scalar.eitherOf(
      scalar.isAtMost(load(to, room.items), double(mostWhole)),
      scalar.isGreater(double(leastExponent), exponent),
    ),
  );
  const [popularity, weight, swarm, ends, byItems] = [
    room.popularity,
    room.weight,
    room.swarm,
    room.ends,
    room.byItems,
  ].map((offset) => inRoom(to, offset)) as [Bytes, Bytes, Bytes, Bytes, Bytes];
  const toShares = coefficients(integer(values), count, weights, ofShares);
  w.add(scalar.when(isSummed, [sharesAt(parts, to, bytesOf(to), count), toShares, scalar.leave]));
  const first = integer((head - 1) * bytesPerDouble);
  w.add(carry(popularity, weight, first, swarm, integer(points), count, integer(values)));
  const [lastPopularity, lastWeight] = [popularity, weight].map((row) => addIntegers(row, first)) as [Bytes, Bytes];
  w.add(shareEnds(lastPopularity, lastWeight, ends, byItems, byItems, swarm, integer(points), count, integer(values)));
  w.add(toShares);
  w.add(coefficients(integer(values + mostPoints * bytesPerDouble), count, weights, integer(ofEnds)));
  const j = w.local("i32");
  // At the most users each place is a point, two at a time; and what is carried of each is weighed.
  const from = restFrom * bytesPerDouble;
  const rest = w.keep("i32", scalar.subtractIntegers(bytesOf(to), integer(from)));
  w.add(store(integer(mostUsers), most));
  const atMost = inRoom(to, room.popularity + from);
  w.add(carry(integer(mostUsers), integer(one), integer(bytesPerDouble), swarm, atMost, rest, integer(scratch)));
  const sum = w.local("f64");
  w.add(setLocal(sum, double(0)));
  const weighed = multiply(load(addIntegers(to, local(j)), room.weight + from), load(local(j), scratch));
  w.add(scalar.repeat(j, integer(0), rest, bytesPerDouble, setLocal(sum, add(local(sum), weighed))));
  w.add(addRest(count, half, exponent, integer(ofEnds), divide(local(sum), most), ofShares));
  return w;
}

/**
 * fillOffloads(). Parameters: the cells asked and those filled in, of month 0, how far each month is from the next, the
 * last month; items, the exponent and the share, where they lie; the room.
 */
function offloadsCode(module: ModuleWriter): FunctionWriter {
  const parts = partsOf(module);
  const { points, nodesOf, interpolate, raise } = parts;
  const [one, shares] = [module.add(oneCode(parts).body), module.add(sharesCode(parts).body)];
  const [catalogue, swarm] = [module.add(catalogueCode(module).body), module.add(swarmCode().body)];
  const w = new FunctionWriter({ params: ["i32", "i32", "i32", "i32", "i32", "i32", "i32", "i32", "i32"] });
  const [from, fromStep, to, toStep, last, items, exponent, f, place] = Array.from({ length: 9 }, (_, i) =>
    local(i),
  ) as [Bytes, Bytes, Bytes, Bytes, Bytes, Bytes, Bytes, Bytes, Bytes];
  w.add(scalar.call(catalogue, [place, load(items), load(exponent)]));
  w.add(scalar.call(swarm, [place, load(f)]));
  const t = w.local("i32");
  const months = addIntegers(last, integer(1));
  const asked = load(addIntegers(from, multiplyIntegers(local(t), fromStep)));
  const fill = (value: Bytes) =>
    scalar.repeat(t, integer(0), months, 1, store(addIntegers(to, multiplyIntegers(local(t), toStep)), value));
  const [least, most] = [w.local("f64"), w.local("f64")];
  w.add([setLocal(least, double(Number.POSITIVE_INFINITY)), setLocal(most, double(0))]);
  const ends = [setLocal(least, scalar.min(local(least), asked)), setLocal(most, scalar.max(local(most), asked))];
  w.add(scalar.repeat(t, integer(0), months, 1, ends));
  const oneOf = (concurrent: Bytes) => scalar.call(one, [concurrent, place]);
  const [share, count, at, weights] = [w.local("f64"), w.local("i32"), w.local("i32"), w.local("i32")];
  const isStill = scalar.isEqual(local(least), local(most));
  w.add(scalar.when(isStill, [setLocal(share, oneOf(local(least))), fill(local(share)), scalar.leave]));
  const inParts = ([least, most] as const).map((value) =>
    multiply(logOf(module, local(value)), double(logarithmParts)),
  );
  const firstPart = w.keep("f64", scalar.floor(inParts[0] as Bytes));
  const lastPart = w.keep("f64", scalar.max(scalar.ceiling(inParts[1] as Bytes), add(firstPart, double(1))));
  const [begin, end] = [firstPart, lastPart].map((part) => w.keep("f64", divide(part, double(logarithmParts)))) as [
    Bytes,
    Bytes,
  ];
  const span = w.keep("f64", subtract(end, begin));
  w.add(setLocal(count, integer(0)));
  // The last that is set holds: so the fewest points go last.
  for (const [i, { count: many, reach }] of [...enoughPoints.entries()].reverse()) {
    const isEnough = scalar.bothOf(
      scalar.isAtMost(span, double(reach)),
      scalar.isAtMost(double(monthsByPoint * many), scalar.ofInteger(months)),
    );
    const nodes = nodesOf[i] as (typeof nodesOf)[number];
    const choose = [
      setLocal(count, integer(many * bytesPerDouble)),
      setLocal(at, integer(nodes.at)),
      setLocal(weights, integer(nodes.weights)),
    ];
    w.add(scalar.when(isEnough, choose));
  }
  const isSomebody = scalar.bothOf(scalar.isGreater(local(least), double(0)), scalar.isGreater(load(f), double(0)));
  w.add(scalar.when(scalar.isZero(isSomebody), setLocal(count, integer(0))));
  w.add(scalar.when(scalar.isZero(local(count)), [fill(oneOf(asked)), scalar.leave]));
  const middle = w.keep("f64", divide(add(begin, end), double(2)));
  const half = w.keep("f64", divide(span, double(2)));
  // Where the coefficients lie, of these or of others.
  const odd = scalar.bothOf(scalar.integerOf(lastPart), integer(1));
  const number = addIntegers(multiplyIntegers(scalar.integerOf(firstPart), integer(2)), odd);
  const slot = w.keep(
    "i32",
    addIntegers(
      addIntegers(place, integer(room.remembered)),
      multiplyIntegers(scalar.bothOf(number, integer(remembered - 1)), integer(slotLength * bytesPerDouble)),
    ),
  );
  const key = [begin, end, load(items), load(exponent), load(f)];
  const isKnown = key
    .map((value, i) => scalar.isEqual(load(slot, i * bytesPerDouble), value))
    .reduce((all, each) => scalar.bothOf(all, each));
  const ofShares = addIntegers(slot, integer(keyLength * bytesPerDouble));
  const j = w.local("i32");
  const point = vector.add(
    vector.splat(middle),
    vector.multiply(vector.splat(half), vector.load(addIntegers(local(at), local(j)), 0)),
  );
  const makePoints = scalar.repeat(j, integer(0), local(count), bytesPerPair, vector.store(local(j), points, point));
  const make = [
    makePoints,
    raise(integer(points), local(count)),
    scalar.call(shares, [place, local(count), local(weights), half, expOf(module, end), ofShares]),
    key.map((value, i) => store(slot, value, i * bytesPerDouble)),
  ];
  w.add(scalar.when(scalar.isZero(isKnown), make));
  const lastOf = scalar.subtractIntegers(local(count), integer(bytesPerDouble));
  w.add(interpolate(from, fromStep, to, toStep, last, ofShares, lastOf, middle, half));
  return w;
}

/** The word on two samples: each by itself, with a catalogue of its own that both sums of a trial share. */
export const offloadRoutine: Routine = (module, { out, at, step }) => {
  const [concurrent = 0, items = 0, exponent = 0, f = 0] = at;
  const offloads = module.function("offloads", () => offloadsCode(module));
  const { places: rooms } = module.shared("offloads", () => [module.take(room.doubles), module.take(room.doubles)]);
  const [fromStep = 0] = step;
  return rooms.map((place, sample) => {
    const lane = sample * bytesPerDouble;
    const cells = [concurrent + lane, fromStep, out + lane, bytesPerPair];
    const last = fromStep === 0 ? 0 : module.months;
    const given = [items + lane, exponent + lane, f + lane, place];
    return scalar.call(offloads, [...cells, last, ...given].map(integer));
  });
};
