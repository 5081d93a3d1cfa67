import { expm1OfTwo, expOfTwo, log1pOfTwo, logOfTwo } from "../compiled/elementary";
import { FunctionWriter } from "../compiled/function-writer";
import type { ModuleWriter, VectorFunction } from "../compiled/module-writer";
import * as scalar from "../compiled/scalar";
import * as vector from "../compiled/vector";
import { halfLogTwoPi, mostTerms, negligible, stirlingErrors, vanishing } from "./binomial";

/** binomial.ts on two tails at once: the same operations in the same order. */

const { add, subtract, multiply, divide, min, both, either, constant, choose } = vector;
const { integer, local, setLocal, multiplyIntegers } = scalar;
const bytesPerDouble = 8;

type Expression = vector.Expression;

const [nothing, one] = [constant(0), constant(1)];

/** stirlingError() of whole numbers. */
function stirlingCode(module: ModuleWriter): FunctionWriter {
  const w = new FunctionWriter({ params: ["v128"], result: "v128" });
  const table = module.constant(stirlingErrors);
  const last = stirlingErrors.length - 1;
  const inTable = ([0, 1] as const).map((lane) => {
    const place = scalar.integerOf(scalar.min(vector.lane(local(0), lane), scalar.double(last)));
    return scalar.load(multiplyIntegers(place, integer(bytesPerDouble)), table);
  }) as [Expression, Expression];
  const y = w.keep("v128", divide(one, multiply(local(0), local(0))));
  const last5 = divide(multiply(y, constant(691)), constant(360_360));
  const series = [1 / 1188, 1 / 1680, 1 / 1260, 1 / 360, 1 / 12].reduce(
    (rest, term, i) => subtract(constant(term), i === 0 ? rest : multiply(y, rest)),
    last5,
  );
  const isInTable = vector.isAtMost(local(0), constant(last));
  w.add(choose(isInTable, vector.pair(...inTable), divide(series, local(0))));
  return w;
}

/** deviance() where x is not 0. */
function devianceCode(module: ModuleWriter): FunctionWriter {
  const w = new FunctionWriter({ params: ["v128", "v128"], result: "v128" });
  const keep = (value: Expression) => w.keep("v128", value);
  const [x, mean] = [local(0), local(1)];
  const difference = keep(subtract(x, mean));
  const size = keep(add(x, mean));
  const isNear = keep(vector.isLess(vector.absolute(difference), multiply(constant(0.1), size)));
  const result = w.local("v128");
  w.add(setLocal(result, nothing));
  const far = setLocal(result, subtract(add(multiply(x, module.call(logOfTwo, [divide(x, mean)])), mean), x));
  w.add(scalar.when(scalar.isZero(vector.areBoth(isNear)), far));
  const near = w.apart(() => {
    // Where it is far the series is 0 at once.
    const v = keep(both(divide(difference, size), isNear));
    const square = keep(multiply(v, v));
    const [term, sum, next, j] = [0, 1, 2, 3].map(() => w.local("v128")) as [number, number, number, number];
    w.add([
      setLocal(term, both(multiply(multiply(constant(2), x), v), isNear)),
      setLocal(sum, both(multiply(difference, v), isNear)),
      setLocal(j, constant(3)),
    ]);
    // A sum that stays is not changed by the terms after, which are smaller.
    const forth = [
      setLocal(term, multiply(local(term), square)),
      setLocal(next, add(local(sum), divide(local(term), local(j)))),
    ];
    w.add(forth);
    w.add(
      scalar.asLongAs(scalar.isZero(vector.areBoth(vector.isEqual(local(next), local(sum)))), [
        setLocal(sum, local(next)),
        setLocal(j, add(local(j), constant(2))),
        forth,
      ]),
    );
    w.add(setLocal(result, choose(isNear, local(sum), local(result))));
  });
  w.add(scalar.when(vector.isEither(isNear), near));
  w.add(local(result));
  return w;
}

interface Asked {
  readonly givenN: Expression;
  readonly givenP: Expression;
  readonly givenQ: Expression;
  readonly k: Expression;
}

