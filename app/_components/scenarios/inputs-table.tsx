"use client";

import { Button } from "@mantine/core";
import { type SubmitEvent, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { DisabledUntilHydrated } from "@/app/_components/ui/hydration/disabled-until-hydrated";
import { Scroller } from "@/app/_components/ui/page/scroller";
import type { CostModelFull } from "@/lib/draft/model";
import { inputPlace, type Place } from "@/lib/draft/parts";
import { baseName } from "@/lib/draft/scenario";
import { declaredAt } from "@/lib/model/currency";
import type { InputKey, Inputs } from "@/lib/model/inputs";
import { inputText } from "@/lib/value/describe-input";
import { inputName } from "@/lib/value/input-name";
import { unitLabel } from "@/lib/value/unit-label";
import figures from "../ui/figure-table.module.css";
import styles from "./inputs-table.module.css";
import { ScenarioField } from "./scenario-field";
import type { OpenScenario } from "./scenario-state";

interface InputsTableProps {
  model: CostModelFull;
  /** All inputs of the model. */
  base: Inputs;
  shown: readonly OpenScenario[];
  /** The input that the address asks for: it has a row though nothing differs in it yet. */
  asked: InputKey | null;
  onEdit: (scenario: OpenScenario, inputs: Partial<Inputs>) => void;
  /** A field is being typed in, or no longer. */
  onBusy: (scenario: OpenScenario, place: Place, isBusy: boolean) => void;
}

/** The inputs in which the scenarios shown differ from the base, side by side, to be read and changed. */
export function InputsTable({ model, base, shown, asked, onEdit, onBusy }: InputsTableProps) {
  const [added, setAdded] = useState<readonly InputKey[]>(asked === null ? [] : [asked]);
  const [wanted, setWanted] = useState<InputKey | "">("");
  const id = useId();
  const table = useRef<HTMLDivElement>(null);
  const { groups } = declaredAt(model.currencyRate);
  const isRow = (key: InputKey) =>
    added.includes(key) ||
    shown.some(({ typed, conflicts }) => Object.hasOwn(typed, key) || inputPlace(key) in conflicts);
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

  function without(inputs: Partial<Inputs>, key: InputKey): Partial<Inputs> {
    return Object.fromEntries(Object.entries(inputs).filter(([one]) => one !== key)) as Partial<Inputs>;
  }

  return (
    <DisabledUntilHydrated>
      {rows.length === 0 ? (
        <p className={styles.none}>
          Nothing differs from the base yet. Choose an input, and give it another value in a scenario.
        </p>
      ) : (
        <div ref={table}>
          <Scroller label="Inputs that differ">
            <table className={`${figures.table} ${styles.table}`}>
              <thead>
                <tr>
                  <th scope="col">Input</th>
                  <th scope="col">{baseName}</th>
                  {shown.map(({ id, name }) => (
                    <th key={id} scope="col">
                      <span className={figures.given}>{name}</span>
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
                      <td>{inputText(declared, base[key])}</td>
                      {shown.map((scenario) => (
                        <td key={scenario.id} data-scenario-input={`${scenario.id} ${key}`}>
                          <ScenarioField
                            // Set by somebody else, it is another value: what is half typed is over.
                            key={scenario.followed[inputPlace(key)] ?? 0}
                            declared={declared}
                            scenarioName={scenario.name}
                            value={shownValue(scenario, key) ?? base[key]}
                            isOwn={Object.hasOwn(scenario.typed, key)}
                            fault={scenario.faults.find((fault) => fault.key === key)?.message}
                            currency={model.currency}
                            readOnly={!model.canEdit}
                            onBusy={(isBusy) => onBusy(scenario, inputPlace(key), isBusy)}
                            onType={(value) => onEdit(scenario, { ...scenario.typed, [key]: value })}
                            onReset={() => {
                              // The row stays, so that another value can be typed.
                              if (!added.includes(key)) setAdded([...added, key]);
                              onEdit(scenario, without(scenario.typed, key));
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

/** Until it is decided whose value stands, the field shows what was typed in it. */
function shownValue({ typed, conflicts }: OpenScenario, key: InputKey): number | string | undefined {
  const conflict = conflicts[inputPlace(key)];
  return conflict === undefined ? typed[key] : (conflict.mine as number | string | undefined);
}
