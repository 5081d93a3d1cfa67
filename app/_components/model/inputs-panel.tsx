"use client";

import { Checkbox, TextInput } from "@mantine/core";
import { memo, useState } from "react";
import { defaultInputs, type InputKey, type Inputs, inputGroups } from "@/lib/model/inputs";
import type { InputDeclaration } from "@/lib/model/inputs/declaration";
import type { Fault } from "@/lib/schemas/model";
import { isYesOrNo } from "@/lib/unit-label";
import { ChoiceField } from "./choice-field";
import { InputGroupFold } from "./input-group-fold";
import styles from "./inputs-panel.module.css";
import type { ModelChange, Refused } from "./model-state";
import { NumberField } from "./number-field";
import { SwitchField } from "./switch-field";

interface InputsPanelProps {
  typed: Partial<Inputs>;
  refused: Refused;
  rules: readonly Fault[];
  version: number;
  currency: string;
  readOnly: boolean;
  /** What the template's own figures rest on, by input. */
  bases: Readonly<Partial<Record<InputKey, string>>>;
  onChange: (change: ModelChange) => void;
}

/** Every input of the model in its groups; it can be searched, and narrowed to what differs from the defaults. */
export const InputsPanel = memo(function InputsPanel(props: InputsPanelProps) {
  const { typed, refused, rules, version, currency, readOnly, bases, onChange } = props;
  const [query, setQuery] = useState("");
  const [onlyChanged, setOnlyChanged] = useState(false);
  const isNarrowed = query.trim() !== "" || onlyChanged;

  function isShown({ key, label, basis }: InputDeclaration, groupTitle: string): boolean {
    if (onlyChanged && !Object.hasOwn(typed, key) && !Object.hasOwn(refused, key)) return false;
    const text = `${groupTitle} ${label} ${key} ${basis}`.toLowerCase();
    return query
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word));
  }

  function field(input: InputDeclaration) {
    const key = input.key as InputKey;
    const shared = {
      value: typed[key] ?? defaultInputs[key],
      isChanged: Object.hasOwn(typed, key),
      fault: refused[key]?.message ?? rules.find((fault) => fault.key === key)?.message,
      currency,
      readOnly,
      templateBasis: bases[key],
      onChange,
    };
    const identity = `${key} ${version}`;
    if (input.kind === "choice") return <ChoiceField key={identity} input={input} {...shared} />;
    if (isYesOrNo(input.unit)) return <SwitchField key={identity} input={input} {...shared} />;
    return <NumberField key={identity} input={input} refusedText={refused[key]?.text} {...shared} />;
  }

  const shownGroups = inputGroups
    .map((group) => ({ group, shown: group.inputs.filter((input) => isShown(input, group.title)) }))
    .filter(({ shown }) => shown.length > 0);

  return (
    <div className={styles.panel}>
      <div className={styles.tools}>
        <TextInput
          size="xs"
          type="search"
          aria-label="Search the inputs"
          placeholder="Search the inputs"
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <Checkbox
          size="xs"
          label="Changed only"
          checked={onlyChanged}
          onChange={(event) => setOnlyChanged(event.currentTarget.checked)}
        />
      </div>
      {shownGroups.map(({ group, shown }) => (
        <InputGroupFold
          key={group.key}
          title={group.title}
          changed={group.inputs.filter(({ key }) => Object.hasOwn(typed, key)).length}
          faulty={group.inputs.filter(({ key }) => key in refused || rules.some((fault) => fault.key === key)).length}
          isOpenAtFirst={group.key === "demand"}
          isForcedOpen={isNarrowed}
        >
          {() => shown.map(field)}
        </InputGroupFold>
      ))}
      {shownGroups.length === 0 ? (
        <p className={styles.none}>
          {onlyChanged && query.trim() === "" ? "Every input has its default." : "No input matches. Try another word."}
        </p>
      ) : null}
    </div>
  );
});
