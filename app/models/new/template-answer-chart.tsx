import { ArchitectureName } from "@/app/_components/charts/architecture-name";
import { SpreadBar } from "@/app/_components/verdict/spread-bar";
import { verdictInShort } from "@/lib/analysis/verdict/verdict-words";
import { costRangeChart } from "@/lib/export/charts/doubt-charts";
import { declaredCurrency } from "@/lib/model/currency";
import type { TemplateAnswer } from "@/lib/starting/template-answer";
import { formatTick } from "@/lib/value/format";
import styles from "./template-answer-chart.module.css";

/** What a template answers as it stands: its verdict in a few words, and where the cost of each architecture lies in trials. */
export function TemplateAnswerChart({ answer: { verdict, costs } }: { answer: TemplateAnswer }) {
  const rows = costs.map(({ architecture, base, isEligible, ...doubt }) => ({
    ...{ architecture, isEligible, netPresentCost: base, doubt },
  }));
  const { axis, bars } = costRangeChart(rows, declaredCurrency);
  return (
    <span className={styles.answer}>
      <span className={styles.verdict}>{verdictInShort(verdict)}</span>
      <span className={styles.chart} aria-hidden="true">
        {rows.map(({ architecture, isEligible }, place) => (
          <span key={architecture} className={styles.row} data-eligible={isEligible}>
            <ArchitectureName architecture={architecture} />
            <SpreadBar bar={bars[place]} axis={axis} />
          </span>
        ))}
        <span className={styles.axis}>
          <span>0</span>
          <span>
            {formatTick(axis.most)} {declaredCurrency}
          </span>
        </span>
      </span>
    </span>
  );
}
