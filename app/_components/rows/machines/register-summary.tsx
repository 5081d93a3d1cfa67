"use client";

import dynamic from "next/dynamic";
import { useMemo } from "react";
import { ChartFrame } from "@/app/_components/charts/chart-frame";
import { ChartLoading } from "@/app/_components/charts/chart-loading";
import { CategoryLegend } from "@/app/_components/results/category-legend";
import { whenOnline } from "@/app/_components/ui/action/when-online";
import cards from "@/app/_components/ui/card-table.module.css";
import figures from "@/app/_components/ui/figure-table.module.css";
import { Scroller } from "@/app/_components/ui/page/scroller";
import { Section } from "@/app/_components/ui/page/section";
import { TableHead } from "@/app/_components/ui/records/table-head";
import { fleetPurchases, type RegisterFacts } from "@/lib/analysis/rows/register-facts";
import type { ModelDraft } from "@/lib/draft/model";
import { purchasesChart } from "@/lib/export/charts/purchases-chart";
import { dateOf } from "@/lib/export/document";
import { tryEvaluateQuantities } from "@/lib/model/evaluate";
import { type RegisterKind, registerKindNames } from "@/lib/model/rows/choices";
import type { RegisterRow } from "@/lib/model/rows/own-rows";
import { withoutNames } from "@/lib/model/rows/without-names";
import { formatShortMonth } from "@/lib/value/calendar";
import { formatExact, formatNumber, formatWhole, nothing, toDigits } from "@/lib/value/format";
import styles from "../rows.module.css";
import type { RowFigures } from "../use-row-figures";
import { RenewalsTable } from "./renewals-table";

const YearlyCostChart = dynamic(() => whenOnline(() => import("@/app/_components/charts/yearly-cost-chart")), {
  ssr: false,
  loading: ChartLoading,
});

const heads = {
  count: "Count",
  units: "Does the work of",
  age: "Mean age, months",
  paid: "Paid",
  first: "To be renewed first",
} as const;

interface RegisterSummaryProps {
  draft: ModelDraft;
  figures: RowFigures;
  facts: RegisterFacts;
  /** The rows as they are called. */
  names: readonly RegisterRow[];
}

/** What the register comes to: sums by kind, what is older than its life, what is renewed when, and what is bought in each year. */
export function RegisterSummary({ draft, figures: { inputs, rows }, facts, names }: RegisterSummaryProps) {
  const { currency, startMonth, fiscalYearStart, name } = draft;
  const chart = useMemo(() => {
    const outcome = tryEvaluateQuantities(inputs, withoutNames(rows));
    if (!outcome.ok) return null;
    const months = Array.from({ length: inputs.horizonMonths + 1 }, (_, month) => month);
    const purchases = {
      onPremises: fleetPurchases(outcome, "onPremises"),
      hybrid: fleetPurchases(outcome, "hybrid"),
    };
    return purchasesChart({ months, purchases, calendar: { startMonth, fiscalYearStart }, currency });
  }, [inputs, rows, startMonth, fiscalYearStart, currency]);
  const renewed = `Renewals within ${formatWhole(inputs.horizonMonths)} months`;
  return (
    <>
      {facts.kinds.length === 0 ? null : (
        <Section title="What it comes to" unit={currency}>
          <Scroller label="The register by kind">
            <table className={`${figures.table} ${cards.cards}`}>
              <TableHead names={["Kind", ...Object.values(heads), renewed]} />
              <tbody>
                {facts.kinds.map(({ what, count, units, meanAgeMonths, paid, renewals }) => (
                  <tr key={what}>
                    <th scope="row">{registerKindNames[what]}</th>
                    <td data-label={heads.count}>{formatNumber(count)}</td>
                    <td data-label={heads.units}>{unitsWords(what, units, currency)}</td>
                    <td data-label={heads.age}>
                      {meanAgeMonths === null ? nothing : formatNumber(toDigits(meanAgeMonths, 3))}
                    </td>
                    <td data-label={heads.paid}>{formatExact(paid, currency)}</td>
                    <td data-label={heads.first}>
                      {renewals[0] === undefined ? nothing : formatShortMonth(dateOf(startMonth, renewals[0].month))}
                    </td>
                    <td data-label={renewed}>
                      {formatExact(
                        renewals.reduce((sum, { amount }) => sum + amount, 0),
                        currency,
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroller>
          <Overdue facts={facts} names={names} />
        </Section>
      )}
      <RenewalsTable
        facts={facts}
        names={names}
        startMonth={startMonth}
        horizonMonths={inputs.horizonMonths}
        currency={currency}
      />
      {chart === null ? null : (
        <Section title={chart.title} unit={chart.unit}>
          <div className={styles.withLegend}>
            <ChartFrame chart={chart} model={name}>
              <YearlyCostChart chart={chart} />
            </ChartFrame>
            <CategoryLegend
              architectures={chart.stacks.map(({ architecture }) => architecture)}
              categories={chart.categories.map((category) => ({ name: category }))}
            />
          </div>
        </Section>
      )}
    </>
  );
}

const unitNames: Record<RegisterKind, string> = {
  server: "standard",
  storageServer: "standard",
  network: "at today’s prices",
  facility: "kW",
};

function unitsWords(what: RegisterKind, units: number, currency: string): string {
  const amount = what === "network" ? `${formatWhole(units)} ${currency}` : formatNumber(toDigits(units, 4));
  return `${amount} ${unitNames[what]}`;
}

/** The rows whose life was over before the first month: the model replaces them in the second. */
function Overdue({ facts, names }: { facts: RegisterFacts; names: readonly RegisterRow[] }) {
  const overdue = facts.rows.filter(({ isOlderThanItsLife, count }) => isOlderThanItsLife && count > 0);
  if (overdue.length === 0) return null;
  const quoted = overdue.slice(0, 5).map(({ place }) => `“${names[place]?.label ?? ""}”`);
  const more = overdue.length > 5 ? ` and ${overdue.length - 5} more` : "";
  return (
    <p className={styles.words}>
      Older than the life of {overdue.length === 1 ? "its" : "their"} kind, and replaced in month 2: {quoted.join(", ")}
      {more}.
    </p>
  );
}
