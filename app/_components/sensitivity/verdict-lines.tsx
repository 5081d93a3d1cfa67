import { memo } from "react";
import { scaleSentence } from "@/lib/analysis/sensitivity/scale-words";
import type { Architecture } from "@/lib/model/architectures";
import { type InputKey, input } from "@/lib/model/inputs";
import type { Verdict } from "./use-verdict";
import styles from "./verdict.module.css";

/** The lines below the answer, which take longer: at what demand another would win, and which inputs decide. */
export const VerdictLines = memo(function VerdictLines({ verdict, first }: { verdict: Verdict; first: Architecture }) {
  const { curve, sensitivity } = verdict;
  if (verdict.hasFailed) {
    return (
      <p className={styles.waiting}>This browser cannot work out what the verdict rests on. Load the page again.</p>
    );
  }
  return (
    <div className={styles.lines} aria-busy={verdict.isBehind} data-behind={verdict.isBehind}>
      {curve === null ? (
        <p className={styles.waiting}>Working out how the order changes with demand…</p>
      ) : (
        <p>{scaleSentence(curve, first)}</p>
      )}
      {sensitivity === null ? null : (
        <p>What this rests on: {namesOf(sensitivity.movements.map(({ key }) => key)).join(" · ")}.</p>
      )}
    </div>
  );
});

/** The first three by name; several architectures have engineers, who are named once. */
function namesOf(keys: readonly InputKey[]): string[] {
  // "CDN" stays as it is.
  const names = keys.map((key) => input[key].label.replace(/^[A-Z](?![A-Z])/, (letter) => letter.toLowerCase()));
  return [...new Set(names)].slice(0, 3);
}
