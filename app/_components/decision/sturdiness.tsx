import type { Comparison } from "@/lib/analysis/objectives/comparison";
import { neverFirstWords, sharesWords } from "@/lib/analysis/objectives/objective-words";
import styles from "./objectives.module.css";
import type { WeightingShares } from "./use-objectives";

interface SturdinessProps {
  shares: WeightingShares;
  hasFailed: boolean;
  comparison: Comparison;
  among: readonly number[];
}

const pending = "working them out…";

/** How much hangs on the weights: in how many of all weightings each ranks first. */
export function Sturdiness({ shares, hasFailed, comparison, among }: SturdinessProps) {
  if (hasFailed) return <p className={styles.words}>This browser cannot draw weightings. Load the page again.</p>;
  const { all, inOrder, withTrials } = shares;
  return (
    <>
      <h3>How sturdy</h3>
      <p className={styles.words}>Of 10,000 random weightings: {all ? `${sharesWords(all)} first` : pending}.</p>
      <p className={styles.words}>
        Of those that keep your order of importance: {inOrder ? `${sharesWords(inOrder)} first` : pending}.
      </p>
      <p className={styles.words}>
        With every uncertain figure drawn too, one trial to a weighting:{" "}
        {withTrials === null
          ? "not to be had in this browser"
          : withTrials
            ? `${sharesWords(withTrials)} first`
            : pending}
        .
      </p>
      {all
        ? neverFirstWords(comparison, all, among).map((words) => (
            <p key={words} className={styles.words}>
              {words}
            </p>
          ))
        : null}
    </>
  );
}
