import { Fragment, type ReactNode } from "react";
import { newRowId } from "@/app/_components/document/new-row-id";
import type { ShownDocument } from "@/app/_components/document/open-document";
import fields from "@/app/_components/inputs/fields.module.css";
import { takeTurnOnServer } from "@/app/_components/results/turn-on-server";
import type { CostModelFull } from "@/lib/draft/model";
import { type RowPlace, rowPlace } from "@/lib/draft/place";
import type { ComparedRow } from "@/lib/draft/scenario/compared-rows";
import type { ScenarioDraft } from "@/lib/draft/scenario/scenario";
import { scenarioParts } from "@/lib/draft/scenario/scenario-parts";
import { rowsOf } from "@/lib/draft/scenario/scenario-rows";
import { mostRows } from "@/lib/model/rows/fields";
import type { RowTable } from "@/lib/model/rows/own-rows";
import { tableNames } from "@/lib/model/rows/table-names";
import { baseName } from "@/lib/value/base-name";
import { ownRowWords } from "@/lib/value/rows/own-row-words";
import { rowWords } from "@/lib/value/rows/row-summary";
import { type AnyRow, rowName } from "@/lib/value/rows/row-words";
import cards from "../ui/card-table.module.css";
import figures from "../ui/figure-table.module.css";
import styles from "./rows-table.module.css";
import type { ScenarioState } from "./scenario-kind";

interface RowsOfTableProps {
  table: RowTable;
  /** Those that are listed. */
  rows: readonly ComparedRow[];
  /** Whether the model has no row in it. */
  isEmpty: boolean;
  model: CostModelFull;
  /** Each as it stands now. */
  shown: readonly ShownDocument<ScenarioDraft>[];
  /** The form for a new row, where one is open. */
  newRow: ReactNode;
  /** The form for a row, where one is open. */
  formOf: (id: string, base: AnyRow | undefined) => ReactNode;
  onOpen: (scenarioId: string, place: RowPlace, isNew?: boolean) => void;
  /** Null leaves the row out; undefined takes back what the scenario says of it. */
  onPut: (scenarioId: string, place: RowPlace, value: null | undefined) => void;
}

/** The rows of one table and what each scenario makes of them. */
export function RowsOfTable(props: RowsOfTableProps) {
  const { table, rows, isEmpty, model, shown, newRow, formOf, onOpen, onPut } = props;
  takeTurnOnServer(model);
  const { currency, canEdit } = model;
  return (
    <tbody>
      <tr className={styles.group}>
        <th scope="rowgroup">{tableNames[table]}</th>
        <td className={`${figures.words} ${cards.wide}`}>{isEmpty ? "none" : null}</td>
        {shown.map(({ id, state }) => (
          <td key={id} className={figures.words} data-label={state.typed.name}>
            {canEdit ? (
              <button
                type="button"
                className={fields.action}
                data-off-paper
                disabled={rowsOf(model, state.typed)[table].length >= mostRows[table]}
                aria-label={`Add to ${tableNames[table].toLowerCase()} of ${state.typed.name}`}
                onClick={() => onOpen(id, rowPlace(table, { id: newRowId() }), true)}
              >
                Add
              </button>
            ) : null}
            {table === "participantKinds" ? <SharesFault state={state} /> : null}
          </td>
        ))}
      </tr>
      {newRow}
      {rows.map(({ id, base }) => (
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
                  onOpen={() => onOpen(scenarioId, rowPlace(table, { id }))}
                  onPut={(value) => onPut(scenarioId, rowPlace(table, { id }), value)}
                />
              </td>
            ))}
          </tr>
          {formOf(id, base)}
        </Fragment>
      ))}
    </tbody>
  );
}

/** What a scenario has of a row; until it is decided whose stands, what was typed of it. */
export function ownRow({ typed, conflicts }: ScenarioState, place: RowPlace): AnyRow | null | undefined {
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
