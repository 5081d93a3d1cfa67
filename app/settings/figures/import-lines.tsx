"use client";

import { newRowId } from "@/app/_components/document/new-row-id";
import type { FigureBook, LineContent } from "@/lib/draft/figures/organisation-figure";
import { readUsualLinesCsv } from "@/lib/import/usual-lines-csv";
import type { LineTable } from "@/lib/model/rows/line-tables";
import { rowNames } from "@/lib/model/rows/table-names";
import { rowName } from "@/lib/value/rows/row-words";
import { type FigureActions, statedLineOf } from "./figure-actions";
import { lineWords } from "./figure-words";
import { ImportStated } from "./import-stated";

interface ImportLinesProps {
  organisationId: string;
  book: FigureBook;
  actions: FigureActions;
  onClose: () => void;
}

/** Takes a file of usual lines over into those of the organisation. */
export default function ImportLines({ organisationId, book, actions, onClose }: ImportLinesProps) {
  return (
    <ImportStated
      what="lines"
      about={
        <>
          Choose a CSV file as “Download lines” makes it. Lines that it does not name stay as they are; a row without an
          id is the line of its name, or a new one. Money is in {book.currency.currency}.
        </>
      }
      read={(text) => readUsualLinesCsv(text, book, newRowId)}
      differenceOf={({ table, key, before, content }) => ({
        key: `${table} ${key}`,
        label: `${rowNames[table]} ${rowName(content.row)}`,
        now: before === null ? "nothing" : contentWords(table, before),
        next: contentWords(table, content),
      })}
      send={(changes) =>
        actions.importLines(
          organisationId,
          changes.map(({ table, key, revision, content }) => ({ table, key, revision, stated: statedLineOf(content) })),
        )
      }
      onClose={onClose}
    />
  );
}

const contentWords = (table: LineTable, content: LineContent) =>
  [rowName(content.row), ...lineWords(table, content)].join("; ");
