import { pow } from "../../math/pow";
import type { Frame, Kernel } from "../kernel";
import type { Primitive, Shape } from "../node";
import { dimensionless, divide, multiply, parseUnit, type Unit } from "../unit";
import { levelPaymentOf } from "./finance";
import { call } from "./functions";
import { growthLevels, monthsPerYear } from "./growth";
import { stockRoutines } from "./stock-code";
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
  /** By month; what is needed in month 0 is not looked at. */
  readonly need: Float64Array;
  readonly life: number;
  readonly standing: number;
  readonly age: number;
  readonly price: number;
  readonly growth: number;
  /** The rate of financing, the months of warranty, or the month looked at: by word. */
  readonly extra: number;
}

/** The month in which the standing fleet entered service, 1 or before. */
const standingFrom = ({ age, life }: Stock) => 1 - Math.min(age, life - 1);

/** Fills in what is in service and what is bought, by month. */
function buy(stock: Stock, months: number, inService: Float64Array, bought: Float64Array): void {
  const { need, life, standing } = stock;
  const endOfStanding = standingFrom(stock) + life;
  inService[0] = standing;
  bought[0] = 0;
  for (let t = 1; t <= months; t++) {
    const retired = (t - life >= 1 ? (bought[t - life] as number) : 0) + (t === endOfStanding ? standing : 0);
    const left = (inService[t - 1] as number) - retired;
    const now = Math.max(need[t] as number, left);
    inService[t] = now;
    bought[t] = now - left;
  }
}

/** What was paid for the units that entered service in a month; what enters in month 1 is paid in month 0. */
const paidFor = (units: number, from: number, price: number, levels: Float64Array) =>
  units * (price * (levels[paidIn(from)] as number));
const paidIn = (from: number) => (from === 1 ? 0 : from);

/** What the standing fleet was worth when it entered service. */
const standingPaid = (stock: Stock) =>
  stock.standing * (stock.price * pow(1 + stock.growth, standingFrom(stock) / monthsPerYear));

/** Book value at the end of month t: what was paid, less 1/life for each month of service. */
const bookValue = (paid: number, from: number, { life }: Stock, t: number) =>
  paid * Math.max(0, (life - (t - from + 1)) / life);

/** Fills in a word's months, or its one value at 0, for one stock; the row holds 0 throughout. */
type Work = (stock: Stock, months: number, bought: Float64Array, row: Float64Array) => void;

/** Adds an amount to the months in which a cohort is in service, from `start` on. */
function spread(row: Float64Array, months: number, from: number, life: number, start: number, amount: number): void {
  const end = Math.min(months, from + life - 1);
  for (let t = Math.max(1, start); t <= end; t++) row[t] = (row[t] as number) + amount;
}

/** What each cohort, the standing fleet first, costs or is worth a month while it is in service. */
const whileInService =
  (amount: (paid: number, stock: Stock) => number, after: (stock: Stock) => number = () => 0): Work =>
  (stock, months, bought, row) => {
    const { life, price } = stock;
    const wait = after(stock);
    if (stock.standing > 0) {
      const from = standingFrom(stock);
      spread(row, months, from, life, from + wait, amount(standingPaid(stock), stock));
    }
    const levels = growthLevels(stock.growth, months);
    for (let t = 1; t <= months; t++) {
      const units = bought[t] as number;
      if (units > 0) spread(row, months, t, life, t + wait, amount(paidFor(units, t, price, levels), stock));
    }
  };

const purchases: Work = ({ price, growth }, months, bought, row) => {
  const levels = growthLevels(growth, months);
  for (let t = 1; t <= months; t++) {
    const units = bought[t] as number;
    if (units > 0) row[paidIn(t)] = (row[paidIn(t)] as number) + paidFor(units, t, price, levels);
  }
};

const residual: Work = (stock, months, bought, row) => {
  const levels = growthLevels(stock.growth, months);
  let sum = 0;
  for (let t = 1; t <= months; t++) {
    const units = bought[t] as number;
    if (units > 0) sum += bookValue(paidFor(units, t, stock.price, levels), t, stock, months);
  }
  row[0] = stock.extra * sum;
};

const standingBookValue: Work = (stock, _months, _bought, row) => {
  row[0] = stock.standing > 0 ? bookValue(standingPaid(stock), standingFrom(stock), stock, stock.extra) : 0;
};

/** Nothing to add to what buying gives. */
const unitsInService: Work = () => {};

