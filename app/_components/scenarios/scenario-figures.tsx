import type { Tried } from "@/app/_components/verdict/trials/use-trials-of-each";
import type { CostModelFull } from "@/lib/draft/model";
import type { Architecture } from "@/lib/model/architectures";
import type { OwnRows } from "@/lib/model/rows/own-rows";
import type { Calendar } from "@/lib/value/fiscal-year";
import { takeTurnOnServer } from "../results/turn-on-server";
import { Notice } from "../ui/notice";
import { ColumnAnswer } from "./column-answer";
import type { EvaluatedScenario } from "./evaluate-scenario";
import { CumulativeOf, FiguresBehind, YearlyOf } from "./scenario-charts";
import styles from "./scenario-columns.module.css";
import type { ScenarioScales } from "./scenario-scales";

/** The base or a scenario, worked out, and what runs today in it. */
export type Column = { id: string; name: string; today: Architecture | null; tried: Tried } & EvaluatedScenario;

interface ScenarioFiguresProps {
  model: Pick<CostModelFull, "name" | "currency" | "trials" | keyof OwnRows>;
  column: Column;
  /** Whether figures are what is saved against going on as now. */
  isAgainstToday: boolean;
  /** The same in every column. */
  scales: ScenarioScales;
  calendar: Calendar;
}

/** What a scenario comes to: its answer, its charts and the figures behind them. */
export function ScenarioFigures({ model, column, isAgainstToday, scales, calendar }: ScenarioFiguresProps) {
  takeTurnOnServer(model);
  const { currency } = model;
  const { name, inputs, result, problem, today, tried } = column;
  if (result === null) {
    return (
      <Notice tone="wrong" title="These inputs have no result">
        <p>{problem}</p>
      </Notice>
    );
  }
  if (isAgainstToday && today === null) {
    return <p className={styles.answer}>Nothing runs today here that this could be compared with.</p>;
  }
  const against = isAgainstToday ? today : null;
  const figures = { result, against, currency };
  const shared = { ...figures, model: model.name, name };
  return (
    <>
      <ColumnAnswer {...figures} inputs={inputs} tried={tried} trials={model.trials} />
      <h3 className={styles.chartTitle}>
        {against === null ? "Cumulative cost" : "Cumulative savings against today"}, {currency}, cash
      </h3>
      <CumulativeOf {...shared} span={scales.cumulative} />
      <h3 className={styles.chartTitle}>
        {against === null ? "Cost" : "Savings"} by year and category, {currency}, cash
      </h3>
      <YearlyOf {...shared} calendar={calendar} span={scales.yearly} used={scales.used} />
      <FiguresBehind {...figures} calendar={calendar} />
    </>
  );
}
