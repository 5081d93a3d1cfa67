import { type OwnRows, ownRowsOf, type RowTable, rowTables } from "@/lib/model/rows/own-rows";
import type { ModelDraft } from "./model";

/** The part of a draft that holds figures. */
export type Figures = Pick<ModelDraft, "inputs" | "notes" | keyof OwnRows>;

/**
 * What a new model begins with: figures of several origins, a later one over those before it. Of the same input the later value holds, with
 * what is noted beside it and without what was noted beside the earlier one; rows of all origins stand together.
 *
 * The origins are the template, the organisation's figures, and what a person answered, in this order.
 */
export function beginningOf(origins: readonly Partial<Figures>[]): Figures {
  const inputs: Figures["inputs"] = {};
  const notes: Figures["notes"] = {};
  for (const origin of origins) {
    for (const key of Object.keys(origin.inputs ?? {}) as (keyof typeof notes)[]) delete notes[key];
    Object.assign(inputs, origin.inputs);
    Object.assign(notes, origin.notes);
  }
  const rows = Object.fromEntries(
    rowTables.map((table: RowTable) => [table, origins.flatMap((origin): readonly unknown[] => origin[table] ?? [])]),
  ) as unknown as OwnRows;
  return { inputs, notes, ...ownRowsOf(rows) };
}