/** What a stock comes to step by step, as a spreadsheet works it out. */
export interface StockSteps {
  readonly retired: Float64Array;
  readonly inService: Float64Array;
  readonly bought: Float64Array;
  /** What was paid for the units that entered service in a month. */
  readonly paid: Float64Array;
  readonly standingPaid: number;
  /** What was paid for all that is in service, month by month. */
  readonly paidInService: Float64Array;
  /** The book value at the horizon of what was paid for the units that entered service in a month. */
  readonly bookValue: Float64Array;
}

export function stockSteps(stock: Omit<Stock, "extra">, months: number): StockSteps {
  const rows = () => new Float64Array(months + 1);
  const [retired, inService, bought, paid, paidInService, book] = [rows(), rows(), rows(), rows(), rows(), rows()];
  const whole = { ...stock, extra: 0 };
  buy(whole, months, inService, bought);
  const levels = growthLevels(stock.growth, months);
  for (let t = 1; t <= months; t++) {
    retired[t] = (inService[t - 1] as number) + (bought[t] as number) - (inService[t] as number);
    paid[t] = paidFor(bought[t] as number, t, stock.price, levels);
    book[t] = bookValue(paid[t] as number, t, whole, months);
  }
  whileInService((amount) => amount)(whole, months, bought, paidInService);
  return { retired, inService, bought, paid, standingPaid: standingPaid(whole), paidInService, bookValue: book };
}

/** Rows that every stock works in, one after the other: need, in service, bought, and the result. */
let rows = [0, 1, 2, 3].map(() => new Float64Array(0)) as [Float64Array, Float64Array, Float64Array, Float64Array];

function rowsFor(months: number): typeof rows {
  if (rows[0].length <= months) rows = rows.map(() => new Float64Array(months + 1)) as typeof rows;
  return rows;
}

function kernel(work: Work, shape: Shape): Kernel {
  return ({ cells, samples, months }: Frame, out, at, step) => {
    const argument = (i: number, s: number) => (at[i] === undefined ? 0 : (cells[(at[i] as number) + s] as number));
    const needAt = at[0] as number;
    const needStep = step[0] as number;
    const [need, inService, bought, result] = rowsFor(months);
    const last = shape === "monthly" ? months : 0;
    for (let s = 0; s < samples; s++) {
      for (let t = 1; t <= months; t++) need[t] = cells[needAt + t * needStep + s] as number;
      const stock: Stock = {
        need,
        life: argument(1, s),
        standing: argument(2, s),
        age: argument(3, s),
        price: argument(4, s),
        growth: argument(5, s),
        extra: argument(6, s),
      };
      // What stands already is worth what it is, whatever is bought.
      if (work !== standingBookValue) buy(stock, months, inService, bought);
      if (work !== unitsInService) {
        result.fill(0, 0, last + 1);
        work(stock, months, bought, result);
      }
      const row = work === unitsInService ? inService : result;
      for (let t = 0; t <= last; t++) cells[out + t * samples + s] = row[t] as number;
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
  const routine = stockRoutines[name];
  return call(name, arity, {
    shape: () => shape,
    unit,
    kernel: kernel(work, shape),
    ...(routine && { routine }),
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
  stockWord("stockInService", "in service", "monthly", unitsInService, (args) => unitOf(args), 4),
  /** Purchases, when paid. */
  stockWord("stockCash", "purchases", "monthly", purchases, flow, 6),
  /** Each cohort in service costs its purchase / life a month. */
  stockWord(
    "stockStraightLine",
    "straight line",
    "monthly",
    whileInService((paid, { life }) => paid / life),
    flow,
    6,
  ),
  /** Each cohort in service costs the level payment that repays its purchase over its life. */
  stockWord(
    "stockFinanced",
    "financed",
    "monthly",
    whileInService((paid, { extra, life }) => levelPaymentOf(paid, extra / monthsPerYear, life)),
    flowAtRate,
    7,
    "at the cost of money",
  ),
  /** Purchase value of the cohorts that have been in service for the given months or more. */
  stockWord(
    "stockOlderThan",
    "purchase value past warranty",
    "monthly",
    whileInService(
      (paid) => paid,
      ({ extra }) => extra,
    ),
    worthInMonth,
    7,
    "in service for at least",
  ),
  /** A share of the book values at the horizon of what was paid within it. */
  stockWord("stockResidual", "book value at the horizon", "one", residual, worthShare, 7, "of it"),
  /** Book value of the standing fleet at the end of the given month. */
  stockWord(
    "stockStandingBookValue",
    "book value of what stands",
    "one",
    standingBookValue,
    worthInMonth,
    7,
    "at the end of month",
  ),
];
