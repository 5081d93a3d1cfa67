import type { Bytes, ValueType } from "../compiled/bytes";
import { powOfTwo } from "../compiled/elementary";
import { FunctionWriter } from "../compiled/function-writer";
import type { ModuleWriter, Routine, RoutinePlaces } from "../compiled/module-writer";
import * as scalar from "../compiled/scalar";
import * as vector from "../compiled/vector";
import { monthsPerYear } from "./growth";
import { levelsOf } from "./growth-code";

/** The words of stock.ts on two samples at once: the same operations in the same order. Lives, ages and waits are whole. */

const { add, subtract, multiply, divide, min, max, both, constant } = vector;
const { integer, local, addIntegers, subtractIntegers, multiplyIntegers } = scalar;
const bytesPerPair = 16;
const nothing = constant(0);

type Six = [Bytes, Bytes, Bytes, Bytes, Bytes, Bytes];
const [need, life, standing, age, price, growth, extra] = [0, 1, 2, 3, 4, 5, 6] as const;

const loader =
  (w: FunctionWriter) =>
  (at: Bytes, offset = 0) =>
    w.keep("v128", vector.load(at, offset));

const parameters = (count: number): ValueType[] => Array.from({ length: count }, () => "i32");

/** The month in which the standing fleet entered service. */
const standingFrom = (life: vector.Expression, age: vector.Expression) =>
  subtract(constant(1), min(age, subtract(life, constant(1))));

/** Parameters: need and its step, life, standing, age; in service; bought, before which lie as many months of nothing. */
function buyCode({ months }: ModuleWriter): FunctionWriter {
  const w = new FunctionWriter({ params: parameters(7) });
  const load = loader(w);
  const [needs, step, inService, bought] = [local(0), local(1), local(5), local(6)];
  const [lives, stands, ages] = [load(local(2)), load(local(3)), load(local(4))];
  const end = w.keep("v128", add(standingFrom(lives, ages), lives));
  // What lived longer than the months is as if it were bought before them.
  const back = ([0, 1] as const).map((lane) => {
    const whole = scalar.integerOf(vector.lane(lives, lane));
    return w.keep(
      "i32",
      multiplyIntegers(scalar.least(w.keep("i32", whole), integer(months + 1)), integer(bytesPerPair)),
    );
  }) as [Bytes, Bytes];
  const [t, left] = [w.local("i32"), w.local("v128")];
  const month = w.local("v128");
  const now = w.local("v128");
  w.add(scalar.setLocal(now, stands));
  w.add(scalar.setLocal(month, nothing));
  w.add(vector.store(inService, 0, stands));
  w.add(vector.store(bought, 0, nothing));
  const body = w.apart(() => {
    w.add(scalar.setLocal(month, add(local(month), constant(1))));
    const at = multiplyIntegers(local(t), integer(bytesPerPair));
    const place = w.keep("i32", addIntegers(bought, at));
    const past = ([0, 1] as const).map((lane) => scalar.load(subtractIntegers(place, back[lane]), lane * 8)) as [
      Bytes,
      Bytes,
    ];
    const ending = both(stands, vector.isEqual(local(month), end));
    const retired = add(vector.pair(past[0], past[1]), ending);
    w.add(scalar.setLocal(left, subtract(local(now), retired)));
    const needed = vector.load(addIntegers(needs, multiplyIntegers(local(t), step)), 0);
    // Neither is NaN or -0: a need is a count that is refused where it is too large, or a share of what such a count costs.
    w.add(scalar.setLocal(now, vector.greater(needed, local(left))));
    w.add(vector.store(addIntegers(inService, at), 0, local(now)));
    w.add(vector.store(place, 0, subtract(local(now), local(left))));
  });
  w.add(scalar.repeat(t, integer(1), integer(months + 1), 1, body));
  return w;
}

/** What is in service and what is bought by month, for all words about the same stock. */
function fleetOf(
  module: ModuleWriter,
  { at, step }: RoutinePlaces,
): { inService: number; bought: number; code: Bytes } {
  const rows = 2 * (module.months + 1);
  const of = [at[need], step[need], at[life], at[standing], at[age]] as number[];
  const { places, isNew } = module.shared(`fleet ${of}`, () => {
    const inService = module.take(rows);
    return { inService, bought: module.take(2 * rows) + rows * 8 };
  });
  const buy = module.function("buy", () => buyCode(module));
  const code = isNew ? scalar.call(buy, [...of, places.inService, places.bought].map(integer)) : [];
  return { ...places, code };
}