/** binomialBelow() of whole n and k, but for the longest sums and where log1p is asked. */
function tailOf(w: FunctionWriter, { givenN, givenP, givenQ, k }: Asked, module: ModuleWriter) {
  const keep = (value: Expression) => w.keep("v128", value);
  const stirling = module.function("stirling", () => stirlingCode(module));
  const deviance = module.function("deviance", () => devianceCode(module));
  const stirlingOf = (x: Expression) => scalar.call(stirling, [x]);
  const devianceOf = (x: Expression, mean: Expression) => scalar.call(deviance, [x, mean]);
  const isNone = keep(vector.isAtMost(k, nothing));
  const isAll = keep(vector.isGreater(k, givenN));
  const isNever = keep(vector.isAtMost(givenP, nothing));
  const isCertain = keep(vector.isAtMost(givenQ, nothing));
  const isKnown = keep([isNone, isAll, isNever, isCertain].reduce(either));
  const known = choose(isNone, nothing, choose(isAll, one, choose(isNever, one, nothing)));
  const fewer = keep(subtract(k, one));
  const isLower = keep(vector.isLess(fewer, multiply(givenN, givenP)));
  const many = keep(choose(isLower, fewer, subtract(givenN, k)));
  const [likely, unlikely] = [choose(isLower, givenP, givenQ), choose(isLower, givenQ, givenP)];
  const isWhole = (x: Expression) => vector.isEqual(x, vector.floor(x));
  const isNoLog1p = either(vector.isGreater(many, nothing), vector.isAtMost(unlikely, likely));
  const isShort = both(
    vector.isLess(many, constant(mostTerms)),
    vector.isAtMost(givenN, constant(Number.MAX_SAFE_INTEGER)),
  );
  const isPlain = keep(either(isKnown, [isShort, isNoLog1p, isWhole(givenN), isWhole(k)].reduce(both)));
  // Elsewhere is worked out what does no harm.
  const isAsked = keep(both(isPlain, vector.not(isKnown)));
  const n = keep(choose(isAsked, givenN, one));
  const j = keep(both(isAsked, many));
  const p = keep(choose(isAsked, likely, constant(0.5)));
  const q = keep(choose(isAsked, unlikely, constant(0.5)));
  const isFirst = keep(vector.isEqual(j, nothing));
  const top = w.local("v128");
  w.add(setLocal(top, nothing));
  const ofFirst = setLocal(top, multiply(n, module.call(logOfTwo, [q])));
  w.add(scalar.when(vector.isEither(isFirst), ofFirst));
  const ofOthers = w.apart(() => {
    const i = keep(choose(isFirst, one, j));
    const rest = keep(choose(isFirst, one, subtract(n, j)));
    const all = keep(choose(isFirst, constant(2), n));
    const chance = [
      stirlingOf(i),
      stirlingOf(rest),
      devianceOf(i, multiply(all, p)),
      devianceOf(rest, multiply(all, q)),
      constant(halfLogTwoPi),
    ].reduce(subtract, stirlingOf(all));
    const size = divide(module.call(logOfTwo, [divide(divide(all, i), rest)]), constant(2));
    w.add(setLocal(top, choose(isFirst, local(top), add(chance, size))));
  });
  w.add(scalar.when(scalar.isZero(vector.areBoth(isFirst)), ofOthers));
  const [term, sum, i] = [w.local("v128"), w.local("v128"), w.local("v128")];
  w.add([setLocal(sum, one), setLocal(term, one), setLocal(i, j)]);
  // Terms below the last digit change no sum: so one of both may go on as long as the other.
  const isLeft = vector.not(vector.isLess(local(term), multiply(constant(negligible), local(sum))));
  const counts = both(isLeft, vector.isGreater(local(i), nothing));
  w.add(
    scalar.asLongAs(vector.isEither(counts), [
      setLocal(
        term,
        multiply(local(term), divide(multiply(local(i), q), multiply(add(subtract(n, local(i)), one), p))),
      ),
      setLocal(sum, add(local(sum), local(term))),
      setLocal(i, vector.max(subtract(local(i), one), nothing)),
    ]),
  );
  const tail = choose(
    vector.isLess(local(top), constant(vanishing)),
    nothing,
    multiply(module.call(expOfTwo, [local(top)]), local(sum)),
  );
  const kept = keep(tail);
  const asked = choose(isLower, min(one, kept), subtract(one, kept));
  return { isPlain, value: choose(isKnown, known, asked) };
}

type Write = NonNullable<VectorFunction["write"]>;

/** The tail of n, p and k. */
export const writeBelow: Write = (w, [givenN = [], givenP = [], k = []], module) =>
  tailOf(w, { givenN, givenP, givenQ: w.keep("v128", subtract(one, givenP)), k }, module);

/** yearlyLoss of k, n, the hazard and the periods. */
export const writeYearlyLoss: Write = (w, [k = [], givenN = [], hazard = [], periods = []], module) => {
  const keep = (value: Expression) => w.keep("v128", value);
  const away = keep(subtract(nothing, hazard));
  const givenP = keep(module.call(expOfTwo, [away]));
  const givenQ = keep(subtract(nothing, module.call(expm1OfTwo, [away])));
  const { isPlain, value } = tailOf(w, { givenN, givenP, givenQ, k }, module);
  const stays = module.call(log1pOfTwo, [subtract(nothing, value)]);
  return { isPlain, value: subtract(nothing, module.call(expm1OfTwo, [multiply(periods, stays)])) };
};
