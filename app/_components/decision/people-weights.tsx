import type { ComparisonSettings, LevelsByArchitecture } from "@/lib/analysis/objectives/comparison";
import { scoreWords } from "@/lib/analysis/objectives/objective-words";
import { comparePeople } from "@/lib/analysis/objectives/people";
import type { PersonalWeights } from "@/lib/draft/decision";
import { formatPercent } from "@/lib/value/format";
import styles from "./objectives.module.css";

interface PeopleWeightsProps {
  people: readonly PersonalWeights[];
  settings: ComparisonSettings;
  levels: LevelsByArchitecture;
  among: readonly number[];
  /** Tries a person's weights on the page. */
  onTry: (swings: Readonly<Record<string, number>>) => void;
}

/** What each person's own weights come to, and where they part. */
export function PeopleWeights({ people, settings, levels, among, onTry }: PeopleWeightsProps) {
  if (people.length === 0) return null;
  const { comparisons, parting } = comparePeople(people, settings, levels, among);
  return (
    <>
      <h3>Weighed apart</h3>
      <ul className={styles.words}>
        {comparisons.map(({ name, comparison }, place) => (
          <li key={people[place]?.userId}>
            {name}: {scoreWords(comparison)}{" "}
            <button type="button" onClick={() => onTry(people[place]?.swings ?? {})}>
              Try these weights
            </button>
          </li>
        ))}
      </ul>
      {parting === null || people.length < 2 ? null : (
        <p className={styles.words}>
          They part most on {parting.name.toLowerCase()}: from {formatPercent(parting.least)} to{" "}
          {formatPercent(parting.most)} of the weight.
        </p>
      )}
    </>
  );
}
