"use client";

import { useMemo, useState } from "react";
import { type KnownColumns, noKnownColumns, plainName } from "@/lib/import/rows/known-columns";
import { type RowTable, rowTables } from "@/lib/model/rows/own-rows";
import type { Outcome } from "@/lib/outcome";
import type { NamedColumn } from "./import-rows";

/** By table: the key of each column by its plain name; null reads over it. */
export type ColumnNames = Partial<Record<RowTable, readonly (readonly [name: string, key: string | null])[]>>;

interface Said {
  table: RowTable;
  columns: NamedColumn[];
}

export type RememberColumns = (modelId: string, said: Said) => Promise<Outcome>;

export interface ColumnNaming {
  readonly known: Readonly<Record<RowTable, KnownColumns>>;
  readonly remember: (table: RowTable, columns: readonly NamedColumn[]) => void;
}

/** What columns are read as, with what is said of them on this page. */
export function useColumnNames(stored: ColumnNames, send: (said: Said) => Promise<Outcome>): ColumnNaming {
  const [said, setSaid] = useState<readonly Said[]>([]);
  const known = useMemo(
    () =>
      Object.fromEntries(
        rowTables.map((table) => {
          const here = said.filter((one) => one.table === table).flatMap(({ columns }) => columns);
          const all = [...(stored[table] ?? []), ...here.map(({ name, key }) => [plainName(name), key] as const)];
          return [table, all.length === 0 ? noKnownColumns : new Map(all)];
        }),
      ) as Record<RowTable, KnownColumns>,
    [stored, said],
  );
  return {
    known,
    remember: (table, columns) => {
      const next = { table, columns: [...columns] };
      setSaid((before) => [...before, next]);
      // The rows are added all the same; what could not be remembered is said anew next time.
      void send(next).catch(() => {});
    },
  };
}
