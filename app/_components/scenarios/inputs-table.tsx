"use client";

import { Button } from "@mantine/core";
import { type SubmitEvent, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { faultAt } from "@/app/_components/document/document-state";
import type { ShownDocument } from "@/app/_components/document/open-document";
import { DisabledUntilHydrated } from "@/app/_components/ui/hydration/disabled-until-hydrated";
import { Scroller } from "@/app/_components/ui/page/scroller";
import type { CostModelFull } from "@/lib/draft/model";
import { inputPlace } from "@/lib/draft/place";
import type { ScenarioDraft } from "@/lib/draft/scenario/scenario";
import { declaredAt } from "@/lib/model/currency";
import type { InputKey, Inputs } from "@/lib/model/inputs";
import { baseName } from "@/lib/value/base-name";
import { inputText } from "@/lib/value/describe-input";
import { inputName } from "@/lib/value/input-name";
import { unitLabel } from "@/lib/value/unit-label";
import cards from "../ui/card-table.module.css";
import figures from "../ui/figure-table.module.css";
import styles from "./inputs-table.module.css";
import { ScenarioField } from "./scenario-field";
import type { ScenarioChange, ScenarioState } from "./scenario-kind";

interface InputsTableProps {
  model: CostModelFull;
  /** All inputs of the model. */
  base: Inputs;
  /** Each as it stands now. */
  shown: readonly ShownDocument<ScenarioDraft>[];
  /** The input that the address asks for: it has a row though nothing differs in it yet. */
  asked: InputKey | null;
  onChange: (scenarioId: string, change: ScenarioChange) => void;
}

/** The inputs in which the scenarios shown differ from the base, side by side, to be read and changed. */
export function InputsTable({ model, base, shown, asked, onChange }: InputsTableProps) {
  const [added, setAdded] = useState<readonly InputKey[]>(asked === null ? [] : [asked]);
  const [wanted, setWanted] = useState<InputKey | "">("");
  const id = useId();
  const table = useRef<HTMLDivElement>(null);
  const { groups } = declaredAt(model.currencyRate);
  const isRow = (key: InputKey) =>
    added.includes(key) ||
    shown.some(({ state }) => Object.hasOwn(state.typed.inputs, key) || state.conflicts.has(inputPlace(key)));
  const rows = groups.flatMap((group) => group.inputs).filter(({ key }) => isRow(key as InputKey));

  function add(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (wanted === "") return;
    flushSync(() => {
      setAdded([...added, wanted]);
      setWanted("");
    });
    table.current?.querySelector<HTMLElement>(`[data-scenario-input$=" ${wanted}"] :is(input, select)`)?.focus();
  }

  return (
    <DisabledUntilHydrated>
      {rows.length === 0 ? (
        <p className={styles.none}>
          Nothing differs from the base yet.
          <span data-off-paper> Choose an input, and give it another value in a scenario.</span>
        </p>
      ) : (
        <div ref={table}>
          <Scroller label="Inputs that differ">
            <table className={`${figures.table} ${cards.cards} ${styles.table}`}>
              <thead>
                <tr>
                  <th scope="col">Input</th>
                  <th scope="col">{baseName}</th>
                  {shown.map(({ id, state }) => (
                    <th key={id} scope="col">
                      <span className={figures.given}>{state.typed.name}</span>
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((declared) => {
                  const key = declared.key as InputKey;
                  return (
                    <tr key={key}>
                      <th scope="row">
                        {inputName(declared)}
                        {declared.format === "choice" ? null : (
                          <span className={styles.unit}>{unitLabel(declared.unit, model.currency)}</span>
                        )}
                      </th>
                      <td data-label={baseName}>{inputText(declared, base[key])}</td>
                      {shown.map(({ id: scenarioId, state }) => (
                        <td key={scenarioId} data-label={state.typed.name} data-scenario-input={`${scenarioId} ${key}`}>
                          <ScenarioField
                            declared={declared}
                            scenarioName={state.typed.name}
                            isOwn={Object.hasOwn(state.typed.inputs, key)}
                            {...shownOf(state, key, base)}
                            currency={model.currency}
                            readOnly={!model.canEdit}
                            onChange={(change) => {
                              // The row stays, so that another value can be typed.
                              if (change.kind === "reset" && !added.includes(key)) setAdded([...added, key]);
                              onChange(scenarioId, change);
                            }}
                          />
                        </td>
                      ))}
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </Scroller>
        </div>
      )}
      {model.canEdit && shown.length > 0 ? (
        <form className={styles.add} onSubmit={add}>
          <label htmlFor={id}>Another input to vary</label>
          <select
            id={id}
            className={styles.select}
            value={wanted}
            onChange={(event) => setWanted(event.currentTarget.value as InputKey)}
          >
            <option value="">Choose…</option>
            {groups.map((group) => (
              <optgroup key={group.key} label={group.title}>
                {group.inputs
                  .filter(({ key }) => !isRow(key as InputKey))
                  .map(({ key, label }) => (
                    <option key={key} value={key}>
                      {label}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
          <Button size="xs" type="submit" variant="default">
            Add it
          </Button>
        </form>
      ) : null}
    </DisabledUntilHydrated>
  );
}

/** What a field shows; until it is decided whose value stands, what was typed in it. */
function shownOf(state: ScenarioState, key: InputKey, base: Inputs) {
  const { typed, conflicts, refused, version, followed } = state;
  const place = inputPlace(key);
  const conflict = conflicts.get(place);
  const value = conflict === undefined ? typed.inputs[key] : (conflict.mine as Inputs[InputKey] | undefined);
  return {
    value: value ?? base[key],
    fault: faultAt(state, key),
    refusedText: refused.get(place)?.text,
    version: version + (followed.get(place) ?? 0),
  };
}
