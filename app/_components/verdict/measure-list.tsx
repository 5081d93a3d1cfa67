import Link from "next/link";
import { memo } from "react";
import { Section } from "@/app/_components/ui/page/section";
import { nameOfDrawn } from "@/lib/analysis/verdict/drawn-name";
import type { WorthKnowing } from "@/lib/analysis/verdict/measure-first";
import { isInputKey } from "@/lib/model/inputs";
import { routes } from "@/lib/routes";
import { formatMoney, formatPercent } from "@/lib/value/format";
import styles from "./flips.module.css";

interface MeasureListProps {
  /** Null while trials run. */
  list: readonly WorthKnowing[] | null;
  currency: string;
  modelId: string | null;
  /** Keys of inputs that are named without figures. */
  hidden: readonly string[];
}

/** The one or two figures most worth knowing better before one decides. */
export const MeasureList = memo(function MeasureList(props: MeasureListProps) {
  const { list, currency, modelId, hidden } = props;
  const isHidden = ({ key, group }: WorthKnowing) =>
    [key, ...(group?.members ?? [])].some((name) => hidden.includes(name));
  return (
    <Section title="Measure first" unit="what is most worth knowing">
      <ul className={styles.lines}>
        {list === null ? <li className={styles.quiet}>After the first trials…</li> : null}
        {list?.length === 0 ? <li>Nothing: no single figure decides who comes first.</li> : null}
        {list?.map((one) => (
          <li key={one.key}>
            <MeasureName one={one} modelId={modelId} />
            {isHidden(one) ? "." : `: ${worthWords(one, currency)}`}
          </li>
        ))}
      </ul>
    </Section>
  );
});

function MeasureName({ one: { key, group }, modelId }: { one: WorthKnowing; modelId: string | null }) {
  if (group !== undefined) return `${group.label} (${group.members.length} inputs that move together)`;
  const name = nameOfDrawn(key);
  return modelId !== null && isInputKey(key) ? <Link href={routes.modelInput(modelId, key)}>{name}</Link> : name;
}

function worthWords({ hasWorth, evppi, firstPlace }: WorthKnowing, currency: string): string {
  const decides = `decides ${formatPercent(firstPlace)} of who comes first`;
  if (!hasWorth) return `${decides}.`;
  const worth = `knowing it is worth up to ${formatMoney(Number(evppi.toPrecision(2)), currency)}`;
  return firstPlace < 0.02 ? `${worth}.` : `${worth}; it ${decides}.`;
}
