import { memo } from "react";
import { Section } from "@/app/_components/ui/page/section";
import { Stale } from "@/app/_components/ui/stale";
import type { Sensitivity } from "@/lib/analysis/sensitivity/sensitivity";
import type { UncertaintyDocument } from "@/lib/analysis/uncertainty/document";
import { togetherWords } from "@/lib/analysis/verdict/alone-and-together";
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
  currency: string;
}

/** The inputs whose ranges move the difference between the first two most: one at a time, in money, beside all together. */
export const RestsOn = memo(function RestsOn({ singles, tried, currency }: RestsOnProps) {
  const { sensitivity } = singles;
  return (
    <Section title="What moves it" unit={`${currency}, in today’s money`}>
      <div className={styles.found}>
        {sensitivity === null ? (
          <p className={styles.waiting}>{singles.hasFailed ? cannotTry : tryingEach}</p>
        ) : (
          <Stale isStale={singles.isStale.sensitivity}>
            <Movements sensitivity={sensitivity} tried={tried} currency={currency} />
          </Stale>
        )}
      </div>
    </Section>
  );
});

interface MovementsProps {
  sensitivity: Sensitivity;
  tried: UncertaintyDocument | null;
  currency: string;
}

function Movements({ sensitivity, tried, currency }: MovementsProps) {
  const { first, second, difference } = sensitivity;
  const cost = `${verb(first, "costs", "cost")} ${formatMoney(Math.abs(difference), currency)} ${difference < 0 ? "more" : "less"} than ${spoken[second].within}`;
  const rank = spoken[first].isPlural ? "they rank" : "it ranks";
  return (
    <>
      <p className={styles.lead}>
        {cost}
        {difference < 0
          ? `, but ${rank} first: ${spoken[second].within} ${spoken[second].isPlural ? "miss" : "misses"} the targets. `
          : ". "}
        {turnersWords(sensitivity)} {untouchedWords(sensitivity)}{" "}
        {tried === null ? null : togetherWords(sensitivity, tried)}
      </p>
      <MovementsTable sensitivity={sensitivity} tried={tried} currency={currency} />
      <p className={styles.legend}>
        <span className={styles.ofBars}>
          A bar is the range of the difference with one input alone, the upright line where it is now; past the dashed
          line at 0 the order of the two turns. All together is the share of the doubt that the input explains while all
          move.{" "}
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
