import { type Argument, binds, type Form, type MonthRow, type Place, tightly } from "./form";

/** Words that look at the month, or at other months. */

const only = (args: readonly Argument[]) => args[0] as Argument;

/** What does not change by month is in every month what it is. */
const ofRow =
  (monthly: (row: MonthRow, place: Place) => string, one: (x: Argument, place: Place) => string): Form =>
  (args, place) => {
    const x = only(args);
    return x.isMonthly ? tightly(monthly(x.row(), place)) : tightly(one(x, place));
  };

const itself = (x: Argument) => x.text(binds.tightly);

export const monthForms: Readonly<Record<string, Form>> = {
  month: (_, { month }) => tightly(month),
  running: (args, { moment }) => tightly(moment === "setUp" ? "0" : only(args).text(binds.tightly)),
  previous: (args, place) =>
    place.moment === "setUp" ? tightly("0") : ofRow(({ previous }) => previous, itself)(args, place),
  first: ofRow(({ month1 }) => month1, itself),
  last: ofRow(({ all }, { horizon }) => `INDEX(${all},1,${horizon}+1)`, itself),
  sum: ofRow(
    ({ all }) => `SUM(${all})`,
    (x, { horizon }) => `(${x.text(binds.product)}*(${horizon}+1))`,
  ),
  largest: ofRow(({ service }) => `MAX(${service})`, itself),
  least: ofRow(({ service }) => `MIN(${service})`, itself),
  once: (args, { month }) => tightly(`IF(${month}=${only(args).text(binds.sum)},${(args[1] as Argument).text()},0)`),
};
