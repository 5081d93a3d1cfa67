import type { Bytes } from "../../compiled/bytes";
import { FunctionWriter } from "../../compiled/function-writer";
import type { ModuleWriter } from "../../compiled/module-writer";
import * as scalar from "../../compiled/scalar";
import * as vector from "../../compiled/vector";
import { mostPoints } from "./rest";

/** rest.ts, and what it takes of lib/math/chebyshev.ts, in a module's own code: the same operations in the same order. */

const { add, subtract, multiply, divide, addIntegers, integer, double, local, setLocal, load, store } = scalar;
const bytesPerDouble = 8;
const bytesPerPair = 16;

/** fillCoefficients(). Parameters: values, how many bytes, weights by node, coefficients. */
export function coefficientsCode(): FunctionWriter {
  const w = new FunctionWriter({ params: ["i32", "i32", "i32", "i32"] });
  const [values, end, weights, to] = [local(0), local(1), local(2), local(3)];
  const [k, j, at, sum] = [w.local("i32"), w.local("i32"), w.local("i32"), w.local("v128")];
  const product = vector.multiply(vector.load(local(at), 0), vector.loadSplat(addIntegers(values, local(j)), 0));
  const node = [setLocal(sum, vector.add(local(sum), product)), setLocal(at, addIntegers(local(at), end))];
  const pair = [
    setLocal(sum, vector.constant(0)),
    setLocal(at, addIntegers(weights, local(k))),
    scalar.repeat(j, integer(0), end, bytesPerDouble, node),
    vector.store(addIntegers(to, local(k)), 0, local(sum)),
  ];
  w.add(scalar.repeat(k, integer(0), end, bytesPerPair, pair));
  return w;
}

/** addRest(). Parameters: the bytes of the coefficients; half; the exponent; the ends' coefficients; last; the shares'. */
export function restCode(module: ModuleWriter): FunctionWriter {
  const w = new FunctionWriter({ params: ["i32", "f64", "f64", "i32", "f64", "i32"] });
  const [end, half, exponent, ends, last, shares] = [0, 1, 2, 3, 4, 5].map((i) => local(i)) as [
    Bytes,
    Bytes,
    Bytes,
    Bytes,
    Bytes,
    Bytes,
  ];
  const [factorsAt, termsAt] = [module.take(mostPoints), module.take(mostPoints)];
  const rest = w.keep("f64", subtract(double(1), exponent));
  const step = w.keep("f64", divide(multiply(double(2), exponent), half));
  const [factor, term, allFactors, allTerms, after] = [0, 1, 2, 3, 4].map(() => w.local("f64")) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const [i, k, before, by] = [w.local("i32"), w.local("i32"), w.local("f64"), w.local("f64")];
  for (const each of [factor, term, allFactors, allTerms, after]) w.add(setLocal(each, double(0)));
  const eight = integer(bytesPerDouble);
  const isFirst = scalar.isBelow(local(k), integer(bytesPerDouble + 1));
  const place = divide(scalar.ofInteger(local(k)), double(bytesPerDouble));
  const back = [
    setLocal(k, scalar.subtractIntegers(end, local(i))),
    setLocal(before, load(addIntegers(ends, scalar.subtractIntegers(local(k), eight)))),
    scalar.when(isFirst, setLocal(before, multiply(double(2), local(before)))),
    setLocal(by, divide(double(1), add(multiply(place, step), multiply(rest, local(factor))))),
    setLocal(term, multiply(subtract(subtract(local(after), local(before)), multiply(rest, local(term))), local(by))),
    setLocal(factor, multiply(rest, local(by))),
    setLocal(allTerms, add(local(allTerms), multiply(local(term), add(double(1), local(allFactors))))),
    setLocal(allFactors, multiply(local(factor), add(double(1), local(allFactors)))),
    store(local(k), local(factor), factorsAt),
    store(local(k), local(term), termsAt),
    setLocal(after, load(addIntegers(ends, local(k)))),
  ];
  // From the last but to the second: the first of the counter is one step on.
  w.add(scalar.repeat(i, eight, end, bytesPerDouble, back));
  const share = w.keep(
    "f64",
    divide(subtract(last, local(allTerms)), add(double(1), multiply(double(2), local(allFactors)))),
  );
  w.add(store(shares, add(load(shares), share)));
  const now = w.local("f64");
  w.add(setLocal(now, multiply(share, double(2))));
  const cell = addIntegers(shares, local(k));
  const forth = [
    setLocal(now, add(multiply(load(local(k), factorsAt), local(now)), load(local(k), termsAt))),
    store(cell, add(load(cell), local(now))),
  ];
  w.add(scalar.repeat(k, eight, end, bytesPerDouble, forth));
  return w;
}
