import type { Quantity } from "@/lib/formula/node";
import { levelPaymentOf } from "@/lib/formula/primitives/finance";
import { type StockSteps, stockSteps } from "@/lib/formula/primitives/stock";
import { type Argument, type Form, type Place, type Read, tightly, type Working, type WorkingPlace } from "./form";
import { levelPaymentText } from "./words";

/** What is bought in cohorts (lib/formula/primitives/stock.ts), in rows of workings that all words about one stock share. */
interface Stock {
  readonly place: Place;
  readonly life: string;
  readonly standing: string;
  /** The month in which the standing fleet entered service. */
  readonly from: string;
  readonly price: string;
  readonly level: (month: string) => string;
  /** Units, and then money. */
  readonly units: string;
  readonly money: string;
  readonly needCell: string;
  readonly steps: (read: Read) => StockSteps;
}

/** What was worked out of late: the rows of one stock are read one after the other. */
const known = new WeakMap<Read, Map<string, StockSteps>>();

function stockOf(args: readonly Argument[], place: Place): Stock {
  const [need, ...rest] = args as readonly [Argument, ...Argument[]];
  const [life = "", standing = "", age = "", price = "0", growth = "0"] = rest.map((arg) => arg.repeated());
  const needCell = need.isMonthly ? need.row().cell : need.repeated();
  const units = [needCell, life, standing, age].join("|");
  const money = [units, price, growth].join("|");
  const read = args.slice(0, 6).map(({ node }) => place.read(node));
  return {
    place,
    life,
    standing,
    from: `(1-MIN(${age},${life}-1))`,
    price,
    level: (month) => `(1+${growth})^(${month}/12)`,
    units,
    money,
    needCell,
    steps: (values) => {
      const all = known.get(values) ?? new Map<string, StockSteps>();
      known.set(values, all);
      const steps = all.get(money) ?? stepsOf(read, values);
      all.set(money, steps);
      return steps;
    },
  };
}

function stepsOf(quantities: readonly Quantity[], read: Read): StockSteps {
  const [need = new Float64Array(0), ...rest] = quantities.map((quantity) => read.values(quantity));
  const [life = 1, standing = 0, age = 0, price = 0, growth = 0] = rest.map((values) => values[0]);
  const { months } = read;
  const everyMonth = need.length > 1 ? need : new Float64Array(months + 1).fill(need[0] as number);
  return stockSteps({ need: everyMonth, life, standing, age, price, growth }, months);
}

const byMonth = (label: string, setUp: string, service: string, values: Working["values"]): Working => ({
  label,
  unit: "",
  monthly: { setUp, service },
  values,
});

const made = (place: Place, key: string): WorkingPlace =>
  place.working(key, () => {
    throw new Error(`there is no row "${key}" yet`);
  });

/** Units in service, retired and bought. Each looks only at rows that are made and, of its own, at months before: there is no circle. */
function unitRows({ place, life, standing, from, units, needCell, steps }: Stock) {
  const { month } = place;
  const [inServiceKey, retiredKey, boughtKey] = ["in service", "retired", "bought"].map(
    (word) => `${word} ${units}`,
  ) as [string, string, string];
  const inService = place.working(inServiceKey, (own) => {
    const retired = place.working(retiredKey, (gone) => {
      const bought = place.working(boughtKey, () =>
        byMonth("Bought", "0", `${own.cell}-(${own.previous}-${gone.cell})`, (read) => steps(read).bought),
      );
      const bySchedule = `IF(${month}>${life},INDEX(${bought.untilBefore},1,${month}-${life}+1),0)`;
      const ofStanding = `IF(${month}=${from}+${life},${standing},0)`;
      return byMonth("Retired", "0", `${bySchedule}+${ofStanding}`, (read) => steps(read).retired);
    });
    const service = `MAX(${needCell},${own.previous}-${retired.cell})`;
    return byMonth("In service", standing, service, (read) => steps(read).inService);
  });
  return { inService, bought: made(place, boughtKey) };
}

