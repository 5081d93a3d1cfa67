"use client";

import { NativeSelect } from "@mantine/core";
import { DisabledUntilHydrated } from "@/app/_components/ui/hydration/disabled-until-hydrated";
import { Section } from "@/app/_components/ui/page/section";
import type { ChangeSettings } from "@/app/_components/view/use-view-settings";
import type { SwitchingOrder } from "@/lib/analysis/view-settings";
import { type Architecture, architectureNames } from "@/lib/model/architectures";
import { formatWhole } from "@/lib/value/format";
import styles from "./decision.module.css";
import { SwitchingOf, SwitchingOfEach, type SwitchingOfProps } from "./switching-of";
import type { SwitchingSearch } from "./use-switching";

const orderNames: Readonly<Record<SwitchingOrder, string>> = {
  likely: "The likeliest first",
  near: "The smallest change first",
  inputs: "In the order of the inputs",
};

interface SwitchingSectionProps extends Omit<SwitchingOfProps, "values" | "isDone"> {
  search: SwitchingSearch;
  /** Null for each that is not first. */
  architecture: Architecture | null;
  onChange: ChangeSettings;
}

/** What each input alone would have to be for an architecture to be cheapest, in sentences. */
export function SwitchingSection({ search, architecture, onChange, ...props }: SwitchingSectionProps) {
  const { order, result } = props;
  const { values, isStopped, hasFailed, stop, again } = search;
  const isDone = search.done > 0 && search.done === search.all;
  const choices = [
    { value: "", label: "Each that is not first" },
    ...result.ranking.map((value) => ({ value, label: architectureNames[value] })),
  ];
  return (
    <Section title="What would have to be true" unit="each input alone, the others as they are" anchor="switching">
      <DisabledUntilHydrated>
        <div className={styles.switches}>
          <NativeSelect
            size="xs"
            label="For"
            value={architecture ?? ""}
            onChange={({ currentTarget: { value } }) => onChange({ of: value === "" ? null : (value as Architecture) })}
            data={choices}
          />
          <NativeSelect
            size="xs"
            label="Order"
            value={order}
            onChange={({ currentTarget: { value } }) => onChange({ order: value as SwitchingOrder })}
            data={Object.entries(orderNames).map(([value, label]) => ({ value, label }))}
          />
        </div>
      </DisabledUntilHydrated>
      <div className={styles.progress}>
        <span role="status">{progressWords(search)}</span>
        {isDone || hasFailed ? null : (
          <button type="button" className={styles.stop} onClick={isStopped ? again : stop}>
            {isStopped ? "Search again" : "Stop"}
          </button>
        )}
      </div>
      {architecture === null ? (
        <SwitchingOfEach {...props} values={values} isDone={isDone} onChoose={(of) => onChange({ of })} />
      ) : (
        <SwitchingOf key={architecture} {...props} values={values} isDone={isDone} architecture={architecture} />
      )}
    </Section>
  );
}

function progressWords({ done, all, isStopped, hasFailed }: SwitchingSearch): string {
  if (hasFailed) return "This browser cannot search the inputs. Load the page again.";
  if (done === 0) return isStopped ? "Stopped." : "Searching the inputs…";
  if (done === all) return `Searched all ${formatWhole(all)} inputs.`;
  return `${isStopped ? "Stopped after" : "Searched so far"} ${formatWhole(done)} of ${formatWhole(all)} inputs.`;
}
