"use client";

import dynamic from "next/dynamic";
import { useMemo, useRef, useState } from "react";
import { downloadCsv, fileName } from "@/app/_components/charts/download";
import { newRowId } from "@/app/_components/document/new-row-id";
import type { RowOf } from "@/app/_components/inputs/rows/row-text";
import { MenuButton } from "@/app/_components/ui/menu/menu-button";
import type { MenuEntry } from "@/app/_components/ui/menu/menu-entries";
import { rowPlace } from "@/lib/draft/place";
import type { RowTable } from "@/lib/model/rows/own-rows";
import { tableNames } from "@/lib/model/rows/table-names";
import type { PartProps } from "./part-props";

const ImportRows = dynamic(() => import("./import-rows"), { ssr: false });

interface RowsMenuProps
  extends Pick<PartProps, "draft" | "inputs" | "rows" | "context" | "naming" | "readOnly" | "onChange"> {
  table: RowTable;
}

/** Taking the rows of a table from a spreadsheet, and out into a file. */
export function RowsMenu({ table, draft, inputs, rows, context, naming, readOnly, onChange }: RowsMenuProps) {
  const [isImporting, setImporting] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const present = rows[table];
  const name = tableNames[table];
  const entries = useMemo((): MenuEntry[] => {
    const take = async () => {
      const { rowsCsv } = await import("@/lib/export/rows-csv");
      await downloadCsv((format) => [rowsCsv(table, present, format)], fileName(`${draft.name} ${name}`, "csv"));
    };
    return [
      ...(readOnly
        ? []
        : [
            {
              kind: "press" as const,
              label: "Paste from a spreadsheet, or import CSV…",
              onPress: () => setImporting(true),
            },
          ]),
      { kind: "press", label: "Download as CSV", onPress: take },
    ];
  }, [table, present, name, draft.name, readOnly]);
  return (
    <>
      <MenuButton
        label="⋯"
        buttonRef={button}
        button={{ variant: "default", size: "xs", "aria-label": `${name} in files` }}
        position="bottom-end"
        width={290}
        entries={entries}
      />
      {isImporting ? (
        <ImportRows
          table={table}
          present={present.length}
          context={context}
          startMonth={draft.startMonth}
          inputs={inputs}
          known={naming.known[table]}
          onRemember={(columns) => naming.remember(table, columns)}
          onAdd={(added: readonly RowOf<RowTable>[]) => {
            const put = added.map(({ id: _, ...row }) => ({ place: rowPlace(table, { id: newRowId() }), value: row }));
            onChange({ kind: "rows", label: `${added.length} imported rows`, rows: put });
          }}
          onClose={() => {
            setImporting(false);
            button.current?.focus();
          }}
        />
      ) : null}
    </>
  );
}