/** What was paid for the units that entered service in a month; what enters in month 1 is paid in month 0. */
function paidRow(stock: Stock): WorkingPlace {
  const { place, price, level, money, steps } = stock;
  const { bought } = unitRows(stock);
  const service = `${bought.cell}*(${price}*${level(`IF(${place.month}=1,0,${place.month})`)})`;
  return place.working(`paid ${money}`, () =>
    byMonth("Paid for what enters service", "0", service, (read) => steps(read).paid),
  );
}

/** What the standing fleet was worth when it entered service. */
function standingPaid({ place, standing, price, level, from, money, steps }: Stock): string {
  return place.working(`standing ${money}`, () => ({
    label: "Paid for what stands already",
    unit: "money",
    single: `${standing}*(${price}*${level(from)})`,
    values: (read) => [steps(read).standingPaid],
  })).single;
}

/** What was paid for all that has been in service for `wait` months or more. */
function paidInService(stock: Stock, wait = "0"): string {
  const { place, life, from } = stock;
  const { month } = place;
  const paid = paidRow(stock);
  const bought = `SUMIFS(${paid.untilNow},${place.monthsUntilNow},">"&(${month}-${life}),${place.monthsUntilNow},"<="&(${month}-${wait}))`;
  return `${bought}+IF(AND(${month}>=${from}+${wait},${month}<=${from}+${life}-1),${standingPaid(stock)},0)`;
}

function paidInServiceRow(stock: Stock): WorkingPlace {
  return stock.place.working(`paid in service ${stock.money}`, () =>
    byMonth("Paid for all that is in service", "0", paidInService(stock), (read) => stock.steps(read).paidInService),
  );
}

const extra = (args: readonly Argument[]) => args[6] as Argument;

/** In month 0 nothing is in service yet that costs by the month. */
const fromMonth1 = (place: Place, text: () => string) => tightly(place.moment === "setUp" ? "0" : text());

export const stockForms: Readonly<Record<string, Form>> = {
  stockInService: (args, place) => tightly(unitRows(stockOf(args, place)).inService.cell),
  stockCash: (args, place) => {
    const paid = paidRow(stockOf(args, place));
    return tightly(place.moment === "setUp" ? paid.month1 : `IF(${place.month}=1,0,${paid.cell})`);
  },
  stockStraightLine: (args, place) => {
    const stock = stockOf(args, place);
    return fromMonth1(place, () => `(${paidInServiceRow(stock).cell}/${stock.life})`);
  },
  stockFinanced: (args, place) => {
    const stock = stockOf(args, place);
    const [, life, , , , , rate] = args.map(({ node }) => place.read(node)) as Quantity[];
    const ofOne = () =>
      place.working(`payment ${stock.life}|${extra(args).repeated()}`, () => ({
        label: "Level payment that repays 1",
        unit: "1/month",
        single: levelPaymentText("1", `(${extra(args).repeated()}/12)`, stock.life),
        values: (read) => [
          levelPaymentOf(
            1,
            (read.values(rate as Quantity)[0] as number) / 12,
            read.values(life as Quantity)[0] as number,
          ),
        ],
      })).single;
    return fromMonth1(place, () => `(${paidInServiceRow(stock).cell}*${ofOne()})`);
  },
  stockOlderThan: (args, place) => {
    const stock = stockOf(args, place);
    return fromMonth1(place, () => `(${paidInService(stock, extra(args).repeated())})`);
  },
  stockResidual: (args, place) => {
    const stock = stockOf(args, place);
    const paid = paidRow(stock);
    const left = `MAX(0,(${stock.life}-(${place.horizon}-${place.month}+1))/${stock.life})`;
    const book = place.working(`book value ${stock.money}`, () =>
      byMonth("Book value at the horizon", "0", `${paid.cell}*${left}`, (read) => stock.steps(read).bookValue),
    );
    return tightly(`(${extra(args).repeated()}*SUM(${book.all}))`);
  },
  stockStandingBookValue: (args, place) => {
    const stock = stockOf(args, place);
    const { life, from } = stock;
    return tightly(`(${standingPaid(stock)}*MAX(0,(${life}-(${extra(args).repeated()}-${from}+1))/${life}))`);
  },
};
