"use client";

import { useMemo } from "react";
import { stepsOnServer } from "@/app/_components/results/steps-on-server";
import { Scroller } from "@/app/_components/ui/page/scroller";
import { TableHead } from "@/app/_components/ui/records/table-head";
import { revisionCosts } from "@/lib/analysis/revision-costs";
import type { WaterfallsOutcome } from "@/lib/analysis/waterfall";
import type { RevisionFull } from "@/lib/draft/history";
import { modelParts } from "@/lib/draft/model-parts";
import { stepLabel } from "@/lib/export/charts/waterfall/waterfall-chart";
import { architectureNames, architectures } from "@/lib/model/architectures";
import { refusalWords } from "@/lib/model/refusal";
import { allAtOnce } from "@/lib/steps";
import { formatExact } from "@/lib/value/format";
import { ArchitectureName } from "../charts/architecture-name";
import { difference } from "../scenarios/costs-table";
import cards from "../ui/card-table.module.css";
import figures from "../ui/figure-table.module.css";
import { Notice } from "../ui/notice";
import styles from "./history.module.css";

const workedOnServer = stepsOnServer<WaterfallsOutcome>();

/** What each difference between two revisions costs, one put in place after another. */
export function CostsOfDifferences({ earlier, later }: { earlier: RevisionFull; later: RevisionFull }) {
  const { currency } = later.draft;
  const steps = () => revisionCosts(modelParts.inCurrencyOf(earlier.draft, later.draft), later.draft);
  const onServer = workedOnServer(later, steps);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the steps are those of the two revisions.
  const costs = useMemo(() => onServer ?? allAtOnce(steps()), [earlier, later]);
  if (!costs.ok) {
    return (
      <Notice tone="wrong">
        <p>A figure between the two cannot be worked out: {refusalWords(costs)}</p>
      </Notice>
    );
  }
  const { waterfalls: all } = costs;
  if (all.onPremises.steps.length === 0) {
    return <p className={styles.quiet}>None of the differences changes a cost.</p>;
  }
  const level = (number: number, which: "start" | "end") => (
    <tr>
      <th scope="row">
        <strong>Revision {number}</strong>
      </th>
      {architectures.map((name) => (
        <td key={name} data-label={architectureNames[name]}>
          {formatExact(all[name][which], currency)}
        </td>
      ))}
    </tr>
  );
  return (
    <>
      <h3 className={styles.subtitle}>What each difference costs, {currency}, net present cost</h3>
      {earlier.draft.currency === later.draft.currency &&
      earlier.draft.currencyRate === later.draft.currencyRate ? null : (
        <p className={styles.quiet}>
          Revision {earlier.number} was in {earlier.draft.currency}; its money is converted at the rate of revision{" "}
          {later.number}.
        </p>
      )}
      <Scroller label="Costs of the differences">
        <table className={`${figures.table} ${cards.cards}`} aria-label="What each difference costs">
          <TableHead
            names={[currency, ...architectures.map((name) => <ArchitectureName key={name} architecture={name} />)]}
          />
          <tbody>
            {level(earlier.number, "start")}
            {all.onPremises.steps.map(({ keys }, index) => (
              <tr key={keys.join()}>
                <th scope="row">{stepLabel(keys)}</th>
                {architectures.map((name) => (
                  <td key={name} data-label={architectureNames[name]}>
                    {difference(all[name].steps[index]?.change ?? 0, currency)}
                  </td>
                ))}
              </tr>
            ))}
            {level(later.number, "end")}
          </tbody>
        </table>
      </Scroller>
      <p className={styles.quiet}>
        Each difference is put in place with those above it; in another order they would part the same sum otherwise.
      </p>
    </>
  );
}
