"use client";

import dynamic from "next/dynamic";
import { Fragment, useMemo, useRef, useState } from "react";
import { newRowId } from "@/app/_components/document/new-row-id";
import type { ShownDocument } from "@/app/_components/document/open-document";
import fields from "@/app/_components/inputs/fields.module.css";
import { DisabledUntilHydrated } from "@/app/_components/ui/hydration/disabled-until-hydrated";
import { Scroller } from "@/app/_components/ui/page/scroller";
import type { CostModelFull } from "@/lib/draft/model";
import { type RowPlace, rowPlace } from "@/lib/draft/place";
import { type ComparedRow, comparedRows } from "@/lib/draft/scenario/compared-rows";
import type { ScenarioDraft } from "@/lib/draft/scenario/scenario";
import { scenarioParts } from "@/lib/draft/scenario/scenario-parts";
import { rowsOf } from "@/lib/draft/scenario/scenario-rows";
import { declaredBy } from "@/lib/model/released/as-released";
import { mostRows } from "@/lib/model/rows/fields";
import type { RowTable } from "@/lib/model/rows/own-rows";
import { rowNames, tableNames } from "@/lib/model/rows/table-names";
import { baseName } from "@/lib/value/base-name";
import { formatWhole } from "@/lib/value/format";
import { ownRowWords } from "@/lib/value/rows/own-row-words";
import { rowWords } from "@/lib/value/rows/row-summary";
import { type AnyRow, rowName } from "@/lib/value/rows/row-words";
import cards from "../ui/card-table.module.css";
import figures from "../ui/figure-table.module.css";
import styles from "./rows-table.module.css";
import type { ScenarioChange, ScenarioState } from "./scenario-kind";

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
  const { currency, currencyRate, released, startMonth, canEdit } = model;
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
            <tbody key={table}>
              <tr className={styles.group}>
                <th scope="rowgroup">{tableNames[table]}</th>
                <td className={`${figures.words} ${cards.wide}`}>
                  {rows.every(({ base }) => base === undefined) ? "none" : null}
                </td>
                {shown.map(({ id, state }) => (
                  <td key={id} className={figures.words} data-label={state.typed.name}>
                    {canEdit ? (
                      <button
                        type="button"
                        className={fields.action}
                        data-off-paper
                        disabled={rowsOf(model, state.typed)[table].length >= mostRows[table]}
                        aria-label={`Add to ${tableNames[table].toLowerCase()} of ${state.typed.name}`}
                        onClick={() => open(id, rowPlace(table, { id: newRowId() }), true)}
                      >
                        Add
                      </button>
                    ) : null}
                    {table === "participantKinds" ? <SharesFault state={state} /> : null}
                  </td>
                ))}
              </tr>
              {form?.isNew ? formOf(table, form.place.id, undefined) : null}
              {rows.filter(isListed).map(({ id, base }) => (
                <Fragment key={id}>
                  <tr>
                    <th scope="row">{nameOf(id, base, shown, table)}</th>
                    <td className={`${figures.words} ${cards.wide}`} data-label={baseName}>
                      {base === undefined ? "–" : rowWords(table, base, currency)}
                    </td>
                    {shown.map(({ id: scenarioId, state }) => (
                      <td key={scenarioId} className={figures.words} data-label={state.typed.name}>
                        <RowCell
                          place={rowPlace(table, { id })}
                          base={base}
                          state={state}
                          currency={currency}
                          canEdit={canEdit}
                          onOpen={() => open(scenarioId, rowPlace(table, { id }))}
                          onPut={(value) => {
                            setForm(null);
                            onChange(scenarioId, { kind: "put", place: rowPlace(table, { id }), value });
                          }}
                        />
                      </td>
                    ))}
                  </tr>
                  {form?.isNew ? null : formOf(table, id, base)}
                </Fragment>
              ))}
            </tbody>
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

/** What a scenario has of a row; until it is decided whose stands, what was typed of it. */
function ownRow({ typed, conflicts }: ScenarioState, place: RowPlace): AnyRow | null | undefined {
  const conflict = conflicts.get(place);
  return (conflict === undefined ? scenarioParts.get(typed, place) : conflict.mine) as AnyRow | null | undefined;
}

function nameOf(
  id: string,
  base: AnyRow | undefined,
  shown: readonly ShownDocument<ScenarioDraft>[],
  table: RowTable,
): string {
  const place = rowPlace(table, { id });
  const row = base ?? shown.map(({ state }) => ownRow(state, place)).find(Boolean);
  return row ? rowName(row) : "";
}

function SharesFault({ state }: { state: ScenarioState }) {
  const fault = state.faults.find(({ key }) => key === "participantKinds")?.message;
  return (
    <p role="status" className={styles.fault}>
      {fault === undefined ? null : `${fault} Until then the figures keep to the kinds as they were.`}
    </p>
  );
}

interface RowCellProps {
  place: RowPlace;
  base: AnyRow | undefined;
  state: ScenarioState;
  currency: string;
  canEdit: boolean;
  onOpen: () => void;
  /** Null leaves the row out; undefined takes back what the scenario says of it. */
  onPut: (value: null | undefined) => void;
}

/** What one scenario makes of one row, and what can be done about it. */
function RowCell({ place, base, state, currency, canEdit, onOpen, onPut }: RowCellProps) {
  const own = ownRow(state, place);
  const row = own ?? base;
  const scenario = state.typed.name;
  const name = row ? rowName(row) : "";
  const action = (words: string, of: string, onClick: () => void) => (
    <button type="button" className={fields.action} aria-label={`${words} ${of}`} onClick={onClick}>
      {words}
    </button>
  );
  return (
    <>
      <span className={own === undefined ? styles.inherited : styles.own}>
        {ownRowWords(place.table, base, own, currency)}
      </span>
      {canEdit && row ? (
        <span className={styles.actions} data-off-paper>
          {own === null ? null : action("Change", `${name} in ${scenario}`, onOpen)}
          {own === null || base === undefined ? null : action("Leave out", `${name} in ${scenario}`, () => onPut(null))}
          {own === undefined
            ? null
            : base === undefined
              ? action("Remove", `${name} from ${scenario}`, () => onPut(undefined))
              : action("As base", `for ${name} in ${scenario}`, () => onPut(undefined))}
        </span>
      ) : null}
    </>
  );
}
