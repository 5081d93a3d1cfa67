import type { InputTerm } from "@/lib/formula/node";
import { fieldsOfTable } from "./fields";
import type { OwnRows } from "./own-rows";

type TermTable = keyof typeof fieldsOfTable;

export function isTermTable(name: string | undefined): name is TermTable {
  return name !== undefined && Object.hasOwn(fieldsOfTable, name);
}

/** Rows with their figures as formulas refer to them. */
export interface DeclaredRows extends OwnRows {
  /** A figure of the row at a place. Its key says which: "register.3.pricePaid". */
  readonly term: (table: TermTable, place: number, field: string, unit: string) => InputTerm;
}

/** The terms of rows, each one and the same wherever it stands in the formulas of a model. */
export function declaredRows(rows: OwnRows): DeclaredRows {
  const terms = new Map<string, InputTerm>();
  const term: DeclaredRows["term"] = (table, place, field, unit) => {
    const key = `${table}.${place}.${field}`;
    const known = terms.get(key);
    if (known) return known;
    const row = rows[table][place] as { readonly label?: string; readonly role?: string };
    const { label } = (fieldsOfTable[table] as Readonly<Record<string, { readonly label: string }>>)[field] as {
      label: string;
    };
    const made: InputTerm = { kind: "given", key, label: `${row.label ?? row.role}: ${label.toLowerCase()}`, unit };
    terms.set(key, made);
    return made;
  };
  return { ...rows, term };
}

/** What a figure comes to where a row leaves it out. Those that an input stands in for are no terms then: formulas name the input. */
export const rowDefaults: Readonly<Record<string, (horizon: number) => number>> = {
  equivalents: () => 1,
  fromMonth: () => 1,
  toMonth: (horizon) => horizon,
  standingPieces: () => 0,
  watts: () => 0,
  upkeepRate: () => 0,
  warrantyMonths: () => 0,
  hiringCost: () => 0,
  leavesPerYear: () => 0,
};

/** What rows declare: their words, and which figures they state, but no amounts. Rows of one key share their formulas. */
export function declarationKey({ customLines, billLines: _, ...tables }: OwnRows): string {
  const lines = customLines.map(({ label, category, kind, architectures }) => [label, category, kind, architectures]);
  return JSON.stringify([lines, tables], (key, value) => {
    if (key === "id" || key === "note" || key === "source" || key === "ranges") return undefined;
    return typeof value === "number" ? 0 : value;
  });
}
