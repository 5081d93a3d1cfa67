import { useState } from "react";
import { Scroller } from "@/app/_components/ui/page/scroller";
import type { Waterfalls } from "@/lib/analysis/waterfall";
import { goingOnName, movingChange, stepLabel } from "@/lib/export/charts/waterfall/waterfall-chart";
import { type Architecture, architectureNames, architectures } from "@/lib/model/architectures";
import { type InputKey, type Inputs, input } from "@/lib/model/inputs";
import { baseName } from "@/lib/value/base-name";
import { describeInput, inputText } from "@/lib/value/describe-input";
import { formatExact } from "@/lib/value/format";
import { ArchitectureName } from "../charts/architecture-name";
import cards from "../ui/card-table.module.css";
import figures from "../ui/figure-table.module.css";
import { difference } from "./costs-table";
import styles from "./scenario-columns.module.css";

interface WaterfallTableProps {
  all: Waterfalls;
  /** What runs today in the base, where the table begins with going on as now; null where it begins with the base. */
  today: Architecture | null;
  name: string;
  base: Inputs;
  inputs: Inputs;
  currency: string;
  /** Takes all differences in their new order. */
  onMove: (keys: readonly InputKey[]) => void;
}

/** What each difference between the base and a scenario costs each architecture; the differences can be put in another order. */
export function WaterfallTable({ all, today, name, base, inputs, currency, onMove }: WaterfallTableProps) {
  const { steps } = all.onPremises;
  const [told, setTold] = useState("");
  const move = (from: number, to: number) => {
    const [moved, passed] = [steps[from], steps[to]];
    if (moved === undefined || passed === undefined) return;
    onMove(
      steps.map((step, place) => (place === from ? passed : place === to ? moved : step)).flatMap(({ keys }) => keys),
    );
    setTold(`${stepLabel(moved.keys)} is now number ${to + 1} of ${steps.length}.`);
  };
  const mover = (keys: readonly InputKey[], from: number, to: number, words: string) => (
    <button
      type="button"
      className={styles.move}
      aria-label={`${words} ${stepLabel(keys)}`}
      // It keeps the focus at either end, from where it can go back.
      aria-disabled={to < 0 || to >= steps.length}
      onClick={() => move(from, to)}
    >
      {words}
    </button>
  );
  const level = (label: string, amount: (of: Architecture) => number) => (
    <tr className={styles.level}>
      <th scope="row">{label}</th>
      {architectures.map((architecture) => (
        <td key={architecture} data-label={architectureNames[architecture]}>
          {formatExact(amount(architecture), currency)}
        </td>
      ))}
    </tr>
  );
  return (
    <Scroller label="Costs of the differences">
      <p className={styles.unseen} role="status">
        {told}
      </p>
      <table className={`${figures.table} ${cards.cards}`} aria-label="What each difference costs">
        <thead>
          <tr>
            <th scope="col">{currency}</th>
            {architectures.map((architecture) => (
              <th key={architecture} scope="col">
                <ArchitectureName architecture={architecture} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {today === null ? null : (
            <>
              {level(goingOnName, () => all[today].start)}
              <tr>
                <th scope="row">Moving</th>
                {architectures.map((architecture) => (
                  <td key={architecture} data-label={architectureNames[architecture]}>
                    {architecture === today
                      ? "runs today"
                      : difference(movingChange(all, today, architecture), currency)}
                  </td>
                ))}
              </tr>
            </>
          )}
          {level(baseName, (of) => all[of].start)}
          {steps.map(({ keys }, index) => (
            <tr key={keys.join()}>
              <th scope="row">
                {stepLabel(keys)}{" "}
                {steps.length < 2 ? null : (
                  <span className={styles.moves}>
                    {mover(keys, index, index - 1, "Up")}
                    {mover(keys, index, index + 1, "Down")}
                  </span>
                )}
                <span className={styles.beside}>
                  {keys
                    .map(
                      (key) =>
                        `${inputText(input[key], base[key])} → ${describeInput(input[key], inputs[key], currency)}`,
                    )
                    .join("; ")}
                </span>
              </th>
              {architectures.map((architecture) => (
                <td key={architecture} data-label={architectureNames[architecture]}>
                  {difference(all[architecture].steps[index]?.change ?? 0, currency)}
                </td>
              ))}
            </tr>
          ))}
          {level(name, (of) => all[of].end)}
        </tbody>
      </table>
    </Scroller>
  );
}
