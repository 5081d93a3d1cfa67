import * as normal from "../../math/inverse-normal";
import { keeperOf, logOfTwo, polynomial } from "./elementary";
import type { VectorFunction } from "./module-writer";
import { isZero, local, setLocal, when } from "./scalar";
import * as vector from "./vector";

const { subtract, multiply, divide, constant, both, either, choose } = vector;

/** lib/math/inverse-normal.ts on two doubles at once, but for its far part: the same operations in the same order. */
export const inverseNormalOfTwo: VectorFunction = {
  scalar: normal.inverseNormal,
  write: (w, [p = []], module) => {
    const keep = keeperOf(w);
    const ratio = (top: readonly number[], bottom: readonly number[], x: vector.Expression) =>
      divide(polynomial(x, top), polynomial(x, bottom));
    const q = keep(subtract(p, constant(0.5)));
    const isCentral = keep(vector.isAtMost(vector.absolute(q), constant(normal.central.reach)));
    const inside = keep(subtract(constant(normal.central.square), multiply(q, q)));
    const [value, isPlain] = [w.local("v128"), w.local("v128")];
    w.add(setLocal(value, multiply(q, ratio(normal.centralTop, normal.centralBottom, inside))));
    w.add(setLocal(isPlain, isCentral));
    const tails = w.apart(() => {
      const isBelow = keep(vector.isLess(q, constant(0)));
      const logarithm = logOfTwo.write?.(w, [keep(choose(isBelow, p, subtract(constant(1), p)))], module);
      if (!logarithm) throw new Error("the logarithm of two doubles is not written");
      const r = keep(vector.squareRoot(subtract(constant(0), logarithm.value)));
      const z = keep(ratio(normal.middleTop, normal.middleBottom, keep(subtract(r, constant(normal.middle.from)))));
      const signed = choose(isBelow, subtract(constant(0), z), z);
      w.add(setLocal(value, choose(isCentral, local(value), signed)));
      const isMiddle = both(logarithm.isPlain, vector.isAtMost(r, constant(normal.middle.to)));
      w.add(setLocal(isPlain, either(isCentral, isMiddle)));
    });
    w.add(when(isZero(vector.areBoth(isCentral)), tails));
    return { isPlain: local(isPlain), value: local(value) };
  },
};
