import { type OwnRows, type RowTable, rowTables } from "@/lib/model/rows/own-rows";

type Row = OwnRows[RowTable][number];

/** Of the shown rows that which is the same as a row of all: at its place where none is left out, else by its id. */
function sameAmong(shown: readonly Row[], all: readonly Row[]): (row: Row, place: number) => Row | undefined {
  if (shown.length === all.length) return (_row, place) => shown[place];
  const byId = new Map(shown.flatMap((row) => (row.id === undefined ? [] : [[row.id, row] as const])));
  return ({ id }) => (id === undefined ? undefined : byId.get(id));
}

/** All rows, on which figures rest, with the notes and sources of those that a reader is shown, and no others. */
export function withShownTexts(all: OwnRows, shown: OwnRows): OwnRows {
  return Object.fromEntries(
    rowTables.map((table) => {
      const same = sameAmong(shown[table], all[table]);
      return [
        table,
        all[table].map(({ note: _, source: __, ...row }, place) => {
          const { note, source } = same(row as Row, place) ?? {};
          return { ...row, ...(source !== undefined && { source }), ...(note !== undefined && { note }) };
        }),
      ];
    }),
  ) as unknown as OwnRows;
}
