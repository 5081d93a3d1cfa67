"use client";

import { memo } from "react";
import { CompactSelect } from "@/app/_components/ui/fields/compact-select";
import { SearchField } from "@/app/_components/ui/fields/search-field";
import { SmallCheckbox } from "@/app/_components/ui/fields/small-checkbox";
import { type Architecture, architectures } from "@/lib/model/architectures";
import { spoken } from "@/lib/value/spoken";
import styles from "./inputs-panel.module.css";

/** What narrows the list of inputs. */
export interface ShownInputs {
  query: string;
  onlyChanged: boolean;
  /** The architecture to whose inputs the list is narrowed; empty for those of every one. */
  concerning: Architecture | "";
}

interface InputsFilterProps {
  shown: ShownInputs;
  onChange: (shown: ShownInputs) => void;
}

/** Narrows the list of inputs: by words, to what was changed, what concerns one architecture. A figure that is typed does not redraw it. */
export const InputsFilter = memo(function InputsFilter({ shown, onChange }: InputsFilterProps) {
  return (
    <>
      <div className={styles.tools}>
        <SearchField
          label="Search the inputs"
          value={shown.query}
          onChange={(query) => onChange({ ...shown, query })}
        />
        <SmallCheckbox
          label="Changed only"
          checked={shown.onlyChanged}
          onChange={(onlyChanged) => onChange({ ...shown, onlyChanged })}
        />
      </div>
      <CompactSelect
        label="Show the inputs that concern"
        value={shown.concerning}
        choices={options}
        onChange={(concerning) => onChange({ ...shown, concerning })}
      />
    </>
  );
});

const options: readonly { value: ShownInputs["concerning"]; label: string }[] = [
  { value: "", label: "Inputs of every architecture" },
  ...architectures.map((name) => ({ value: name, label: `What concerns ${spoken[name].within}` })),
];
