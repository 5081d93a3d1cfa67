import { memo, useMemo } from "react";
import { ChartFrame } from "@/app/_components/charts/chart-frame";
import { Section } from "@/app/_components/ui/page/section";
import { Stale } from "@/app/_components/ui/stale";
import type { PairSensitivity } from "@/lib/analysis/sensitivity/sensitivity";
import type { UncertaintyDocument } from "@/lib/analysis/uncertainty/document";
import { togetherWords } from "@/lib/analysis/verdict/alone-and-together";

import { movementChart, movementTitle } from "@/lib/export/charts/movement-chart";
import type { Architecture } from "@/lib/model/architectures";

import { formatMoney, formatPercent } from "@/lib/value/format";
import { spoken, verb } from "@/lib/value/spoken";
import { MovementsTable } from "./movements-table";
import { cannotTry, tryingEach } from "./trying-words";
import type { SingleInputs } from "./use-sensitivity";
import styles from "./verdict.module.css";

interface RestsOnProps {
  singles: SingleInputs;
  /** Trials of these very figures; null while they run. */
  tried: UncertaintyDocument | null;
  /** Whom moving is weighed to, where savings against going on as now are shown. */
  movingTo: Architecture | null;
  currency: string;
  /** The name of the model, for files. */
  model: string;
}

/** The inputs whose ranges move a difference most, between the first two or against today: one at a time, in money, beside all together. */
export const RestsOn = memo(function RestsOn({ singles, tried, movingTo, currency, model }: RestsOnProps) {
  const { sensitivity } = singles;
  const moving = movingTo === null ? undefined : sensitivity?.againstToday[movingTo];
  return (
    <Section title={movementTitle} unit={`${currency}, in today’s money`}>
      <div className={styles.found}>
        {sensitivity === null ? (
          <p className={styles.waiting}>{singles.hasFailed ? cannotTry : tryingEach}</p>
        ) : (
          <Stale isStale={singles.isStale.sensitivity}>
            <Movements
              sensitivity={moving ?? sensitivity}
              isMoving={moving !== undefined}
              {...{ tried, currency, model }}
            />
          </Stale>
        )}
      </div>
    </Section>
  );
});

interface MovementsProps {
  sensitivity: PairSensitivity;
  /** Whether it is what moving saves against going on as now. */
  isMoving: boolean;
  tried: UncertaintyDocument | null;
  currency: string;
  model: string;
}

function Movements({ sensitivity, isMoving, tried, currency, model }: MovementsProps) {
  const chart = useMemo(() => movementChart(sensitivity, currency, { isMoving }), [sensitivity, currency, isMoving]);
  return (
    <>
      <p className={styles.lead}>
        {isMoving ? savingWords(sensitivity, currency) : costWords(sensitivity, currency)}{" "}
        {turnersWords(sensitivity, isMoving ? "change whether moving is better" : "change the winner")}{" "}
        {untouchedWords(sensitivity)} {tried === null || isMoving ? null : togetherWords(sensitivity, tried)}
      </p>
      <ChartFrame chart={chart} model={model}>
        <MovementsTable chart={chart} sensitivity={sensitivity} isMoving={isMoving} tried={tried} currency={currency} />
      </ChartFrame>
      <p className={styles.legend}>
        <span className={styles.ofBars}>
          A bar is the range of the difference with one input alone, the upright line where it is now; past the dashed
          line at 0 the order of the two turns.{" "}
          {isMoving ? null : "All together is the share of the doubt that the input explains while all move. "}
        </span>
        Ranges are those of the inputs’ list, and where it says so your own (under “About” of an input); a figure you
        changed keeps the spread of its range.
      </p>
    </>
  );
}

function costWords({ first, second, difference }: PairSensitivity, currency: string): string {
  const cost = `${verb(first, "costs", "cost")} ${formatMoney(Math.abs(difference), currency)} ${difference < 0 ? "more" : "less"} than ${spoken[second].within}`;
  if (difference >= 0) return `${cost}.`;
  const rank = spoken[first].isPlural ? "they rank" : "it ranks";
  return `${cost}, but ${rank} first: ${spoken[second].within} ${spoken[second].isPlural ? "miss" : "misses"} the targets.`;
}

function savingWords({ first, leader, difference }: PairSensitivity, currency: string): string {
  const moving = `At the likeliest values moving to ${spoken[first].within}`;
  const amount = formatMoney(Math.abs(difference), currency);
  if (difference >= 0) return `${moving} saves ${amount}.`;
  return `${moving} costs ${amount} more${leader === first ? ", but going on as now misses the targets" : ""}.`;
}

function turnersWords({ turners, moving }: PairSensitivity, what: string): string {
  if (moving === 0) return "No uncertain input moves this.";
  if (turners === 0) return `None of ${moving} uncertain inputs could ${what} alone.`;
  return `${turners} of ${moving} uncertain inputs could ${turners === 1 ? `${what} alone` : `each ${what}`}.`;
}

function untouchedWords({ untouchedShare, untouchedMoving }: PairSensitivity): string {
  if (untouchedShare === null) return "";
  if (untouchedMoving === 0) return "None of them is an untouched assumption.";
  const drive = untouchedMoving === 1 ? "assumption drives" : "assumptions drive";
  return `${untouchedMoving} untouched ${drive} ${formatPercent(untouchedShare)} of the uncertainty.`;
}
