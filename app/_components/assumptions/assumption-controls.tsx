import { memo } from "react";
import { CompactSelect } from "@/app/_components/ui/fields/compact-select";
import { SearchField } from "@/app/_components/ui/fields/search-field";
import { DisabledUntilHydrated } from "@/app/_components/ui/hydration/disabled-until-hydrated";
import {
  type AssumptionFilter,
  type AssumptionSort,
  assumptionFilters,
  assumptionSorts,
  type ViewSettings,
} from "@/lib/analysis/view-settings";
import { evidenceWords } from "@/lib/value/range-words";
import styles from "./assumptions.module.css";

const filterNames: Readonly<Record<AssumptionFilter, string>> = {
  any: "Any evidence",
  untouched: "Nobody has looked at",
  default: "default",
  ...evidenceWords,
};

const sortNames: Readonly<Record<AssumptionSort, string>> = {
  group: "In the order of the inputs",
  name: "By name",
  evidence: "By evidence, the least first",
  swing: "By how much they move the answer",
  share: "By their share of the doubt",
  worth: "By what they are worth to know",
  changed: "The last changed first",
};

interface AssumptionControlsProps {
  query: string;
  settings: ViewSettings;
  onQuery: (query: string) => void;
  onChange: (change: Partial<ViewSettings>) => void;
}

/** What narrows the register, and its order where no heads of columns are in sight. */
export const AssumptionControls = memo(function AssumptionControls(props: AssumptionControlsProps) {
  const { query, settings, onQuery, onChange } = props;
  return (
    <DisabledUntilHydrated>
      <div className={styles.controls}>
        <SearchField label="Search the assumptions" value={query} onChange={onQuery} />
        <CompactSelect
          label="Which assumptions"
          value={settings.evidence}
          choices={assumptionFilters.map((value) => ({ value, label: filterNames[value] }))}
          onChange={(evidence) => onChange({ evidence })}
        />
        <CompactSelect
          label="Order of the assumptions"
          value={settings.sort}
          choices={assumptionSorts.map((value) => ({ value, label: sortNames[value] }))}
          onChange={(sort) => onChange({ sort })}
        />
      </div>
    </DisabledUntilHydrated>
  );
});
