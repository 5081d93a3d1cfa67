"use client";

import { NativeSelect } from "@mantine/core";
import { useMemo, useState } from "react";
import { DisabledUntilHydrated } from "@/app/_components/ui/hydration/disabled-until-hydrated";
import { Link } from "@/app/_components/ui/link";
import { Section } from "@/app/_components/ui/page/section";
import type { ChangeSettings } from "@/app/_components/view/use-view-settings";
import { sortedValues } from "@/lib/analysis/switching/sorted-values";
import type { SwitchingValue } from "@/lib/analysis/switching/switching";
import { likelihoodOf, likelihoodWords, outWords, switchingWords } from "@/lib/analysis/switching/switching-words";
import type { SwitchingOrder } from "@/lib/analysis/view-settings";
import type { Architecture } from "@/lib/model/architectures";
import type { InputKey, Inputs } from "@/lib/model/inputs";
import type { ModelResult } from "@/lib/model/result";
import { formatWhole } from "@/lib/value/format";
import { spoken } from "@/lib/value/spoken";
import { ArchitectureChoice } from "./architecture-choice";
import styles from "./decision.module.css";
import type { SwitchingSearch } from "./use-switching";

const orderNames: Readonly<Record<SwitchingOrder, string>> = {
  likely: "The likeliest first",
  near: "The smallest change first",
  inputs: "In the order of the inputs",
};

interface SwitchingSectionProps {
  search: SwitchingSearch;
  architecture: Architecture;
  order: SwitchingOrder;
  inputs: Inputs;
  result: ModelResult;
  currency: string;
  /** Where an input is opened. */
  addressOf: (key: InputKey) => string;
  onChange: ChangeSettings;
}

/** More than these are shown on request. */
const shownAtFirst = 12;

/** What each input alone would have to be for an architecture to be cheapest, in sentences. */
export function SwitchingSection(props: SwitchingSectionProps) {
  const { search, architecture, order, inputs, result, currency, addressOf, onChange } = props;
  const [isWhole, showWhole] = useState(false);
  const { reached, nowhere } = useMemo(
    () => sortedValues(search.values, architecture, order),
    [search.values, architecture, order],
  );
  const out = outWords(architecture, result, inputs);
  const shown = isWhole ? reached : reached.slice(0, shownAtFirst);
  const isDone = search.done > 0 && search.done === search.all;
  return (
    <Section title="What would have to be true" unit="each input alone, the others as they are" anchor="switching">
      <div className={styles.switches}>
        <ArchitectureChoice chosen={architecture} ranking={result.ranking} onChoose={(of) => onChange({ of })} />
        <DisabledUntilHydrated>
          <NativeSelect
            size="xs"
            label="Order"
            value={order}
            onChange={({ currentTarget: { value } }) => onChange({ order: value as SwitchingOrder })}
            data={Object.entries(orderNames).map(([value, label]) => ({ value, label }))}
          />
        </DisabledUntilHydrated>
      </div>
      {out === null ? null : <p className={styles.lead}>{out}</p>}
      <div className={styles.progress}>
        <span role="status">{progressWords(search, reached.length, architecture)}</span>
        {isDone || search.hasFailed ? null : search.isStopped ? (
          <button type="button" className={styles.stop} onClick={search.again}>
            Search again
          </button>
        ) : (
          <button type="button" className={styles.stop} onClick={search.stop}>
            Stop
          </button>
        )}
      </div>
      <ol className={styles.values}>
        {shown.map((value) => (
          <li key={value.key}>
            <Link href={addressOf(value.key)}>{switchingWords(value, currency)}</Link>
            <span className={styles.likely}>{likelihoodWords(likelihoodOf(value))}</span>
          </li>
        ))}
      </ol>
      {reached.length > shown.length ? (
        <button type="button" className={styles.stop} onClick={() => showWhole(true)}>
          Show all {formatWhole(reached.length)}
        </button>
      ) : null}
      {nowhere.length === 0 ? null : <Nowhere values={nowhere} currency={currency} addressOf={addressOf} />}
    </Section>
  );
}

function progressWords(
  { done, all, isStopped, hasFailed }: SwitchingSearch,
  reached: number,
  of: Architecture,
): string {
  if (hasFailed) return "This browser cannot search the inputs. Load the page again.";
  if (done === 0) return isStopped ? "Stopped." : "Searching the inputs…";
  const far = done < all ? `${formatWhole(done)} of ${formatWhole(all)}` : `all ${formatWhole(all)}`;
  const state = done === all ? "Searched" : isStopped ? "Stopped after" : "Searched so far";
  return `${state} ${far} inputs: with ${formatWhole(reached)} of them ${spoken[of].within} ${spoken[of].isPlural ? "are" : "is"} cheapest at some values and not at others.`;
}

interface NowhereProps {
  values: readonly SwitchingValue[];
  currency: string;
  addressOf: (key: InputKey) => string;
}

/** The inputs that alone bring it to the first place nowhere, those that come nearest first. */
function Nowhere({ values, currency, addressOf }: NowhereProps) {
  return (
    <details className={styles.more}>
      <summary>{formatWhole(values.length)} inputs that alone do not bring it to the first place</summary>
      <ul className={styles.values}>
        {values.map((value) => (
          <li key={value.key}>
            <Link href={addressOf(value.key)}>{switchingWords(value, currency)}</Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
