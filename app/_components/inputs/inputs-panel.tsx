"use client";

import { memo, useMemo, useState } from "react";
import { faultAt } from "@/app/_components/document/document-state";
import { inputsOf, type ModelChange, type ModelState } from "@/app/_components/document/model-kind";
import { startingValues } from "@/app/_components/document/starting-values";
import { UndoBar } from "@/app/_components/document/undo-bar";
import { concernedInputs } from "@/lib/analysis/sensitivity/dependencies";
import { inputPlace, noteFields, notePlace, type Place } from "@/lib/draft/place";
import type { Architecture } from "@/lib/model/architectures";
import { declaredAt } from "@/lib/model/currency";
import type { InputKey, Inputs } from "@/lib/model/inputs";
import type { InputDeclaration } from "@/lib/model/inputs/declaration";
import type { ReleasedInput } from "@/lib/model/released/released-input";
import type { TemplateBases } from "@/lib/model/templates/declaration";
import { isFound } from "@/lib/value/input-search";
import { ChoiceField } from "./choice-field";
import { CurrencySettings } from "./currency/currency-settings";
import { InputGroupFold } from "./input-group-fold";
import { InputsFilter } from "./inputs-filter";
import styles from "./inputs-panel.module.css";
import { NumberField } from "./number-field";
import { OwnLines } from "./own-lines/own-lines";
import { UncertaintySettings } from "./range/uncertainty-settings";
import { SwitchField } from "./switch-field";

interface InputsPanelProps {
  state: ModelState;
  readOnly: boolean;
  /** The template's own figures, in dollars. */
  starting: Readonly<Partial<Inputs>>;
  /** What an earlier version said of inputs that are otherwise today, where the model keeps to one. */
  released: readonly ReleasedInput[] | undefined;
  /** What the template's own figures rest on, by input. */
  bases: TemplateBases;
  /** The input that the page was opened for: its group is open. */
  asked: string | null;
  onChange: (change: ModelChange) => void;
}

/** Every input of the model in its groups, and the own lines; it can be searched, and narrowed to what differs or concerns one. */
export const InputsPanel = memo(function InputsPanel(props: InputsPanelProps) {
  const { state, readOnly, starting, released, bases, asked, onChange } = props;
  const { draft, refused, version, conflicts, followed } = state;
  const typed = state.typed.inputs;
  const versionAt = (...places: Place[]) => places.reduce((sum, place) => sum + (followed.get(place) ?? 0), version);
  const { currencyRate: rate } = draft;
  const { declared, ofTemplate, starts } = useMemo(
    () => startingValues(starting, rate, released),
    [starting, rate, released],
  );
  const { groups, defaults } = declared;
  // A draft lists what differs from the defaults of today.
  const today = declaredAt(rate).defaults;
  const [query, setQuery] = useState("");
  const [onlyChanged, setOnlyChanged] = useState(false);
  const [concerning, setConcerning] = useState<Architecture | "">("");
  const isNarrowed = query.trim() !== "" || onlyChanged;
  const { currentArchitecture } = inputsOf(draft);
  const concerned = useMemo(
    () => (concerning === "" ? null : concernedInputs(concerning, { ...defaults, currentArchitecture })),
    [concerning, defaults, currentArchitecture],
  );

  /** Whether it differs from the default of the model's version. */
  function isOwn(key: InputKey): boolean {
    return released === undefined ? Object.hasOwn(typed, key) : (typed[key] ?? today[key]) !== defaults[key];
  }

  const isRefused = (key: string) => refused.has(inputPlace(key as InputKey));
  /** Whether anything is stated of how it spreads. */
  const hasSpread = (key: InputKey) =>
    draft.notes[key]?.range !== undefined || draft.notes[key]?.evidence !== undefined;
  const isChanged = (key: string) => isOwn(key as InputKey) || isRefused(key) || hasSpread(key as InputKey);

  function isShown(declared: InputDeclaration, groupTitle: string): boolean {
    const { key } = declared;
    if (concerned !== null && !concerned.has(key as InputKey)) return false;
    if (onlyChanged && !isChanged(key)) return false;
    if (query.trim() === "") return true;
    const { note = "", source = "" } = draft.notes[key as InputKey] ?? {};
    return isFound(query, declared, groupTitle, `${note} ${source}`);
  }

  function field(input: InputDeclaration) {
    const key = input.key as InputKey;
    const place = inputPlace(key);
    const shared = {
      value: typed[key] ?? today[key],
      isChanged: isOwn(key) || hasSpread(key),
      start: starts[key],
      isOfTemplate: Object.hasOwn(ofTemplate, key),
      fault: faultAt(state, key),
      currency: draft.currency,
      readOnly,
      templateBasis: bases[key]?.text,
      note: draft.notes[key],
      version: versionAt(place),
      noteVersion: noteFields.reduce((sum, field) => sum + (followed.get(notePlace(key, field)) ?? 0), 0),
      conflict: conflicts.get(place),
      onChange,
    };
    if (input.format === "choice") return <ChoiceField key={key} input={input} {...shared} />;
    if (input.format === "yesNo") return <SwitchField key={key} input={input} {...shared} />;
    return <NumberField key={key} input={input} refusedText={refused.get(place)?.text} {...shared} />;
  }

  const resettable = (inputs: readonly InputDeclaration[]) =>
    inputs
      .map(({ key }) => key as InputKey)
      .filter((key) => (typed[key] ?? today[key]) !== starts[key] || isRefused(key));
  const shownGroups = groups
    .map((group) => ({ group, shown: group.inputs.filter((input) => isShown(input, group.title)) }))
    .filter(({ shown }) => shown.length > 0);

  return (
    <div className={styles.panel}>
      <InputsFilter
        query={query}
        onlyChanged={onlyChanged}
        concerning={concerning}
        onQuery={setQuery}
        onOnlyChanged={setOnlyChanged}
        onConcerning={setConcerning}
      />
      {readOnly ? null : (
        <UndoBar
          state={state}
          keys={groups.flatMap((group) => resettable(group.inputs))}
          to={starts}
          onChange={onChange}
        />
      )}
      <CurrencySettings
        draft={draft}
        version={versionAt({ kind: "startMonth" })}
        readOnly={readOnly}
        onChange={onChange}
      />
      <UncertaintySettings
        draft={draft}
        version={versionAt({ kind: "seed" })}
        readOnly={readOnly}
        onChange={onChange}
      />
      {shownGroups.map(({ group, shown }) => {
        const keys = resettable(group.inputs);
        return (
          <InputGroupFold
            key={group.key}
            title={group.title}
            changed={group.inputs.filter(({ key }) => isOwn(key as InputKey)).length}
            faulty={group.inputs.filter(({ key }) => faultAt(state, key as InputKey) !== undefined).length}
            isOpenAtFirst={group.key === "demand" || group.inputs.some(({ key }) => key === asked)}
            isForcedOpen={isNarrowed}
            onReset={readOnly || keys.length === 0 ? undefined : () => onChange({ kind: "reset", keys, to: starts })}
          >
            {() => shown.map(field)}
          </InputGroupFold>
        );
      })}
      {shownGroups.length === 0 ? (
        <p className={styles.none}>
          {onlyChanged && query.trim() === "" ? "Every input has its default." : "No input matches. Try another word."}
        </p>
      ) : null}
      <OwnLines
        lines={draft.customLines}
        concerning={concerning === "" ? null : concerning}
        currency={draft.currency}
        version={version}
        followed={followed}
        readOnly={readOnly}
        onChange={onChange}
      />
    </div>
  );
});
