import { useState } from "react";
import fields from "@/app/_components/inputs/fields.module.css";
import cards from "@/app/_components/ui/card-table.module.css";
import figures from "@/app/_components/ui/figure-table.module.css";
import { Section } from "@/app/_components/ui/page/section";
import { type RegisterFacts, renewalsWithin } from "@/lib/analysis/rows/register-facts";
import { dateOf } from "@/lib/export/document";
import { registerKindNames } from "@/lib/model/rows/choices";
import type { RegisterRow } from "@/lib/model/rows/own-rows";
import { formatShortMonth } from "@/lib/value/calendar";
import { formatExact, formatNumber, formatWhole } from "@/lib/value/format";
import styles from "../rows.module.css";

interface RenewalsTableProps {
  facts: RegisterFacts;
  /** The rows as they are called. */
  names: readonly RegisterRow[];
  startMonth: string;
  horizonMonths: number;
  currency: string;
}

/** More than these are shown on request. */
const shownAtFirst = 12;

/** What is renewed when, and for how much, the next first. */
export function RenewalsTable({ facts, names, startMonth, horizonMonths, currency }: RenewalsTableProps) {
  const [isWhole, showWhole] = useState(false);
  const renewals = renewalsWithin(facts, horizonMonths);
  if (renewals.length === 0) return null;
  return (
    <Section title="What is renewed when" unit={`${currency}, at the prices of then`}>
      <table className={`${figures.table} ${cards.cards}`} aria-label="What is renewed when">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col" className={figures.words}>
              Kind
            </th>
            <th scope="col">Count</th>
            <th scope="col">Renewed in</th>
            <th scope="col">As much costs</th>
          </tr>
        </thead>
        <tbody>
          {(isWhole ? renewals : renewals.slice(0, shownAtFirst)).map((row) => (
            <tr key={row.place}>
              <th scope="row">
                <span className={figures.given}>{names[row.place]?.label}</span>
              </th>
              <td className={figures.words} data-label="Kind">
                {registerKindNames[row.what]}
              </td>
              <td data-label="Count">{formatNumber(row.count)}</td>
              <td data-label="Renewed in">{formatShortMonth(dateOf(startMonth, row.renewedIn))}</td>
              <td data-label="As much costs">{formatExact(row.renewal, currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {isWhole || renewals.length <= shownAtFirst ? null : (
        <button type="button" className={fields.action} onClick={() => showWhole(true)}>
          Show all {formatWhole(renewals.length)}
        </button>
      )}
      <p className={styles.words}>The model buys what is needed then, which may be more or less than what leaves.</p>
    </Section>
  );
}
