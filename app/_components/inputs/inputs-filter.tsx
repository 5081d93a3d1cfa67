"use client";

import { Checkbox, NativeSelect } from "@mantine/core";
import { memo } from "react";
import { SearchField } from "@/app/_components/ui/search-field";
import { type Architecture, architectures } from "@/lib/model/architectures";
import { spoken } from "@/lib/value/spoken";
import styles from "./inputs-panel.module.css";

interface InputsFilterProps {
  query: string;
  onlyChanged: boolean;
  /** The architecture to whose inputs the list is narrowed; empty for those of every one. */
  concerning: Architecture | "";
  onQuery: (query: string) => void;
  onOnlyChanged: (onlyChanged: boolean) => void;
  onConcerning: (concerning: Architecture | "") => void;
}

/** What narrows the list of inputs: words, what was changed, what concerns one architecture. A figure that is typed does not redraw it. */
export const InputsFilter = memo(function InputsFilter(props: InputsFilterProps) {
  const { query, onlyChanged, concerning, onQuery, onOnlyChanged, onConcerning } = props;
  return (
    <>
      <div className={styles.tools}>
        <SearchField label="Search the inputs" value={query} onChange={onQuery} />
        <Checkbox
          size="xs"
          label="Changed only"
          checked={onlyChanged}
          onChange={(event) => onOnlyChanged(event.currentTarget.checked)}
        />
      </div>
      <NativeSelect
        size="xs"
        aria-label="Show the inputs that concern"
        value={concerning}
        onChange={(event) => onConcerning(event.currentTarget.value as Architecture | "")}
        data={options}
      />
    </>
  );
});

const options = [
  { value: "", label: "Inputs of every architecture" },
  ...architectures.map((name) => ({ value: name, label: `What concerns ${spoken[name].within}` })),
];
