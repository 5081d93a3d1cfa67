import { memo } from "react";
import figures from "@/app/_components/ui/figure-table.module.css";
import { Scroller } from "@/app/_components/ui/page/scroller";
import { Section } from "@/app/_components/ui/page/section";
import { Stale } from "@/app/_components/ui/stale";
import type { Movement, Sensitivity } from "@/lib/analysis/sensitivity/sensitivity";
import { architectureNames } from "@/lib/model/architectures";
import { type InputKey, input } from "@/lib/model/inputs";
import { describeInputBriefly } from "@/lib/value/brief-input";
import { formatMoney, formatPercent, formatShort } from "@/lib/value/format";
import { inputNameInGroup } from "@/lib/value/input-name";
import { spoken, verb } from "@/lib/value/spoken";
import { RangeBar } from "./range-bar";
import { cannotTry, tryingEach } from "./trying-words";
import type { SingleInputs } from "./use-sensitivity";
import styles from "./verdict.module.css";

/**
 * The inputs whose ranges move the difference between the first two most, in money, and the share of untouched
 * assumptions.
 */
export const RestsOn = memo(function RestsOn({ singles, currency }: { singles: SingleInputs; currency: string }) {
  const { sensitivity } = singles;
  return (
    <Section title="What the verdict rests on" unit={`${currency}, in today’s money`}>
      <div className={styles.found}>
        {sensitivity === null ? (
          <p className={styles.waiting}>{singles.hasFailed ? cannotTry : tryingEach}</p>
        ) : (
          <Stale isStale={singles.isStale.sensitivity}>
            <Movements sensitivity={sensitivity} currency={currency} />
          </Stale>
        )}
      </div>
    </Section>
  );
});

function Movements({ sensitivity, currency }: { sensitivity: Sensitivity; currency: string }) {
  const { first, second, difference, movements } = sensitivity;
  const ends = movements.flatMap(({ low, high }) => [low.difference ?? difference, high.difference ?? difference]);
  const [from, to] = [Math.min(0, difference, ...ends), Math.max(0, difference, ...ends)];
  const cost = `${verb(first, "costs", "cost")} ${formatMoney(Math.abs(difference), currency)} ${difference < 0 ? "more" : "less"} than ${spoken[second].within}`;
  const rank = spoken[first].isPlural ? "they rank" : "it ranks";
  return (
    <>
      <p className={styles.lead}>
        {cost}
        {difference < 0
          ? `, but ${rank} first: ${spoken[second].within} ${spoken[second].isPlural ? "miss" : "misses"} the targets. `
          : ". "}
        {turnersWords(sensitivity)} {untouchedWords(sensitivity)}
      </p>
      <Scroller label="Table of what the verdict rests on">
        <table className={figures.table}>
          <thead>
            <tr>
              <th scope="col">Each alone, the others as they are</th>
              <th scope="col">At its low</th>
              <th scope="col">At its high</th>
              <th scope="col" className={`${figures.words} ${styles.bar}`}>
                {architectureNames[second]} less {architectureNames[first].toLowerCase()}
              </th>
            </tr>
          </thead>
          <tbody>
            {movements.map((movement) => (
              <tr key={movement.key}>
                <th scope="row" className={styles.input}>
                  {inputNameInGroup(movement.key)}
                  <small>
                    Now {describeInputBriefly(movement.key, movement.value, currency)}
                    {movement.isUntouchedAssumption ? ", an untouched assumption" : ""}
                    {movement.isOwnRange ? ", tried over your range" : ""}
                  </small>
                  <small className={styles.turning}>{turningWords(movement, currency)}</small>
                </th>
                {[movement.low, movement.high].map(({ value, difference: then }, end) => (
                  <td key={end === 0 ? "low" : "high"} className={styles.end}>
                    {formatShort(then)}
                    <small>{describeInputBriefly(movement.key, value, currency)}</small>
                  </td>
                ))}
                <td className={styles.bar}>
                  <RangeBar
                    from={from}
                    to={to}
                    low={movement.low.difference ?? difference}
                    high={movement.high.difference ?? difference}
                    now={difference}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
      <p className={styles.legend}>
        <span className={styles.ofBars}>
          The bar is the range of the difference, the upright line where it is now; past the dashed line at 0 the order
          of the two turns.{" "}
        </span>
        Ranges are those of the inputs’ list, and where it says so your own (under “About” of an input); a figure you
        changed keeps the spread of its range.
      </p>
    </>
  );
}

function turnersWords({ turners, moving }: Sensitivity): string {
  if (moving === 0) return "No uncertain input moves this.";
  if (turners === 0) return `None of ${moving} uncertain inputs could change the winner alone.`;
  return `${turners} of ${moving} uncertain inputs could ${turners === 1 ? "change the winner alone" : "each change the winner"}.`;
}

function untouchedWords({ untouchedShare, untouchedMoving }: Sensitivity): string {
  if (untouchedShare === null) return "";
  if (untouchedMoving === 0) return "None of them is an untouched assumption.";
  const drive = untouchedMoving === 1 ? "assumption drives" : "assumptions drive";
  return `${untouchedMoving} untouched ${drive} ${formatPercent(untouchedShare)} of the uncertainty.`;
}

/** "Below 3.75 FTE", but of what is counted "At 3 servers or less": the value is the first at which another wins. */
function turningPoint(key: InputKey, value: number, side: "low" | "high", currency: string): string {
  const text = describeInputBriefly(key, value, currency);
  const declared = input[key];
  if (declared.format === "count") return `At ${text} or ${side === "high" ? "more" : "less"}`;
  return `${side === "high" ? "Above" : "Below"} ${text}`;
}

function turningWords({ key, turning }: Movement, currency: string): string {
  if (turning === null) return "Same winner over its whole range.";
  const { value, side, leader } = turning;
  return `${turningPoint(key, value, side, currency)}, ${spoken[leader].within} ${spoken[leader].isPlural ? "win" : "wins"}.`;
}
