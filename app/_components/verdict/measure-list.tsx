import { memo, Suspense } from "react";
import { Link } from "@/app/_components/ui/link";
import { Section } from "@/app/_components/ui/page/section";
import { Stale } from "@/app/_components/ui/stale";
import { nameOfDrawn } from "@/lib/analysis/verdict/drawn-name";
import { measureWords, type WorthKnowing } from "@/lib/analysis/verdict/measure-first";
import { isInputKey } from "@/lib/model/inputs";
import { routes } from "@/lib/routes";
import { counted } from "@/lib/value/counted";
import styles from "./flips.module.css";
import { type EvidenceFacts, MeasureEvidence } from "./measure-evidence";

interface MeasureListProps {
  /** Null while the first trials run. */
  list: readonly WorthKnowing[] | null;
  /** Whether it is of earlier figures. */
  isStale: boolean;
  /** What the list is ordered by. */
  by: "money" | "firstPlace";
  currency: string;
  modelId: string | null;
  /** Keys of inputs that are named without figures. */
  hidden: readonly string[];
  /** Where its evidence comes from; null where readers are not told. */
  facts: EvidenceFacts | null;
}

/** The one or two figures most worth knowing better before one decides. */
export const MeasureList = memo(function MeasureList(props: MeasureListProps) {
  const { list, isStale, by, currency, modelId, hidden, facts } = props;
  const isHidden = ({ key, group }: WorthKnowing) =>
    [key, ...(group?.members ?? [])].some((name) => hidden.includes(name));
  return (
    <Section title="Measure first" unit="what is most worth knowing">
      <Stale isStale={isStale}>
        <ul className={`${styles.lines} ${styles.few}`}>
          {list === null ? <li className={styles.quiet}>After the first trials…</li> : null}
          {list?.length === 0 ? <li>Nothing: no single figure decides who comes first.</li> : null}
          {list?.map((one) => (
            <li key={one.key}>
              <MeasureName one={one} modelId={modelId} />
              {isHidden(one) ? "." : `: ${measureWords(one, by, currency)}`}
              {facts === null ? null : (
                <small className={styles.evidence}>
                  <Suspense>
                    <MeasureEvidence of={one} facts={facts} />
                  </Suspense>
                </small>
              )}
            </li>
          ))}
        </ul>
      </Stale>
    </Section>
  );
});

function MeasureName({ one: { key, group }, modelId }: { one: WorthKnowing; modelId: string | null }) {
  if (group !== undefined) return `${group.label} (${counted(group.members.length, "input")})`;
  const name = nameOfDrawn(key);
  return modelId !== null && isInputKey(key) ? <Link href={routes.modelInput(modelId, key)}>{name}</Link> : name;
}
