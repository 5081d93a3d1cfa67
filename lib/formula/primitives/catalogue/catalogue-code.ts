import type { Bytes } from "../../compiled/bytes";
import { expOfTwo, logOfTwo } from "../../compiled/elementary";
import { FunctionWriter } from "../../compiled/function-writer";
import type { ModuleWriter } from "../../compiled/module-writer";
import * as scalar from "../../compiled/scalar";
import * as vector from "../../compiled/vector";
import { gaussW, gaussX, headEnd, logarithms, mostWhole, nodes, panelWidth } from "./catalogue";
import { derivatives, powers, touchard } from "./ends";
import { mostPoints } from "./rest";
import { seriesLength } from "./swarm";
import { head, mostPlaces, restFrom } from "./swarm-sums";
import { endLength, raiseCode } from "./swarm-sums-code";

/** swarm.ts, catalogue.ts and ends.ts in a module's own code: the same operations in the same order. */

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

/** Coefficients that are remembered, a power of 2: of most trials where the catalogue is certain. */
export const remembered = 128;
/** What they are of: the begin and the end of ln c, items, the exponent and the share. */
export const keyLength = 6;
export const slotLength = keyLength + mostPoints;

/** Where what belongs to one sample lies in its room, in bytes. */
const swarmPairs = 2 + seriesLength;
const swarm = 32;
const ends = swarm + swarmPairs * bytesPerPair;
const byItems = ends + 2 * endLength * bytesPerDouble;
const popularity = byItems + 2 * bytesPerDouble;
const weight = popularity + mostPlaces * bytesPerDouble;
export const room = {
  ...{ items: 0, exponent: 8, count: 16, f: 24 },
  /** 1 − f, f and the series, each twice. */
  swarm,
  ends,
  byItems,
  popularity,
  weight,
  remembered: weight + mostPlaces * bytesPerDouble,
  doubles: weight / bytesPerDouble + mostPlaces + remembered * slotLength,
} as const;

export const expOf = (module: ModuleWriter, x: Bytes): Bytes =>
  vector.lane(module.call(expOfTwo, [vector.splat(x)]), 0);

export const logOf = (module: ModuleWriter, x: Bytes): Bytes =>
  vector.lane(module.call(logOfTwo, [vector.splat(x)]), 0);

/** swarmOf(), where the room has another share. Parameters: the room, f. */
export function swarmCode(): FunctionWriter {
  const w = new FunctionWriter({ params: ["i32", "f64"] });
  const [to, f] = [local(0), local(1)];
  const keep = (value: Bytes) => w.keep("f64", value);
  const put = (pair: number, value: Bytes) =>
    w.add(vector.store(to, room.swarm + pair * bytesPerPair, vector.splat(value)));
  w.add(scalar.when(scalar.isEqual(load(to, room.f), f), scalar.leave));
  w.add(store(to, f, room.f));
  const stays = keep(subtract(double(1), f));
  put(0, stays);
  put(1, f);
  let [share, rest, factorial] = [f, stays, 1];
  for (let j = 2; j < 2 + seriesLength; j++) {
    share = keep(add(share, multiply(f, rest)));
    rest = keep(multiply(rest, stays));
    factorial *= -j;
    put(j, divide(share, double(-factorial)));
  }
  return w;
}

/** endTerms(). Parameters: the item, the exponent, where its terms are put. */
function endTermsCode(): FunctionWriter {
  const w = new FunctionWriter({ params: ["f64", "f64", "i32"] });
  const [item, exponent, to] = [local(0), local(1), local(2)];
  const keep = (value: Bytes) => w.keep("f64", value);
  const slopes: Bytes[] = touchard.map(() => double(0));
  let power = item;
  let order = 1;
  for (const derivative of derivatives) {
    for (; order < derivative.order; order++) power = keep(multiply(power, item));
    for (const [i, each] of derivative.powers.entries()) {
      slopes[i] = keep(add(slopes[i] as Bytes, divide(double(derivative.factor * each), power)));
    }
  }
  const polynomial: Bytes[] = touchard.map(() => double(0));
  const series: Bytes[] = Array.from({ length: seriesLength }, () => double(0));
  const away = keep(multiply(double(-1), exponent));
  let linear: Bytes = double(0);
  let sign: Bytes = double(1);
  for (const [i, each] of slopes.entries()) {
    sign = keep(multiply(sign, away));
    const slope = keep(multiply(each, sign));
    linear = keep(add(linear, slope));
    const by = (sum: Bytes, factor: number) => keep(add(sum, multiply(slope, double(factor))));
    for (const [k, factor] of (touchard[i] ?? []).entries()) polynomial[k] = by(polynomial[k] as Bytes, factor);
    for (const [j, factor] of (powers[i] ?? []).entries()) series[j] = by(series[j] as Bytes, factor);
  }
  for (const [place, value] of [linear, ...polynomial, ...series].entries()) {
    w.add(store(to, value, (2 + place) * bytesPerDouble));
  }
  return w;
}

