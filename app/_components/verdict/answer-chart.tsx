import type { ReactNode } from "react";
import { ChartFrame } from "@/app/_components/charts/chart-frame";
import type { RangeChart } from "@/lib/export/charts/description";
import styles from "./answer-chart.module.css";

export interface AnswerChartProps {
  /** The name of the model, for files. */
  model: string;
  canDownload: boolean;
}

/** A table of the answer whose bars are a chart: with its menu, as high as it needs to be. */
export function AnswerChart({
  chart,
  children,
  ...rest
}: AnswerChartProps & { chart: RangeChart; children: ReactNode }) {
  return (
    <div className={styles.chart}>
      <ChartFrame chart={chart} {...rest}>
        {children}
      </ChartFrame>
    </div>
  );
}
