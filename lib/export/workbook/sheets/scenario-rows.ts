import { type Architecture, architectures, views } from "@/lib/model/architectures";
import { tryEvaluate } from "@/lib/model/evaluate";
import type { Inputs } from "@/lib/model/inputs";
import type { ModelResult } from "@/lib/model/result";
import { figureTables as allTables, type OwnRows, type RowTable } from "@/lib/model/rows/own-rows";
import { withIds } from "@/lib/model/rows/row-ids";
import type { ExportedWorkbook } from "./exported-workbook";

type AnyRow = Readonly<Record<string, unknown>> & { readonly id?: string };
type Scenario = ExportedWorkbook["scenarios"][number];

export type FigureTable = Exclude<RowTable, "billLines">;
const figureTables = allTables as readonly FigureTable[];

/** A figure of a row that scenarios have otherwise. */
export interface ChangedFigure {
  readonly table: FigureTable;
  /** The place of its row among those of the workbook. */
  readonly place: number;
  readonly field: string;
  /** By scenario; null where it has the model's own. */
  readonly values: readonly (number | null)[];
}

/** The rows of a workbook: those of the model, and behind them those that only a scenario has. */
export interface WorkbookRows {
  readonly rows: OwnRows;
  readonly changes: readonly ChangedFigure[];
  /** The scenarios that the workbook follows. */
  readonly scenarios: readonly Scenario[];
  /** The names of those whose rows no cell of a formula could follow. */
  readonly leftOut: readonly string[];
}

/** A row that has none of these costs nothing. */
const amounts: Readonly<Record<FigureTable, readonly string[]>> = {
  customLines: ["amount"],
  register: ["count"],
  equipmentLines: ["pieces", "standingPieces"],
  staffLines: ["fte"],
  participantKinds: ["share"],
};

/** What a formula is printed from: the words of a row, and which figures it states. */
const formOf = (row: AnyRow) =>
  JSON.stringify(
    Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1)),
    (_key, value) => (typeof value === "number" ? 0 : value),
  );
const figuresOnly = ({ id, label, role, note, source, ranges, ...rest }: AnyRow): AnyRow => rest;
const haveOneForm = (one: AnyRow, other: AnyRow) => formOf(figuresOnly(one)) === formOf(figuresOnly(other));

/** Rows to which those of scenarios are added. */
class Union {
  private readonly rows: Record<FigureTable, AnyRow[]>;
  /** By "table.place.field": what it is in each scenario. */
  private readonly changed = new Map<string, Map<number, number>>();

  constructor(private readonly own: OwnRows) {
    const all = figureTables.map((table) => [table, [...withIds<AnyRow>(table, rowsIn(own, table))]] as const);
    this.rows = Object.fromEntries(all) as Record<FigureTable, AnyRow[]>;
  }

  add(scenario: number, { ownRows }: Scenario): void {
    if (ownRows === undefined) return;
    for (const table of figureTables) {
      const own = withIds<AnyRow>(table, rowsIn(this.own, table));
      const theirs = withIds<AnyRow>(table, rowsIn(ownRows, table));
      for (const [place, row] of own.entries()) {
        const other = theirs.find(({ id }) => id === row.id);
        if (other !== undefined && haveOneForm(row, other)) this.change(table, place, scenario, row, other);
        else this.leaveOut(table, place, scenario, row);
      }
      for (const row of theirs) {
        const same = own.find(({ id }) => id === row.id);
        if (same === undefined || !haveOneForm(same, row)) this.addRow(table, scenario, row);
      }
    }
  }

  private set(table: FigureTable, place: number, field: string, scenario: number, value: number): void {
    const key = `${table}.${place}.${field}`;
    const values = this.changed.get(key) ?? new Map<number, number>();
    this.changed.set(key, values.set(scenario, value));
  }

  private change(table: FigureTable, place: number, scenario: number, from: AnyRow, to: AnyRow): void {
    for (const [field, value] of Object.entries(to))
      if (typeof value === "number" && value !== from[field]) this.set(table, place, field, scenario, value);
  }

  private leaveOut(table: FigureTable, place: number, scenario: number, row: AnyRow): void {
    for (const field of amounts[table]) if (row[field] !== undefined) this.set(table, place, field, scenario, 0);
  }