/** catalogueOf(), where the room has another catalogue. Parameters: the room, items, the exponent. */
export function catalogueCode(module: ModuleWriter): FunctionWriter {
  const w = new FunctionWriter({ params: ["i32", "f64", "f64"] });
  const [to, items, exponent] = [local(0), local(1), local(2)];
  const [raise, endTerms] = [module.function("raise", () => raiseCode(module)), module.add(endTermsCode().body)];
  const [logs, xs, ws] = [logarithms, gaussX, gaussW].map((values) => module.constant(values)) as [
    number,
    number,
    number,
  ];
  const [i, panel, node, end] = [w.local("i32"), w.local("i32"), w.local("i32"), w.local("i32")];
  const [total, part] = [w.local("f64"), w.local("f64")];
  const eight = integer(bytesPerDouble);
  const at = (place: Bytes) => addIntegers(to, place);
  const away = w.keep("f64", multiply(double(-1), exponent));
  const isSame = scalar.bothOf(
    scalar.isEqual(load(to, room.items), items),
    scalar.isEqual(load(to, room.exponent), exponent),
  );
  w.add(scalar.when(isSame, scalar.leave));
  w.add([store(to, items, room.items), store(to, exponent, room.exponent)]);
  const raiseAll = [room.popularity, room.weight].map((row) =>
    scalar.call(raise, [addIntegers(to, integer(row)), local(end)]),
  );
  /** The first items, up to so many bytes. */
  const fillFirst = (bytes: Bytes) =>
    scalar.repeat(i, integer(0), bytes, bytesPerDouble, [
      store(at(local(i)), multiply(away, load(local(i), logs)), room.popularity),
      store(at(local(i)), double(0), room.weight),
    ]);
  const addFirst = (bytes: Bytes) =>
    scalar.repeat(i, integer(0), bytes, bytesPerDouble, [
      setLocal(total, add(local(total), load(at(local(i)), room.popularity))),
    ]);
  const byTotal = scalar.repeat(i, integer(0), local(end), bytesPerDouble, [
    store(at(local(i)), divide(load(at(local(i)), room.popularity), local(total)), room.popularity),
  ]);
  const count = store(to, divide(scalar.ofInteger(local(end)), double(bytesPerDouble)), room.count);
  const whole = [
    setLocal(end, multiplyIntegers(scalar.integerOf(items), eight)),
    ...[fillFirst(local(end)), raiseAll, addFirst(local(end)), byTotal, count, scalar.leave],
  ];
  w.add(setLocal(total, double(0)));
  w.add(scalar.when(scalar.isAtMost(items, double(mostWhole)), whole));

  const span = w.keep("f64", logOf(module, divide(items, double(head))));
  const steep = scalar.max(double(1), exponent);
  const panels = w.keep("f64", scalar.ceiling(divide(multiply(span, steep), double(panelWidth))));
  // Inputs allow no more; so nothing is ever written beyond the room.
  const most = double(Math.floor((mostPlaces - restFrom) / nodes));
  const wholePanels = w.keep("i32", scalar.integerOf(scalar.min(panels, most)));
  const half = w.keep("f64", divide(divide(span, panels), double(2)));
  const headBytes = integer(head * bytesPerDouble);
  w.add(fillFirst(headBytes));
  w.add(store(to, multiply(away, double(headEnd)), room.popularity + head * bytesPerDouble));
  w.add(store(to, multiply(away, add(double(headEnd), span)), room.popularity + (head + 1) * bytesPerDouble));
  w.add(setLocal(end, integer(restFrom * bytesPerDouble)));
  const middle = scalar.ofInteger(addIntegers(multiplyIntegers(integer(2), local(panel)), integer(1)));
  const ofNode = [
    setLocal(part, multiply(add(middle, load(local(node), xs)), half)),
    store(at(local(end)), multiply(away, add(double(headEnd), local(part))), room.popularity),
    store(at(local(end)), local(part), room.weight),
    setLocal(end, addIntegers(local(end), eight)),
  ];
  const everyNode = (body: Bytes) =>
    scalar.repeat(node, integer(0), integer(nodes * bytesPerDouble), bytesPerDouble, body);
  w.add(scalar.repeat(panel, integer(0), wholePanels, 1, everyNode(ofNode)));
  w.add(raiseAll);
  w.add(addFirst(headBytes));
  w.add(setLocal(i, integer(restFrom * bytesPerDouble)));
  const weighed = multiply(
    multiply(multiply(load(local(node), ws), half), double(head)),
    load(at(local(i)), room.weight),
  );
  const weighNode = [
    store(at(local(i)), weighed, room.weight),
    setLocal(total, add(local(total), multiply(load(at(local(i)), room.popularity), load(at(local(i)), room.weight)))),
    setLocal(i, addIntegers(local(i), eight)),
  ];
  w.add(scalar.repeat(panel, integer(0), wholePanels, 1, everyNode(weighNode)));
  const bothEnds = ([0, 1] as const).map((place) => {
    const sign = place === 0 ? -1 : 1;
    return {
      ...{ place, sign, item: place === 0 ? double(head) : items },
      terms: room.ends + place * endLength * bytesPerDouble,
      row: (head + place) * bytesPerDouble,
    };
  });
  for (const { item, terms } of bothEnds)
    w.add(scalar.call(endTerms, [item, exponent, addIntegers(to, integer(terms))]));
  for (const { sign, terms, row } of bothEnds) {
    const signed = multiply(double(sign), load(to, room.popularity + row));
    const correction = multiply(signed, add(double(1 / 2), load(to, terms + 2 * bytesPerDouble)));
    w.add(setLocal(total, add(local(total), correction)));
  }
  w.add(byTotal);
  for (const { place, sign, item, terms, row } of bothEnds) {
    w.add([
      store(to, load(to, room.popularity + row), terms),
      store(to, double(sign), terms + bytesPerDouble),
      store(to, double(sign / 2), room.weight + row),
      store(to, place === 0 ? double(-head) : item, room.byItems + place * bytesPerDouble),
    ]);
  }
  w.add(count);
  return w;
}
