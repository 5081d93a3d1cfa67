/** What of a list of machines is read. */
export const inventoryKeys = [
  "label",
  "count",
  "kind",
  "cores",
  "disk",
  "bought",
  "ageMonths",
  "equivalents",
  "source",
  "note",
  "pricePaid",
  "watts",
  "host",
  "powerState",
  "template",
] as const;
export type InventoryKey = (typeof inventoryKeys)[number];

/** Which columns of a list hold what, by their place from 0; a disk may be in several. */
export type InventoryColumns = Partial<Record<InventoryKey, readonly number[]>>;

/** Names of columns as programs and people write them, without capitals and what stands in brackets. */
const names: Readonly<Record<InventoryKey, readonly string[]>> = {
  label: ["name", "server name", "hostname", "host name", "server", "machine", "computer", "device", "asset"],
  count: ["count", "quantity", "qty", "number of servers"],
  kind: ["kind", "type", "role", "category", "what"],
  cores: ["cores", "cpu cores", "number of cores", "cpus", "vcpus", "cpu", "threads"],
  disk: ["disk", "storage", "capacity", "disk capacity", "raw capacity", "storage allocated"],
  bought: ["bought", "purchased", "date of purchase", "purchase date", "in service since"],
  pricePaid: ["price", "price paid", "cost", "unit price", "purchase price"],
  watts: ["watts", "power"],
  // Of these a person says which columns they are.
  ageMonths: [],
  equivalents: [],
  source: [],
  note: [],
  host: [],
  powerState: [],
  template: [],
};

const azureMigrate: Partial<Record<InventoryKey, readonly string[]>> = {
  label: ["server name"],
  cores: ["cores"],
};

const rvTools: Partial<Record<InventoryKey, readonly string[]>> = {
  label: ["vm", "vinfovmname"],
  cores: ["cpus", "vinfocpus"],
  host: ["host", "vinfohost"],
  powerState: ["powerstate", "vinfopowerstate"],
  template: ["template", "vinfotemplate"],
};

/** The lists that are known by the names of their columns. */
export type InventoryFormat = "azureMigrate" | "rvTools" | "plain";

const plainName = (name: string) =>
  (name.split("(")[0] ?? "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Which list the names of columns are of. */
export function inventoryFormat(columns: readonly string[]): InventoryFormat {
  const given = columns.map(plainName);
  const has = (...wanted: string[]) => wanted.some((name) => given.includes(name));
  if (has("vm", "vinfovmname") && has("powerstate", "vinfopowerstate")) return "rvTools";
  return has("server name") && has("os name") && has("cores") ? "azureMigrate" : "plain";
}

/** Reads which columns hold what from their names. Columns of disks by their number are taken together. */
export function inventoryColumns(columns: readonly string[]): InventoryColumns {
  const format = inventoryFormat(columns);
  const wanted = format === "rvTools" ? rvTools : format === "azureMigrate" ? azureMigrate : names;
  const given = columns.map(plainName);
  const found: Partial<Record<InventoryKey, number[]>> = {};
  for (const key of inventoryKeys) {
    const place = given.findIndex((name) => wanted[key]?.includes(name));
    if (place >= 0) found[key] = [place];
  }
  const disks = given.flatMap((name, place) => (/^disk \d{1,2} size$/.test(name) ? [place] : []));
  return disks.length > 0 ? { ...found, disk: disks } : found;
}

/** What fields of the register are called in a list of machines, where that differs. */
const keysOfFields: Readonly<Record<string, InventoryKey>> = { what: "kind" };

/**
 * Columns with those put otherwise of which more is known than their names.
 *
 * @param stated by place: a key, null to read over the column, undefined to leave it
 */
export function withStated(found: InventoryColumns, stated: readonly (string | null | undefined)[]): InventoryColumns {
  const places: Partial<Record<InventoryKey, readonly number[]>> = {};
  for (const key of inventoryKeys) {
    const byName = found[key]?.filter((place) => stated[place] === undefined) ?? [];
    const said = stated.flatMap((one, place) => (one && (keysOfFields[one] ?? one) === key ? [place] : []));
    // One column holds each, but for disks: the one that was said.
    const all = key === "disk" ? [...byName, ...said] : said.length > 0 ? said.slice(0, 1) : byName;
    if (all.length > 0) places[key] = all;
  }
  return places;
}

/** How many TB one of the unit is that a column's name has in it: "Disk 1 size (In GB)"; GB where it has none. */
export function terabytesIn(name: string): number {
  const units: readonly (readonly [RegExp, number])[] = [
    [/\bTiB\b/i, 1.024 ** 4],
    [/\bGiB\b/i, 1.024 ** 3 / 1_000],
    [/\bMiB\b/i, 1.024 ** 2 / 1_000_000],
    [/\bTB\b/i, 1],
    [/\bMB\b/i, 1 / 1_000_000],
  ];
  return units.find(([unit]) => unit.test(name))?.[1] ?? 1 / 1_000;
}
