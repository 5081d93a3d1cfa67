import cards from "@/app/_components/ui/card-table.module.css";
import figures from "@/app/_components/ui/figure-table.module.css";
import { type MonthBill, placeOfLine } from "@/lib/analysis/calibration/month-bill";
import type { Calibration, ComparedPart } from "@/lib/analysis/calibration/question";
import { type BillPlace, billPartNames, billPlaceNames } from "@/lib/model/rows/choices";
import { knownPlace } from "@/lib/model/rows/service-names";
import { formatExact, formatMoney, nothing } from "@/lib/value/format";
import styles from "../rows.module.css";
import { BillBar } from "./bill-bar";
import own from "./cloud-bill.module.css";

interface PartsTableProps {
  calibration: Calibration;
  bill: MonthBill;
  currency: string;
}

const mostNamed = 4;

/** The services that a part is billed by, the dearest first; with their amounts where there are several. */
function servicesOf({ lines }: MonthBill, place: BillPlace, currency: string): string {
  const services = lines
    .filter((line) => placeOfLine(line) === place)
    .sort((one, other) => Math.abs(other.amount) - Math.abs(one.amount))
    .map(({ label, amount }, _, { length }) => (length === 1 ? label : `${label} ${formatExact(amount, currency)}`));
  const more = services.length > mostNamed ? `; and ${services.length - mostNamed} more` : "";
  return services.slice(0, mostNamed).join("; ") + more;
}

/** What is said of a part's remainder. */
function remainderWords({ billed, remainder, rest }: ComparedPart, currency: string): string {
  if (billed === null) return "not on the bill, so not compared";
  if (rest === "closed") return "closed";
  const amount = formatMoney(Math.abs(remainder), currency);
  const more = remainder > 0 ? `${amount} more than` : `${amount} less than`;
  return rest === "outOfReach"
    ? `${more} any value within its range explains`
    : `${more} the model says: its inputs are settled by other lines of the bill`;
}

/** The bill by part against the model, before and after, with what is left. */
export function PartsTable({ calibration, bill, currency }: PartsTableProps) {
  const { parts, outside } = calibration;
  const compared = parts.filter(({ billed }) => billed !== null);
  const most = Math.max(...parts.map(({ billed, before, after }) => Math.max(billed ?? 0, before, after)));
  const sum = (of: (part: ComparedPart) => number) => compared.reduce((all, part) => all + of(part), 0);
  const isMoved = parts.some(({ before, after }) => before !== after);
  const unknown = bill.lines.filter(({ place, label }) => place === undefined && knownPlace(label) === undefined);
  return (
    <>
      <table className={`${figures.table} ${cards.cards} ${own.table}`} aria-label="Bill and model by part">
        <thead>
          <tr>
            <th scope="col">Part</th>
            <th scope="col">Billed</th>
            <th scope="col">Model now</th>
            <th scope="col">After the changes</th>
            <th scope="col">Remainder</th>
            <td aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part.place}>
              <th scope="row">
                {billPlaceNames[part.place]}
                <small>
                  {part.place === "rest"
                    ? part.parts.map((each) => billPartNames[each].toLowerCase()).join(", ")
                    : null}
                  {part.billed === null ? null : ` ${servicesOf(bill, part.place, currency)}`}
                </small>
              </th>
              <td data-label="Billed">{part.billed === null ? nothing : formatExact(part.billed, currency)}</td>
              <td data-label="Model now">{formatExact(part.before, currency)}</td>
              <td data-label="After the changes">{isMoved ? formatExact(part.after, currency) : nothing}</td>
              <td data-label="Remainder">
                {part.billed === null ? nothing : formatExact(part.remainder, currency)}
                <small>{remainderWords(part, currency)}</small>
              </td>
              <td className={`${cards.wide} ${own.bars}`}>
                <BillBar {...part} most={most} />
              </td>
            </tr>
          ))}
          {bill.lines.some((line) => placeOfLine(line) === "outside") ? (
            <tr>
              <th scope="row">
                {billPlaceNames.outside}
                <small>{servicesOf(bill, "outside", currency)}</small>
              </th>
              <td data-label="Billed">{formatExact(outside, currency)}</td>
              <td data-label="Model now">{nothing}</td>
              <td data-label="After the changes">{nothing}</td>
              <td data-label="Remainder">{formatExact(outside, currency)}</td>
              <td className={own.bars} />
            </tr>
          ) : null}
          <tr className={own.total}>
            <th scope="row">Total of what is billed</th>
            <td data-label="Billed">{formatExact(sum(({ billed }) => billed ?? 0) + outside, currency)}</td>
            <td data-label="Model now">
              {formatExact(
                sum(({ before }) => before),
                currency,
              )}
            </td>
            <td data-label="After the changes">
              {isMoved
                ? formatExact(
                    sum(({ after }) => after),
                    currency,
                  )
                : nothing}
            </td>
            <td data-label="Remainder">{formatExact(sum(({ remainder }) => remainder) + outside, currency)}</td>
            <td className={own.bars} />
          </tr>
        </tbody>
      </table>
      <p className={own.legend} aria-hidden="true">
        <span data-of="bill">billed</span>
        <span data-of="after">model after the changes</span>
        <span data-of="now">model now</span>
      </p>
      {unknown.length === 0 ? null : (
        <p className={styles.words}>
          {unknown.length === 1
            ? "One service is not known by name and counts as “"
            : `${unknown.length} services are not known by name and count as “`}
          {billPlaceNames.outside}”:{" "}
          {unknown
            .slice(0, mostNamed)
            .map(({ label }) => `“${label}”`)
            .join(", ")}
          {unknown.length > mostNamed ? " …" : ""}. Say in “Counts as” where{" "}
          {unknown.length === 1 ? "it belongs" : "they belong"}.
        </p>
      )}
    </>
  );
}