  private addRow(table: FigureTable, scenario: number, row: AnyRow): void {
    const fields = amounts[table].filter((field) => row[field] !== undefined);
    const place = this.rows[table].length;
    this.rows[table].push({ ...row, id: `${row.id} of ${scenario}`, ...Object.fromEntries(fields.map((f) => [f, 0])) });
    for (const field of fields) this.set(table, place, field, scenario, row[field] as number);
  }

  /** The rows of the workbook as they are while a scenario is chosen; undefined is the model's own. */
  rowsIn(scenario?: number): OwnRows {
    const of = (table: FigureTable) =>
      this.rows[table].map((row, place) => {
        const fields = Object.keys(row).map((field) => {
          const value =
            scenario === undefined ? undefined : this.changed.get(`${table}.${place}.${field}`)?.get(scenario);
          return [field, value ?? row[field]];
        });
        return Object.fromEntries(fields);
      });
    return { ...this.own, ...Object.fromEntries(figureTables.map((table) => [table, of(table)])) };
  }

  changes(count: number): ChangedFigure[] {
    return [...this.changed].map(([key, values]) => {
      const [table, place, field = ""] = key.split(".");
      const all = Array.from({ length: count }, (_, scenario) => values.get(scenario) ?? null);
      return { table: table as FigureTable, place: Number(place), field, values: all };
    });
  }
}

const rowsIn = (rows: OwnRows, table: FigureTable) => rows[table] as readonly unknown[] as readonly AnyRow[];

/**
 * The rows of the model and of its scenarios in one model: a row that one does not have comes to nothing there. Whether it does is tried: a
 * scenario that is otherwise in the model itself is left out, and said to be.
 */
export function workbookRows({
  inputs,
  rows,
  scenarios,
}: Pick<ExportedWorkbook, "inputs" | "rows" | "scenarios">): WorkbookRows {
  if (scenarios.every(({ ownRows }) => ownRows === undefined)) return { rows, changes: [], scenarios, leftOut: [] };
  const whole = joined(rows, scenarios);
  if (isTrue(whole, inputs, rows, scenarios)) return of(whole, scenarios, []);
  const kept: Scenario[] = [];
  for (const scenario of scenarios) {
    const more = [...kept, scenario];
    if (isTrue(joined(rows, more), inputs, rows, more)) kept.push(scenario);
  }
  const names = scenarios.filter((scenario) => !kept.includes(scenario)).map(({ name }) => name);
  return of(joined(rows, kept), kept, names);
}

const of = (union: Union, scenarios: readonly Scenario[], leftOut: readonly string[]): WorkbookRows => ({
  rows: union.rowsIn(),
  changes: union.changes(scenarios.length),
  ...{ scenarios, leftOut },
});

function joined(rows: OwnRows, scenarios: readonly Scenario[]): Union {
  const union = new Union(rows);
  for (const [place, scenario] of scenarios.entries()) union.add(place, scenario);
  return union;
}

/** Whether the joined rows say in each scenario, and in none, what the rows themselves say. */
function isTrue(union: Union, inputs: Inputs, rows: OwnRows, scenarios: readonly Scenario[]): boolean {
  const cases = [
    { own: rows, all: union.rowsIn(), inputs },
    ...scenarios.map((scenario, place) => ({
      own: scenario.ownRows ?? rows,
      all: union.rowsIn(place),
      inputs: { ...inputs, ...scenario.inputs },
    })),
  ];
  return cases.every((one) => {
    const [own, all] = [tryEvaluate(one.inputs, one.own), tryEvaluate(one.inputs, one.all)];
    return own.ok && all.ok && architectures.every((name) => haveOneCost(own.result, all.result, name));
  });
}

/** A ten-thousandth of the smallest coin is dust of another order of sums. */
const dust = 1e-6;

const haveOneCost = (one: ModelResult, other: ModelResult, name: Architecture) =>
  one.architectures[name].eligible === other.architectures[name].eligible &&
  views.every((view) => {
    const [own, all] = [one, other].map(({ architectures: of }) => of[name].views[view].lines);
    return Object.entries(own ?? {}).every(([category, series]) =>
      series.every((amount, month) => {
        const then = all?.[category as keyof typeof all][month] ?? Number.NaN;
        return Math.abs(amount - then) <= dust * Math.max(1, Math.abs(amount) * 1e-6);
      }),
    );
  });
