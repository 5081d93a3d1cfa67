import { type Argument, type Form, numberText, type Place, type Table, tightly } from "./form";

/** Rows that stand when a model begins, each of its own age (lib/formula/primitives/standing-rows.ts): a table with a line for each. */

const [amount, age, from, last, left] = [0, 1, 2, 3, 4] as const;

/** @param month the month at whose end book values are taken */
function rowsOf(life: Argument, rows: readonly Argument[], place: Place, month?: Argument): (column: number) => string {
  const [lifeText, monthText] = [life.repeated(), month?.repeated()];
  const pairs = Array.from(
    { length: rows.length / 2 },
    (_, i) => [rows[2 * i], rows[2 * i + 1]] as [Argument, Argument],
  );
  const texts = pairs.map(([of, old]) => [of.text(), old.text()] as const);
  const reads = pairs.map(([of, old]) => [place.read(of.node), place.read(old.node)] as const);
  const lifeRead = place.read(life.node);
  const monthRead = month && place.read(month.node);
  const key = `standing rows ${lifeText}|${monthText ?? ""}|${texts.flat().join("|")}`;
  const made = place.table(
    key,
    ({ address }): Table => ({
      title: "Rows that stand",
      columns: [
        { head: "Amount", width: 16 },
        { head: "Age", width: 10 },
        { head: "First month", width: 12 },
        { head: "Last month", width: 12 },
        ...(month ? [{ head: "Book value", width: 16 }] : []),
      ],
      rows: texts.map(([of, old], r) => [
        of,
        old,
        `1-MIN(${address(age, r)},${lifeText}-1)`,
        `${address(from, r)}+${lifeText}-1`,
        ...(month
          ? [`${address(amount, r)}*MAX(0,(${lifeText}-(${monthText}-${address(from, r)}+1))/${lifeText})`]
          : []),
      ]),
      values: ({ values }) =>
        reads.map(([of, old]) => {
          const [paid = 0, months = 0, whole = 1] = [of, old, lifeRead].map((quantity) => values(quantity)[0]);
          const first = 1 - Math.min(months, whole - 1);
          const row = [paid, months, first, first + whole - 1];
          if (!monthRead) return row;
          const until = values(monthRead)[0] as number;
          return [...row, paid * Math.max(0, (whole - (until - first + 1)) / whole)];
        }),
    }),
  );
  return (column) => made.range(column, 0, texts.length - 1);
}

const lifeOf = (args: readonly Argument[]) => args[0] as Argument;

export const standingRowForms: Readonly<Record<string, Form>> = {
  rowsInService: (args, place) => {
    const range = rowsOf(lifeOf(args), args.slice(1), place);
    return tightly(`SUMIF(${range(last)},">="&${place.month},${range(amount)})`);
  },
  rowsOlderThan: (args, place) => {
    if (place.moment === "setUp") return tightly(numberText(0));
    const range = rowsOf(lifeOf(args), args.slice(2), place);
    const wait = (args[1] as Argument).repeated();
    const { month } = place;
    return tightly(`SUMIFS(${range(amount)},${range(last)},">="&${month},${range(from)},"<="&(${month}-${wait}))`);
  },
  rowsBookValue: (args, place) => {
    const range = rowsOf(lifeOf(args), args.slice(2), place, args[1] as Argument);
    return tightly(`SUM(${range(left)})`);
  },
};