/** What was paid for what entered service in a month, where something did. */
const paidFor = (units: vector.Expression, prices: vector.Expression, level: vector.Expression) =>
  both(multiply(units, multiply(prices, level)), vector.isGreater(units, nothing));

/** Parameters: result, bought, levels, price. */
function cashCode({ months }: ModuleWriter): FunctionWriter {
  const w = new FunctionWriter({ params: parameters(4) });
  const load = loader(w);
  const [out, bought, levels] = [local(0), local(1), local(2)];
  const prices = load(local(3));
  const t = w.local("i32");
  const body = w.apart(() => {
    const units = load(addIntegers(bought, local(t)));
    w.add(
      vector.store(
        addIntegers(out, local(t)),
        0,
        paidFor(units, prices, vector.load(addIntegers(levels, local(t)), 0)),
      ),
    );
  });
  w.add(scalar.repeat(t, integer(2 * bytesPerPair), integer((months + 1) * bytesPerPair), bytesPerPair, body));
  // What enters service in month 1 is paid in month 0.
  w.add(vector.store(out, 0, paidFor(load(bought, bytesPerPair), prices, vector.load(levels, 0))));
  w.add(vector.store(out, bytesPerPair, nothing));
  return w;
}

/** The level of the price at which what enters service in a month is bought. */
const levelAt = (w: FunctionWriter, levels: Bytes, t: Bytes) => {
  const isFirst = subtractIntegers(integer(1), scalar.isAbove(t, integer(1)));
  const month = w.keep("i32", subtractIntegers(t, isFirst));
  return vector.load(addIntegers(levels, multiplyIntegers(month, integer(bytesPerPair))), 0);
};

const bookValue = (paid: vector.Expression, served: vector.Expression, lives: vector.Expression) =>
  multiply(paid, max(nothing, divide(subtract(lives, served), lives)));

/** Parameters: result, bought, levels, price, life, share. */
function residualCode({ months }: ModuleWriter): FunctionWriter {
  const w = new FunctionWriter({ params: parameters(6) });
  const load = loader(w);
  const [prices, lives, share] = [load(local(3)), load(local(4)), load(local(5))];
  const [t, sum, served] = [w.local("i32"), w.local("v128"), w.local("v128")];
  w.add(scalar.setLocal(sum, nothing));
  w.add(scalar.setLocal(served, constant(months + 1)));
  const body = w.apart(() => {
    w.add(scalar.setLocal(served, subtract(local(served), constant(1))));
    const units = load(addIntegers(local(1), multiplyIntegers(local(t), integer(bytesPerPair))));
    const paid = paidFor(units, prices, levelAt(w, local(2), local(t)));
    w.add(scalar.setLocal(sum, add(local(sum), bookValue(paid, local(served), lives))));
  });
  w.add(scalar.repeat(t, integer(1), integer(months + 1), 1, body));
  w.add(vector.store(local(0), 0, multiply(share, local(sum))));
  return w;
}

/** What the standing fleet was worth when it entered service. */
function standingPaid(
  module: ModuleWriter,
  from: vector.Expression,
  at: Record<"standing" | "price" | "growth", vector.Expression>,
) {
  const level = module.call(powOfTwo, [add(constant(1), at.growth), divide(from, constant(monthsPerYear))]);
  return multiply(at.standing, multiply(at.price, level));
}

/** Parameters: result, life, standing, age, price, growth, month. */
function standingBookValueCode(module: ModuleWriter): FunctionWriter {
  const w = new FunctionWriter({ params: parameters(7) });
  const load = loader(w);
  const [lives, stands, ages, prices, growths, month] = [1, 2, 3, 4, 5, 6].map((i) => load(local(i))) as Six;
  const from = w.keep("v128", standingFrom(lives, ages));
  const paid = standingPaid(module, from, { standing: stands, price: prices, growth: growths });
  const value = bookValue(paid, add(subtract(month, from), constant(1)), lives);
  w.add(vector.store(local(0), 0, both(value, vector.isGreater(stands, nothing))));
  return w;
}

