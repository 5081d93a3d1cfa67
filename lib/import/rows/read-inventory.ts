import type { Inputs } from "@/lib/model/inputs";
import type { RegisterKind } from "@/lib/model/rows/choices";
import type { RegisterRow } from "@/lib/model/rows/own-rows";
import { type Outcome, refused } from "@/lib/outcome";
import { checkRow } from "@/lib/schemas/rows/check-rows";
import { counted } from "@/lib/value/counted";
import { readCellFigure } from "../cell-figure";
import type { CsvRow } from "../csv-table";
import { marksIn } from "../marks-in";
import {
  type InventoryColumns,
  type InventoryFormat,
  type InventoryKey,
  inventoryColumns,
  inventoryFormat,
  terabytesIn,
  withStated,
} from "./inventory-columns";
import { statedColumns } from "./known-columns";
import { type CellsOf, readCell } from "./read-cell";
import { type FoundColumn, type ReadRow, type RefusedRow, readTextTable, type TableSettings } from "./read-table";

// Lists of machines of other programs, read into rows of the register. The rules are in docs/csv.md.

export interface InventorySettings extends Omit<TableSettings, "columns" | "hasNames"> {
  /** Of the model: what one standard server and one standard storage server hold. */
  readonly inputs: Pick<Inputs, "coresPerServer" | "storageServerTB">;
  /** What a person says of the columns, by their names; a part that is left out is as the names say. */
  readonly columns?: Partial<Readonly<Record<InventoryKey, string>>>;
  /** The same by the place of each column from 0; null reads over it, undefined says nothing. */
  readonly stated?: readonly (string | null | undefined)[];
}

export interface ReadInventory {
  readonly format: InventoryFormat;
  /** The columns that were read, by their names. */
  readonly columns: Partial<Readonly<Record<InventoryKey, readonly string[]>>>;
  /** Each column with what it was read as. */
  readonly found: readonly FoundColumn[];
  readonly rows: readonly ReadRow<RegisterRow>[];
  readonly refused: readonly RefusedRow[];
}

/** One line of a list, its cells by what they hold. */
interface Machine {
  readonly line: number;
  readonly cells: readonly string[];
  readonly text: (key: InventoryKey) => string;
  readonly reasons: string[];
}

const figureKeys = ["count", "cores", "disk", "ageMonths", "equivalents", "pricePaid", "watts"] as const;

const kinds: readonly (readonly [RegisterKind, RegExp])[] = [
  ["storageServer", /storage|\bnas\b|\bsan\b/i],
  ["network", /network|switch|router|firewall/i],
];

function kindOf(machine: Machine): RegisterKind {
  return kinds.find(([, words]) => words.test(machine.text("kind")))?.[0] ?? "server";
}

/** The places of columns: those that a person names, in the place of those that their names say. */
function placesIn(
  names: readonly string[],
  { columns: said = {}, known, stated }: Pick<InventorySettings, "columns" | "known" | "stated">,
): Outcome<{ places: InventoryColumns }> {
  const places: Partial<Record<InventoryKey, readonly number[]>> = {
    ...withStated(inventoryColumns(names), statedColumns(names, known, stated)),
  };
  for (const [key, name] of Object.entries(said) as [InventoryKey, string][]) {
    if (name === "") delete places[key];
    else if (names.includes(name)) places[key] = [names.indexOf(name)];
    else
      return refused(
        "columns",
        `The list has no column “${name.slice(0, 40)}”. It has ${names.join(", ").slice(0, 400)}.`,
      );
  }
  if (places.label === undefined)
    return refused("columns", "Say which column names the machines: none is called Name, Server name or VM.");
  return { ok: true, places };
}

/** Whether a text is a list of machines by their cores, and no table of the register. */
export function isInventory(text: string, said: Pick<InventorySettings, "known" | "stated"> = {}): boolean {
  const read = readTextTable(text);
  if (!read.ok) return false;
  const { names } = read.table;
  return withStated(inventoryColumns(names), statedColumns(names, said.known, said.stated)).cores !== undefined;
}

/**
 * Reads a list of machines: the servers of Azure Migrate's import, vInfo of RVTools, or a list of names, cores, disks, days of purchase
 * and prices. Nothing is written; every line is either understood or refused with its reasons.
 */
export function readInventory(text: string, settings: InventorySettings): Outcome<ReadInventory> {
  const read = readTextTable(text);
  if (!read.ok) return read;
  const { names, rows, delimiter } = read.table;
  const found = placesIn(names, settings);
  if (!found.ok) return found;
  const { places } = found;
  const machines = rows.map(({ line, cells }: CsvRow): Machine => {
    const at = (place: number) => (cells[place] ?? "").trim();
    return { line, cells, text: (key) => at(places[key]?.[0] ?? -1), reasons: [] };
  });
  const figurePlaces = figureKeys.flatMap((key) => places[key] ?? []);
  const figures = rows.flatMap(({ cells }) => figurePlaces.map((place) => cells[place] ?? ""));
  const list: List = { names, places, settings, cells: { ...settings, marks: marksIn(delimiter, figures) } };
  const given = places.host === undefined ? machines.map((one) => machineRow(list, one)) : hostRows(list, machines);
  return {
    ok: true,
    format: inventoryFormat(names),
    columns: namesOf(list),
    found: foundIn(list),
    ...checkedRows(given, settings),
  };
}

interface List {
  readonly names: readonly string[];
  readonly places: InventoryColumns;
  readonly settings: InventorySettings;
  readonly cells: CellsOf;
}

function namesOf({ names, places }: List): ReadInventory["columns"] {
  return Object.fromEntries(
    Object.entries(places).map(([key, columns]) => [key, columns.map((place) => names[place] ?? "")]),
  );
}

