"use client";

import { memo, useMemo, useState } from "react";
import { faultAt } from "@/app/_components/document/document-state";
import { inputsOf } from "@/app/_components/document/model-kind";
import { UndoBar } from "@/app/_components/document/undo-bar";
import { concernedInputs } from "@/lib/analysis/sensitivity/dependencies";
import type { Place } from "@/lib/draft/place";
import { declaredAt } from "@/lib/model/currency";
import type { InputKey } from "@/lib/model/inputs";
import type { InputDeclaration } from "@/lib/model/inputs/declaration";
import { CurrencySettings } from "./currency/currency-settings";
import { InputGroupFold } from "./input-group-fold";
import { isFound } from "./input-search";
import { InputsFilter, type ShownInputs } from "./inputs-filter";
import styles from "./inputs-panel.module.css";
import { KeyInputsGroup } from "./key/key-inputs-group";
import { OwnLines } from "./own-lines";
import { UncertaintySettings } from "./range/uncertainty-settings";
import { type InputFieldsOf, useInputFields } from "./use-input-fields";

interface InputsPanelProps extends InputFieldsOf {
  /** The input that the page was opened for: its group is open. */
  asked: string | null;
}

/** Every input of the model in its groups, and the own lines; it can be searched, and narrowed to what differs or concerns one. */
export const InputsPanel = memo(function InputsPanel(props: InputsPanelProps) {
  const { state, readOnly, asked, onChange } = props;
  const { draft, version, followed } = state;
  const typed = state.typed.inputs;
  const { field, declared, starts, isOwn, isRefused, isChanged } = useInputFields(props);
  const { groups, defaults } = declared;
  const today = declaredAt(draft.currencyRate).defaults;
  const versionAt = (place: Place) => version + (followed.get(place) ?? 0);
  const [narrowed, setNarrowed] = useState<ShownInputs>({ query: "", onlyChanged: false, concerning: "" });
  const { query, onlyChanged, concerning } = narrowed;
  const isNarrowed = query.trim() !== "" || onlyChanged;
  const { currentArchitecture } = inputsOf(draft);
  const concerned = useMemo(
    () => (concerning === "" ? null : concernedInputs(concerning, { ...defaults, currentArchitecture })),
    [concerning, defaults, currentArchitecture],
  );

  function isShown(declared: InputDeclaration, groupTitle: string): boolean {
    const { key } = declared;
    if (concerned !== null && !concerned.has(key as InputKey)) return false;
    if (onlyChanged && !isChanged(key)) return false;
    if (query.trim() === "") return true;
    const { note = "", source = "" } = draft.notes[key as InputKey] ?? {};
    return isFound(query, declared, groupTitle, `${note} ${source}`);
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
      <InputsFilter shown={narrowed} onChange={setNarrowed} />
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
      {isNarrowed || concerned !== null ? null : (
        <KeyInputsGroup field={(key) => field(declared.input[key], "brief")} />
      )}
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
            {() => shown.map((input) => field(input))}
          </InputGroupFold>
        );
      })}
      {shownGroups.length === 0 ? (
        <p className={styles.none}>
          {onlyChanged && query.trim() === "" ? "Every input has its default." : "No input matches. Try another word."}
        </p>
      ) : null}
      <OwnLines
        draft={draft}
        concerning={concerning === "" ? null : concerning}
        version={version}
        followed={followed}
        readOnly={readOnly}
        onChange={onChange}
      />
    </div>
  );
});