/** Parameters: result, bought, levels, life, standing, age, price, growth, months of waiting. */
function olderThanCode(module: ModuleWriter): FunctionWriter {
  const { months } = module;
  const w = new FunctionWriter({ params: parameters(9) });
  const load = loader(w);
  const [out, bought, levels] = [local(0), local(1), local(2)];
  const [lives, stands, ages, prices, growths, waits] = [3, 4, 5, 6, 7, 8].map((i) => load(local(i))) as Six;
  const [t, u, first, end, amount] = [w.local("i32"), w.local("i32"), w.local("i32"), w.local("i32"), w.local("f64")];
  const clear = vector.store(addIntegers(out, local(t)), 0, nothing);
  w.add(scalar.repeat(t, integer(0), integer((months + 1) * bytesPerPair), bytesPerPair, clear));
  const from = w.keep("v128", standingFrom(lives, ages));
  const stood = w.keep("v128", standingPaid(module, from, { standing: stands, price: prices, growth: growths }));
  for (const lane of [0, 1] as const) {
    const offset = lane * 8;
    const whole = (value: vector.Expression) => w.keep("i32", scalar.integerOf(vector.lane(value, lane)));
    const [served, wait, entered] = [whole(lives), whole(waits), whole(from)];
    /** Adds the amount to the months in which what entered in a month is in service, once it has waited. */
    const spread = (month: Bytes): Bytes => {
      const begin = addIntegers(month, wait);
      const place = addIntegers(out, multiplyIntegers(local(u), integer(bytesPerPair)));
      return [
        scalar.setLocal(first, begin),
        scalar.when(scalar.isBelow(local(first), integer(1)), scalar.setLocal(first, integer(1))),
        scalar.setLocal(end, addIntegers(month, served)),
        scalar.setLocal(end, scalar.least(local(end), integer(months + 1))),
        scalar.repeat(
          u,
          local(first),
          local(end),
          1,
          scalar.store(place, scalar.add(scalar.load(place, offset), local(amount)), offset),
        ),
      ];
    };
    w.add(
      scalar.when(scalar.isGreater(vector.lane(stands, lane), scalar.double(0)), [
        scalar.setLocal(amount, vector.lane(stood, lane)),
        spread(entered),
      ]),
    );
    const body = w.apart(() => {
      const units = w.keep(
        "f64",
        scalar.load(addIntegers(bought, multiplyIntegers(local(t), integer(bytesPerPair))), offset),
      );
      const isBought = scalar.isGreater(units, scalar.double(0));
      const paid = w.apart(() => {
        const level = vector.lane(levelAt(w, levels, local(t)), lane);
        w.add(scalar.setLocal(amount, scalar.multiply(units, scalar.multiply(vector.lane(prices, lane), level))));
        w.add(spread(local(t)));
      });
      w.add(scalar.when(isBought, paid));
    });
    w.add(scalar.repeat(t, integer(1), integer(months + 1), 1, body));
  }
  return w;
}

type Word = (module: ModuleWriter) => FunctionWriter;

/** A word whose function takes the result, what is bought, levels where asked, and some of its arguments. */
const aboutFleet =
  (name: string, word: Word, given: readonly number[]): Routine =>
  (module, places) => {
    const fleet = fleetOf(module, places);
    const levels = levelsOf(module, places.at[growth] as number);
    const own = module.function(name, () => word(module));
    const args = [places.out, fleet.bought, levels.row, ...given.map((i) => places.at[i] as number)];
    return [fleet.code, levels.code, scalar.call(own, args.map(integer))];
  };

export const stockRoutines: { readonly [word: string]: Routine } = {
  stockInService: (module, places) => {
    const fleet = fleetOf(module, places);
    return [fleet.code, module.copy(places.out, fleet.inService, bytesPerPair)];
  },
  stockCash: aboutFleet("stockCash", cashCode, [price]),
  stockResidual: aboutFleet("stockResidual", residualCode, [price, life, extra]),
  stockOlderThan: aboutFleet("stockOlderThan", olderThanCode, [life, standing, age, price, growth, extra]),
  stockStandingBookValue: (module, { out, at }) => {
    const own = module.function("stockStandingBookValue", () => standingBookValueCode(module));
    return scalar.call(own, [out, ...at.slice(life)].map(integer));
  },
};
