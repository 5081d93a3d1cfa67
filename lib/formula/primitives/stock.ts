import type { Frame, Kernel, Primitive, Shape } from "../node";
import { dimensionless, divide, multiply, parseUnit, type Unit } from "../unit";
import { levelPaymentOf } from "./finance";
import { call } from "./functions";
import { known, requireNumber, requireUnit } from "./unit-rules";

/**
 * A stock is bought in cohorts so that what is in service never falls below the need; a cohort serves `life` months.
 *
 *   inService(t) = max(need(t), inService(t−1) − retired(t)),  inService(0) = standing
 *
 * What enters service in month 1 is paid in month 0 at the price of month 0. A standing fleet entered in month
 * 1 − min(age, life − 1) at the price of that month. The price of month t is price × (1 + growth)^(t/12).
 *
 * Every word of it takes need, life, standing and age; those about money take price and growth, and one more number.
 */
interface Stock {
  readonly need: (t: number) => number;
  readonly life: number;
  readonly standing: number;
  readonly age: number;
  readonly price: number;
  readonly growth: number;
  /** The rate of financing, the months of warranty, or the month looked at: by word. */
  readonly extra: number;
}

/** A cohort: units that entered service in month `from`, the standing fleet's `from` being 1 or before. */
interface Cohort {
  readonly units: number;
  readonly from: number;
  readonly isStanding: boolean;
}

function cohortsOf({ need, life, standing, age }: Stock, months: number): { inService: number[]; cohorts: Cohort[] } {
  const inService = [standing];
  const cohorts: Cohort[] = [];
  const bought: number[] = [0];
  const standingFrom = 1 - Math.min(age, life - 1);
  if (standing > 0) cohorts.push({ units: standing, from: standingFrom, isStanding: true });
  for (let t = 1; t <= months; t++) {
    const retired = (t - life >= 1 ? (bought[t - life] as number) : 0) + (t - life === standingFrom ? standing : 0);
    const left = (inService[t - 1] as number) - retired;
    const now = Math.max(need(t), left);
    inService.push(now);
    bought.push(now - left);
    if (now > left) cohorts.push({ units: now - left, from: t, isStanding: false });
  }
  return { inService, cohorts };
}

const priceIn = ({ price, growth }: Stock, month: number) => price * (1 + growth) ** (month / 12);
/** The month in which a cohort is paid: month 0 for what enters service in month 1. */
const paidIn = ({ from, isStanding }: Cohort) => (from === 1 && !isStanding ? 0 : from);
const paidFor = (stock: Stock, cohort: Cohort) => cohort.units * priceIn(stock, paidIn(cohort));

/** Book value at the end of month t: what was paid, less 1/life for each month of service. */
function bookValue(stock: Stock, cohort: Cohort, t: number): number {
  return paidFor(stock, cohort) * Math.max(0, (stock.life - (t - cohort.from + 1)) / stock.life);
}

/** Adds `amount` to each month of service of a cohort from `from` on. */
function spread(row: Float64Array, { from }: Cohort, life: number, start: number, amount: number): void {
  const end = Math.min(row.length - 1, from + life - 1);
  for (let t = Math.max(1, start); t <= end; t++) row[t] = (row[t] as number) + amount;
}

type Work = (stock: Stock, months: number) => ArrayLike<number>;

const perMonth =
  (work: (stock: Stock, cohort: Cohort, row: Float64Array) => void): Work =>
  (stock, months) => {
    const row = new Float64Array(months + 1);
    for (const cohort of cohortsOf(stock, months).cohorts) work(stock, cohort, row);
    return row;
  };

function kernel(work: Work): Kernel {
  return ({ cells, samples, months }: Frame, out, at, step) => {
    const argument = (i: number, s: number, t = 0) =>
      at[i] === undefined ? 0 : (cells[(at[i] as number) + t * (step[i] as number) + s] as number);
    for (let s = 0; s < samples; s++) {
      const stock: Stock = {
        need: (t) => argument(0, s, t),
        life: argument(1, s),
        standing: argument(2, s),
        age: argument(3, s),
        price: argument(4, s),
        growth: argument(5, s),
        extra: argument(6, s),
      };
      const result = work(stock, months);
      for (let t = 0; t < result.length; t++) cells[out + t * samples + s] = result[t] as number;
    }
  };
}

const month = parseUnit("month");
const perYear = parseUnit("1/year");

