import figures from "@/app/_components/ui/figure-table.module.css";
import { Scroller } from "@/app/_components/ui/page/scroller";
import { TableHead } from "@/app/_components/ui/records/table-head";
import type { ComparisonSettings, LevelsByArchitecture } from "@/lib/analysis/objectives/comparison";
import { scoreWords } from "@/lib/analysis/objectives/objective-words";
import { comparePeople } from "@/lib/analysis/objectives/people";
import type { PersonalWeights } from "@/lib/draft/decision";
import { formatPercent } from "@/lib/value/format";
import decision from "./decision.module.css";
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
  const { comparisons, spreads } = comparePeople(people, settings, levels, among);
  const [parting] = spreads;
  return (
    <>
      <h3>Weighed apart</h3>
      <ul className={styles.words}>
        {comparisons.map(({ name, comparison }, place) => (
          <li key={people[place]?.userId}>
            {name}: {scoreWords(comparison)}{" "}
            <button type="button" className={decision.stop} onClick={() => onTry(people[place]?.swings ?? {})}>
              Try these weights
            </button>
          </li>
        ))}
      </ul>
      {parting === undefined || people.length < 2 ? null : (
        <>
          {parting.most > parting.least ? (
            <p className={styles.words}>
              They part most on {parting.name.toLowerCase()}: from {formatPercent(parting.least)} to{" "}
              {formatPercent(parting.most)} of the weight.
            </p>
          ) : null}
          <Scroller label="Weights of each person">
            <table className={`${figures.table} ${styles.table}`}>
              <TableHead names={["Share of the weight", ...people.map(({ name }) => name), "Least to most"]} />
              <tbody>
                {spreads.map(({ name, weights, least, most }) => (
                  <tr key={name}>
                    <th scope="row">{name}</th>
                    {weights.map((weight, place) => (
                      <td key={people[place]?.userId}>{formatPercent(weight)}</td>
                    ))}
                    <td>
                      {formatPercent(least)} to {formatPercent(most)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroller>
        </>
      )}
    </>
  );
}