function foundIn({ names, places }: List): FoundColumn[] {
  const keys = Object.entries(places);
  const keyAt = (place: number) => keys.find(([, columns]) => columns.includes(place))?.[0] ?? null;
  return names.map((name, place) => ({ name, key: keyAt(place) === "kind" ? "what" : keyAt(place) }));
}

/** A row that is to be checked, and the machine that it is of. */
interface Given {
  readonly machine: Machine;
  /** None where the machine is none that stands. */
  readonly row: Readonly<Record<string, unknown>> | null;
}

/** A figure of a machine; undefined where there is none, with the reason where it cannot be read. */
function figureOf({ cells }: List, machine: Machine, key: InventoryKey): number | undefined {
  const text = machine.text(key);
  if (text === "") return undefined;
  const format = key === "pricePaid" ? "money" : "number";
  const read = readCellFigure(text, { marks: cells.marks, currency: cells.currency, format });
  if ("value" in read) return read.value;
  machine.reasons.push(read.message);
  return undefined;
}

/** All disks of a machine, TB. */
function disksOf({ names, places, cells }: List, machine: Machine): number | undefined {
  const texts = (places.disk ?? []).flatMap((place) => {
    const text = (machine.cells[place] ?? "").trim();
    return text === "" ? [] : [{ text, size: terabytesIn(names[place] ?? "") }];
  });
  if (texts.length === 0) return undefined;
  let sum = 0;
  for (const { text, size } of texts) {
    const read = readCellFigure(text, { marks: cells.marks, currency: cells.currency, format: "number" });
    if ("value" in read) sum += read.value * size;
    else machine.reasons.push(read.message);
  }
  return Number(sum.toPrecision(12));
}

/** Cores count for servers, disks for what the list calls storage; the rest of a machine does not count. */
function equivalentsOf(list: List, machine: Machine, what: RegisterKind): number | undefined {
  const { coresPerServer, storageServerTB } = list.settings.inputs;
  if (what === "network") return undefined;
  const [size, unit] =
    what === "storageServer"
      ? [disksOf(list, machine), storageServerTB]
      : [figureOf(list, machine, "cores"), coresPerServer];
  return size === undefined ? undefined : Number((size / unit).toPrecision(12));
}

/** Without what is not there: a field that is left out has its default. */
const given = (row: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));

function machineRow(list: List, machine: Machine): Given {
  if (!isRunning(machine)) return { machine, row: null };
  const what = kindOf(machine);
  const bought = machine.text("bought");
  const age = bought === "" ? undefined : readCell({ kind: "bought" }, bought, list.cells);
  if (age && "message" in age) machine.reasons.push(age.message);
  const row = given({
    label: machine.text("label"),
    what,
    count: figureOf(list, machine, "count") ?? 1,
    equivalents: figureOf(list, machine, "equivalents") ?? equivalentsOf(list, machine, what),
    ageMonths: figureOf(list, machine, "ageMonths") ?? (age && "value" in age ? age.value : undefined),
    pricePaid: figureOf(list, machine, "pricePaid"),
    watts: what === "network" ? undefined : figureOf(list, machine, "watts"),
    source: machine.text("source") || undefined,
    note: machine.text("note") || undefined,
  });
  return { machine, row };
}

/** Whether a virtual machine counts: not where it is a template, or switched off. */
function isRunning(machine: Machine): boolean {
  const [state, template] = [machine.text("powerState"), machine.text("template")];
  if (/^(true|wahr|1|yes)$/i.test(template)) machine.reasons.push("It is a template, and no machine.");
  else if (state !== "" && !/on$/i.test(state)) machine.reasons.push(`It is switched off (${state.slice(0, 20)}).`);
  return machine.reasons.length === 0;
}

/** Virtual machines stand on their host: one row for each host, with the cores of those that run on it. */
function hostRows(list: List, machines: readonly Machine[]): Given[] {
  const byHost = new Map<string, Machine[]>();
  const refusedOnes: Given[] = [];
  for (const machine of machines) {
    const host = machine.text("host");
    const isCounted = isRunning(machine) && figureOf(list, machine, "cores") !== undefined && host !== "";
    if (isCounted) byHost.set(host, [...(byHost.get(host) ?? []), machine]);
    else {
      if (machine.reasons.length === 0) machine.reasons.push(host === "" ? "It has no host." : "It has no cores.");
      refusedOnes.push({ machine, row: null });
    }
  }
  const rows = [...byHost].map(([label, guests]): Given => {
    const [machine] = guests as [Machine, ...Machine[]];
    const cores = guests.reduce((all, guest) => all + (figureOf(list, guest, "cores") ?? 0), 0);
    const equivalents = Number((cores / list.settings.inputs.coresPerServer).toPrecision(12));
    // It is stored, so its digits are without marks.
    const running = counted(guests.length, "virtual machine", undefined, String(guests.length));
    const note = `${running} with ${counted(cores, "core", undefined, String(cores))}`;
    return { machine, row: { label, what: "server", count: 1, equivalents, note } };
  });
  return [...rows, ...refusedOnes];
}

function checkedRows(all: readonly Given[], settings: InventorySettings): Pick<ReadInventory, "rows" | "refused"> {
  const rows: ReadRow<RegisterRow>[] = [];
  const refusedRows: RefusedRow[] = [];
  for (const { machine, row } of all) {
    const { line, cells, reasons } = machine;
    const checked = row === null || reasons.length > 0 ? null : checkRow("register", row, settings);
    if (checked?.ok) rows.push({ line, row: checked.row });
    else refusedRows.push({ line, cells, reasons: checked ? checked.faults.map(({ message }) => message) : reasons });
  }
  return { rows, refused: refusedRows.sort((one, other) => one.line - other.line) };
}
