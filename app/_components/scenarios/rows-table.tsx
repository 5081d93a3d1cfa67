"use client";

import dynamic from "next/dynamic";
import { useMemo, useRef, useState } from "react";
import type { ShownDocument } from "@/app/_components/document/open-document";
import fields from "@/app/_components/inputs/fields.module.css";
import { DisabledUntilHydrated } from "@/app/_components/ui/hydration/disabled-until-hydrated";
import { Scroller } from "@/app/_components/ui/page/scroller";
import type { CostModelFull } from "@/lib/draft/model";
import type { RowPlace } from "@/lib/draft/place";
import { type ComparedRow, comparedRows } from "@/lib/draft/scenario/compared-rows";
import type { ScenarioDraft } from "@/lib/draft/scenario/scenario";
import { declaredBy } from "@/lib/model/released/as-released";
import type { RowTable } from "@/lib/model/rows/own-rows";
import { rowNames } from "@/lib/model/rows/table-names";
import { baseName } from "@/lib/value/base-name";
import { formatWhole } from "@/lib/value/format";
import { type AnyRow, rowName } from "@/lib/value/rows/row-words";
import cards from "../ui/card-table.module.css";
import figures from "../ui/figure-table.module.css";
import { ownRow, RowsOfTable } from "./rows-of-table";
import styles from "./rows-table.module.css";
import type { ScenarioChange } from "./scenario-kind";

// It comes with the check of what is typed into it, which few visits need.
const RowForm = dynamic(() => import("@/app/_components/inputs/rows/row-form").then((module) => module.RowForm), {
  ssr: false,
});

interface RowsTableProps {
  model: CostModelFull;
  /** Each as it stands now. */
  shown: readonly ShownDocument<ScenarioDraft>[];
  onChange: (scenarioId: string, change: ScenarioChange) => void;
}

/** A form that is open: of which scenario, and for which row; a new one has no row yet. */
interface OpenForm {
  readonly scenarioId: string;
  readonly place: RowPlace;
  readonly isNew: boolean;
}

/** So many rows are listed whether or not they differ. */
const fewRows = 12;

/** The rows of the model and what each scenario makes of them, to be read and changed. */
export function RowsTable({ model, shown, onChange }: RowsTableProps) {
  const { currency, currencyRate, released, startMonth } = model;
  const [form, setForm] = useState<OpenForm | null>(null);
  const opener = useRef<HTMLElement | null>(null);
  const context = useMemo(
    () => ({ currency, declared: declaredBy(released, currencyRate), startMonth }),
    [currency, currencyRate, released, startMonth],
  );
  const tables = useMemo(
    () =>
      comparedRows(
        model,
        shown.map(({ state }) => state.typed),
      ),
    [model, shown],
  );
  const count = tables.reduce((sum, { rows }) => sum + rows.length, 0);
  const [isWhole, setWhole] = useState(count <= fewRows);
  const isListed = ({ id, differs }: ComparedRow) => isWhole || differs || form?.place.id === id;

  function open(scenarioId: string, place: RowPlace, isNew = false) {
    opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    setForm({ scenarioId, place, isNew });
  }
  function close() {
    setForm(null);
    opener.current?.focus();
  }
  const formOf = (table: RowTable, id: string, base: AnyRow | undefined) => {
    const scenario = shown.find((one) => one.id === form?.scenarioId);
    if (form === null || scenario === undefined || form.place.table !== table || form.place.id !== id) return null;
    const { state } = scenario;
    const row = form.isNew ? null : (ownRow(state, form.place) ?? base ?? null);
    const title = `${rowNames[table]}${row === null ? "" : ` ${rowName(row)}`}`;
    return (
      <tr>
        <td colSpan={shown.length + 2} className={`${figures.words} ${cards.wide}`}>
          <RowForm
            key={`${form.scenarioId} ${id} ${state.version + (state.followed.get(form.place) ?? 0)}`}
            table={table}
            title={`${form.isNew ? "New " : ""}${form.isNew ? title.toLowerCase() : title} in ${state.typed.name}`}
            row={row}
            context={context}
            onGood={(value) => onChange(form.scenarioId, { kind: "put", place: form.place, value })}
            onLeave={() => onChange(form.scenarioId, { kind: "leave" })}
            onClose={close}
          />
        </td>
      </tr>
    );
  };
  return (
    <DisabledUntilHydrated>
      <Scroller label="Rows of the scenarios">
        <table className={`${figures.table} ${cards.cards} ${styles.table}`} aria-label="Rows of the scenarios">
          <thead>
            <tr>
              <th scope="col">Row</th>
              <th scope="col" className={figures.words}>
                {baseName}
              </th>
              {shown.map(({ id, state }) => (
                <th key={id} scope="col" className={figures.words}>
                  <span className={figures.given}>{state.typed.name}</span>
                </th>
              ))}
            </tr>
          </thead>
          {tables.map(({ table, rows }) => (
            <RowsOfTable
              key={table}
              table={table}
              rows={rows.filter(isListed)}
              isEmpty={rows.every(({ base }) => base === undefined)}
              model={model}
              shown={shown}
              newRow={form?.isNew ? formOf(table, form.place.id, undefined) : null}
              formOf={(id, base) => (form?.isNew ? null : formOf(table, id, base))}
              onOpen={open}
              onPut={(scenarioId, place, value) => {
                setForm(null);
                onChange(scenarioId, { kind: "put", place, value });
              }}
            />
          ))}
        </table>
      </Scroller>
      {count <= fewRows ? null : (
        <p className={styles.whole}>
          <button type="button" className={fields.action} data-off-paper onClick={() => setWhole(!isWhole)}>
            {isWhole ? "Show only the rows that differ" : `Show all ${formatWhole(count)} rows`}
          </button>
        </p>
      )}
    </DisabledUntilHydrated>
  );
}
