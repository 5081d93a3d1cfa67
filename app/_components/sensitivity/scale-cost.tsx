"use client";

import dynamic from "next/dynamic";
import { memo, useMemo, useState } from "react";
import { ArchitectureName } from "@/app/_components/charts/architecture-name";
import { ChartFrame } from "@/app/_components/charts/chart-frame";
import { ChartLoading } from "@/app/_components/charts/chart-loading";
import charts from "@/app/_components/results/cost-charts.module.css";
import { whenOnline } from "@/app/_components/ui/action/when-online";
import { ChoiceSwitch } from "@/app/_components/ui/fields/choice-switch";
import figures from "@/app/_components/ui/figure-table.module.css";
import { Scroller } from "@/app/_components/ui/page/scroller";
import { Section } from "@/app/_components/ui/page/section";
import { Stale } from "@/app/_components/ui/stale";
import type { ScaleCurve } from "@/lib/analysis/sensitivity/scale-curve";
import { changeWords, factorWords } from "@/lib/analysis/sensitivity/scale-words";
import { isExcluded } from "@/lib/export/charts/is-excluded";
import { partsOfToday, scaleCostChart, scaleCostTitle } from "@/lib/export/charts/scale-cost-chart";
import type { Architecture } from "@/lib/model/architectures";
import type { CostsResult } from "@/lib/model/pay/pay";
import { counted } from "@/lib/value/counted";
import { formatExact } from "@/lib/value/format";
import styles from "./verdict.module.css";

const ScaleCostChart = dynamic(() => whenOnline(() => import("@/app/_components/charts/scale-cost-chart")), {
  ssr: false,
  loading: ChartLoading,
});

const spans = [
  { value: "usual", label: "Usual span" },
  { value: "whole", label: "Whole span" },
] as const;

/** The cost of one, or what it saves against what runs today; null where there are no users. */
function shownOf(
  costs: ScaleCurve["points"][number]["costs"],
  name: Architecture,
  against: Architecture | null,
): number | null {
  const [own, now] = [costs[name], against && costs[against]];
  return now === null || own === null ? own : now - own;
}

interface ScaleCostProps {
  curve: ScaleCurve | null;
  /** Whether it is of earlier figures. */
  isStale: boolean;
  /** Of the model. */
  result: CostsResult;
  /** What runs today, where figures are what is saved against it. */
  against: Architecture | null;
  currency: string;
  model: string;
}

/** Cost per user and month from a tenth to a hundred times the demand, or over all that was tried, and where the order changes. */
export const ScaleCost = memo(function ScaleCost(props: ScaleCostProps) {
  const { curve, isStale, result, against, currency, model } = props;
  const [span, setSpan] = useState<(typeof spans)[number]["value"]>("usual");
  const isWhole = span === "whole";
  const order = useMemo(
    () => result.ranking.map((architecture) => ({ architecture, isExcluded: isExcluded(result, architecture) })),
    [result],
  );
  const chart = useMemo(
    () => curve && scaleCostChart(curve, order, currency, isWhole, against),
    [curve, order, currency, isWhole, against],
  );
  const words = useMemo(() => (curve === null ? [] : changeWords(curve)), [curve]);
  const hasUsers = chart?.lines.some(({ points }) => points.some(({ y }) => y !== null && y > 0));
  const decades = (curve?.points ?? []).filter(({ factor }) => Number.isInteger(Math.log10(factor)));
  return (
    <Section
      title={scaleCostTitle}
      unit={`${against === null ? currency : partsOfToday}, logarithmic`}
      action={<ChoiceSwitch label="How far demand goes" value={span} choices={spans} onChange={setSpan} />}
    >
      <Stale isStale={isStale}>
        <ChartFrame
          chart={chart}
          title={scaleCostTitle}
          model={model}
          figures={
            <Scroller label={`Table of ${scaleCostTitle.toLowerCase()}`}>
              <table className={figures.table}>
                <thead>
                  <tr>
                    <th scope="col">
                      {currency} {against === null ? "" : "saved "}per user and month, at
                    </th>
                    {decades.map(({ factor }) => (
                      <th key={factor} scope="col">
                        {factorWords(factor)} times
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {result.ranking.map((name) => (
                    <tr key={name}>
                      <th scope="row">
                        <ArchitectureName architecture={name} />
                      </th>
                      {decades.map(({ factor, costs }) => (
                        <td key={factor}>{formatExact(shownOf(costs, name, against), currency)}</td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scroller>
          }
        >
          {chart === null ? (
            <ChartLoading />
          ) : hasUsers ? (
            <ScaleCostChart chart={chart} />
          ) : (
            <p className={charts.loading}>There are no users, so there is no cost per user. Set Users under Demand.</p>
          )}
        </ChartFrame>
        <ul className={styles.changes} aria-label="Where the order changes as demand grows">
          {words.slice(0, 8).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
          {words.length > 8 ? <li>The order changes {counted(words.length - 8, "time")} more.</li> : null}
          {curve !== null && words.length === 0 ? <li>The order stays as it is.</li> : null}
          {curve !== null && curve.tooLarge.length > 0 ? (
            <li>
              Left out: {curve.tooLarge.length} larger {curve.tooLarge.length === 1 ? "demand" : "demands"}, from{" "}
              {factorWords(curve.tooLarge[0] ?? 0)} times on, too large to mean anything.
            </li>
          ) : null}
        </ul>
      </Stale>
      <p className={styles.legend}>
        The order is that of the answer: those that meet their targets first, by net present cost. The lines show cash,
        so two may cross slightly beside a mark.
        {against === null ? null : " A line at 0.5 costs half of going on as now; the figures are what is saved."}
      </p>
    </Section>
  );
});
