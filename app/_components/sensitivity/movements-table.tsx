import cards from "@/app/_components/ui/card-table.module.css";
import figures from "@/app/_components/ui/figure-table.module.css";
import { movingTurnWords } from "@/lib/analysis/against-today/moving-flips";
import type { Movement, PairSensitivity } from "@/lib/analysis/sensitivity/sensitivity";
import type { UncertaintyDocument } from "@/lib/analysis/uncertainty/document";
import { shareTogether } from "@/lib/analysis/verdict/alone-and-together";
import { turningWords } from "@/lib/analysis/verdict/flips";
import type { RangeBar as Bar, RangeChart } from "@/lib/export/charts/description";
import { architectureNames } from "@/lib/model/architectures";
import { describeInputBriefly } from "@/lib/value/brief-input";
import { formatPercent, formatShort, nothing } from "@/lib/value/format";
import { inputNameInGroup } from "@/lib/value/input-name";
import { spoken } from "@/lib/value/spoken";
import styles from "./movements-table.module.css";
import { RangeBar, RangeScale } from "./range-bar";

interface MovementsTableProps {
  chart: RangeChart;
  sensitivity: PairSensitivity;
  /** Whether it is what moving saves against going on as now: trials tell of the first and its rival alone. */
  isMoving: boolean;
  /** Trials of these very figures; null while they run. */
  tried: UncertaintyDocument | null;
  currency: string;
}

/** What each input moves by itself, on one scale, and how much of the doubt it explains while all move. */
export function MovementsTable({ chart, sensitivity, isMoving, tried, currency }: MovementsTableProps) {
  const { first, second, movements } = sensitivity;
  return (
    <table className={`${figures.table} ${cards.cards} ${styles.table}`} aria-label={chart.title}>
      <thead>
        <tr>
          <th scope="col">Input</th>
          <th scope="col">Now</th>
          <th scope="col">Range</th>
          <th scope="col">Turns at</th>
          <th scope="col" className={styles.bar}>
            Alone:{" "}
            {isMoving
              ? `saved by moving to ${spoken[first].within}`
              : `${architectureNames[second].toLowerCase()} less ${architectureNames[first].toLowerCase()}`}
            <RangeScale axis={chart.axis} />
          </th>
          {isMoving ? null : <th scope="col">All together</th>}
        </tr>
      </thead>
      <tbody>
        {movements.map((movement, place) => (
          <MovementRow
            key={movement.key}
            movement={movement}
            share={tried === null ? undefined : shareTogether(tried, movement.key)}
            hasShare={!isMoving}
            then={(turning) => (isMoving ? movingTurnWords(sensitivity, turning) : spoken[turning.leader].within)}
            bar={chart.bars[place]}
            axis={chart.axis}
            currency={currency}
          />
        ))}
      </tbody>
    </table>
  );
}

interface MovementRowProps {
  movement: Movement;
  /** Undefined while trials run; null where it is no more than noise. */
  share: number | null | undefined;
  hasShare: boolean;
  /** What holds past the value at which it turns, in words. */
  then: (turning: NonNullable<Movement["turning"]>) => string;
  bar: Bar | undefined;
  axis: RangeChart["axis"];
  currency: string;
}

function MovementRow({ movement, share, hasShare, then, bar, axis, currency }: MovementRowProps) {
  const { key, value, low, high, turning } = movement;
  const words = (at: number) => describeInputBriefly(key, at, currency);
  return (
    <tr>
      <th scope="row">
        {inputNameInGroup(key)}
        {movement.isUntouchedAssumption ? <small>an untouched assumption</small> : null}
      </th>
      <td data-label="Now">{words(value)}</td>
      <td data-label="Range">
        {words(low.value)} to {words(high.value)}
        {movement.isOwnRange ? <small>your range</small> : null}
      </td>
      <td data-label="Turns at">
        {turning === null ? (
          <span className={figures.quiet}>not in its range</span>
        ) : (
          `${turningWords(key, turning, currency)}: ${then(turning)}`
        )}
      </td>
      <td className={`${cards.wide} ${styles.bar}`} data-label="Alone">
        <RangeBar axis={axis} bar={bar} />
        <small>
          {formatShort(low.difference)} at its low, {formatShort(high.difference)} at its high
        </small>
      </td>
      {hasShare ? (
        <td data-label="All together">
          {share === undefined ? "…" : share === null ? nothing : formatPercent(share)}
          <span className={styles.share} aria-hidden="true">
            <span style={{ inlineSize: `${100 * (share ?? 0)}%` }} />
          </span>
        </td>
      ) : null}
    </tr>
  );
}