/** Checks the arguments that all words share, and gives the unit of what is bought. */
function unitOf(args: Parameters<Primitive["unit"]>[0]): Unit {
  const [need = "any", life = "any", standing = "any", age = "any", , growth = "any"] = args;
  requireUnit(life, month, "the life");
  requireUnit(standing, known(need), "what stands already");
  requireUnit(age, month, "the age");
  requireUnit(growth, perYear, "the growth of the price");
  return known(need);
}

function stockWord(
  name: string,
  says: string,
  shape: Shape,
  work: Work,
  unit: Primitive["unit"],
  arity: number,
  extra = "",
): Primitive {
  return call(name, arity, {
    shape: () => shape,
    unit,
    kernel: kernel(work),
    print: ([need, life, standing, age, price, growth, more]) => {
      const given = [`need ${need}`, `life ${life}`, `standing today ${standing}, of age ${age}`];
      if (price !== undefined) given.push(`unit price ${price}, growing by ${growth}`);
      if (more !== undefined) given.push(`${extra} ${more}`);
      return `${says} [${given.join("; ")}]`;
    },
    argumentPrecedence: 3,
    looksAt: "all months",
  });
}

/** Money: what is bought times its price. */
const worth: Primitive["unit"] = (args) => multiply(unitOf(args), known(args[4] ?? "any"));
const flow: Primitive["unit"] = (args, nodes) => divide(known(worth(args, nodes)), month);
const flowAtRate: Primitive["unit"] = (args, nodes) => {
  requireUnit(args[6] ?? "any", perYear, "the cost of money");
  return flow(args, nodes);
};
const worthInMonth: Primitive["unit"] = (args, nodes) => {
  requireUnit(args[6] ?? "any", month, "the month");
  return worth(args, nodes);
};
const worthShare: Primitive["unit"] = (args, nodes) => {
  requireNumber(args[6] ?? dimensionless, "the share");
  return worth(args, nodes);
};

export const stockFunctions: readonly Primitive[] = [
  stockWord(
    "stockInService",
    "in service",
    "monthly",
    (stock, months) => cohortsOf(stock, months).inService,
    (args) => unitOf(args),
    4,
  ),
  /** Purchases, when paid. */
  stockWord(
    "stockCash",
    "purchases",
    "monthly",
    perMonth((stock, cohort, row) => {
      if (!cohort.isStanding) row[paidIn(cohort)] = (row[paidIn(cohort)] as number) + paidFor(stock, cohort);
    }),
    flow,
    6,
  ),
  /** Each cohort in service costs its purchase / life a month. */
  stockWord(
    "stockStraightLine",
    "straight line",
    "monthly",
    perMonth((stock, cohort, row) => spread(row, cohort, stock.life, cohort.from, paidFor(stock, cohort) / stock.life)),
    flow,
    6,
  ),
  /** Each cohort in service costs the level payment that repays its purchase over its life. */
  stockWord(
    "stockFinanced",
    "financed",
    "monthly",
    perMonth((stock, cohort, row) =>
      spread(
        row,
        cohort,
        stock.life,
        cohort.from,
        levelPaymentOf(paidFor(stock, cohort), stock.extra / 12, stock.life),
      ),
    ),
    flowAtRate,
    7,
    "at the cost of money",
  ),
  /** Purchase value of the cohorts that have been in service for the given months or more. */
  stockWord(
    "stockOlderThan",
    "purchase value past warranty",
    "monthly",
    perMonth((stock, cohort, row) =>
      spread(row, cohort, stock.life, cohort.from + stock.extra, paidFor(stock, cohort)),
    ),
    worthInMonth,
    7,
    "in service for at least",
  ),
  /** A share of the book values at the horizon of what was paid within it. */
  stockWord(
    "stockResidual",
    "book value at the horizon",
    "one",
    (stock, months) => [
      stock.extra *
        cohortsOf(stock, months).cohorts.reduce(
          (sum, cohort) => sum + (cohort.isStanding ? 0 : bookValue(stock, cohort, months)),
          0,
        ),
    ],
    worthShare,
    7,
    "of it",
  ),
  /** Book value of the standing fleet at the end of the given month. */
  stockWord(
    "stockStandingBookValue",
    "book value of what stands",
    "one",
    (stock, months) => [
      cohortsOf(stock, months).cohorts.reduce(
        (sum, cohort) => sum + (cohort.isStanding ? bookValue(stock, cohort, stock.extra) : 0),
        0,
      ),
    ],
    worthInMonth,
    7,
    "at the end of month",
  ),
];
