import { memo } from "react";
import figures from "@/app/_components/ui/figure-table.module.css";
import { Scroller } from "@/app/_components/ui/page/scroller";
import { Section } from "@/app/_components/ui/page/section";
import type { Movement, Sensitivity } from "@/lib/analysis/sensitivity/sensitivity";
import { capital, spoken, verb } from "@/lib/analysis/spoken";
import { architectureNames } from "@/lib/model/architectures";
import { describeInputBriefly, inputNameInGroup } from "@/lib/value/brief-input";
import { formatMoney, formatPercent, formatShort } from "@/lib/value/format";
import { RangeBar } from "./range-bar";
import type { Verdict } from "./use-verdict";
import styles from "./verdict.module.css";

/** The inputs whose range moves the difference between the first two most, in money, and how much of it nobody has stated. */
export const RestsOn = memo(function RestsOn({ verdict, currency }: { verdict: Verdict; currency: string }) {
  const { sensitivity: found } = verdict;
  return (
    <Section title="What the verdict rests on" unit={`${currency}, in today’s money`}>
      <div className={styles.found}>
        {found === null ? (
          <p className={styles.waiting}>Trying each uncertain input at both ends of its range…</p>
        ) : (
          <Found found={found} currency={currency} />
        )}
      </div>
    </Section>
  );
});

function Found({ found, currency }: { found: Sensitivity; currency: string }) {
  const { first, second, difference, movements } = found;
  const ends = movements.flatMap(({ low, high }) => [low.difference ?? difference, high.difference ?? difference]);
  const [from, to] = [Math.min(0, difference, ...ends), Math.max(0, difference, ...ends)];
  const cost = `${verb(first, "costs", "cost")} ${formatMoney(Math.abs(difference), currency)} ${difference < 0 ? "more" : "less"} than ${spoken[second].within}`;
  const rank = spoken[first].isPlural ? "they rank" : "it ranks";
  return (
    <>
      <p className={styles.lead}>
        {cost}
        {difference < 0
          ? `, but ${rank} first: ${spoken[second].within} ${spoken[second].isPlural ? "do" : "does"} not meet what is asked. `
          : ". "}
        {turnersWords(found)} {untouchedWords(found)}
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
                  <td key={end === 0 ? "low" : "high"} className={styles.reach}>
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
          The bar is how far the difference reaches, the upright line where it is now; past the dashed line at 0 the
          order of the two turns.{" "}
        </span>
        Ranges are those of the inputs’ list, and where it says so your own (under “About” of an input); a figure you
        changed keeps the spread of its range.
      </p>
    </>
  );
}

function turnersWords({ turners, moving }: Sensitivity): string {
  if (moving === 0) return "No uncertain input moves this.";
  if (turners === 0)
    return `None of the ${moving} uncertain inputs that move this brings another to the first place alone.`;
  return `${turners} of the ${moving} uncertain inputs that move this ${turners === 1 ? "brings" : "bring"} another to the first place, each alone.`;
}

function untouchedWords({ untouchedShare, untouchedMoving }: Sensitivity): string {
  if (untouchedShare === null) return "";
  if (untouchedMoving === 0) return "None of them is an assumption left as it was given.";
  return `${formatPercent(untouchedShare)} of all movement comes from ${untouchedMoving} ${untouchedMoving === 1 ? "assumption" : "assumptions"} that nobody has changed.`;
}

function turningWords({ key, turning }: Movement, currency: string): string {
  if (turning === null) return "The first place stays in all of its range.";
  const { value, side, leader } = turning;
  return `${side === "high" ? "From" : "Down from"} ${describeInputBriefly(key, value, currency)} ${side === "high" ? "on " : ""}${capital(verb(leader, "ranks", "rank")).replace(/^./, (letter) => letter.toLowerCase())} first.`;
}
