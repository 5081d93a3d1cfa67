"use client";

import type { FigureBook, FigureContent } from "@/lib/draft/figures/organisation-figure";
import { readFiguresCsv } from "@/lib/import/figures-csv";
import { type InputKey, input } from "@/lib/model/inputs";
import { inputName } from "@/lib/value/input-name";
import { evidenceWords } from "@/lib/value/range-words";
import { type FigureActions, statedOf } from "./figure-actions";
import { rangeWords, valueWords } from "./figure-words";
import { ImportStated } from "./import-stated";

interface ImportFiguresProps {
  organisationId: string;
  book: FigureBook;
  actions: FigureActions;
  onClose: () => void;
}

/** Takes a file of figures over into those of the organisation. */
export default function ImportFigures({ organisationId, book, actions, onClose }: ImportFiguresProps) {
  return (
    <ImportStated
      what="figures"
      about={
        <>
          Choose a CSV file as “Download CSV” makes it. Figures that it does not name stay as they are. Money is in{" "}
          {book.currency.currency}.
        </>
      }
      read={(text) => readFiguresCsv(text, book)}
      differenceOf={({ key, before, content }) => ({
        key,
        label: inputName(input[key]),
        now: before === null ? "nothing" : contentWords(key, before),
        next: contentWords(key, content),
      })}
      send={(changes) =>
        actions.importFigures(
          organisationId,
          changes.map(({ key, revision, content }) => ({ key, revision, stated: statedOf(content) })),
        )
      }
      onClose={onClose}
    />
  );
}

function contentWords(key: InputKey, content: FigureContent): string {
  const { evidence, source, owner } = content;
  return [valueWords(key, content), rangeWords(key, content), evidence && evidenceWords[evidence], source, owner]
    .filter(Boolean)
    .join("; ");
}
