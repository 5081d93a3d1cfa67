"use client";

import { useState } from "react";
import { textOfFile } from "@/app/_components/files/figures-file";
import { ImportDialog } from "@/app/_components/files/import-dialog";
import { Notice } from "@/app/_components/ui/notice";
import notice from "@/app/_components/ui/notice.module.css";
import { useAction } from "@/app/_components/ui/use-action";
import type { FigureBook, FigureContent } from "@/lib/draft/figures/organisation-figure";
import { type FiguresOfCsv, type RefusedRow, readFiguresCsv } from "@/lib/import/figures-csv";
import { type InputKey, input } from "@/lib/model/inputs";
import { type FieldError, refused } from "@/lib/outcome";
import { formatWhole } from "@/lib/value/format";
import { inputName } from "@/lib/value/input-name";
import { evidenceWords } from "@/lib/value/range-words";
import { type FigureActions, statedOf } from "./figure-actions";
import { rangeWords, valueWords } from "./figure-words";

interface ImportFiguresProps {
  organisationId: string;
  book: FigureBook;
  actions: FigureActions;
  onClose: () => void;
}

const nothing: FiguresOfCsv = { changes: [], refused: [], same: 0 };

/** Takes a file of figures over into those of the organisation; rows that cannot be taken are named and left out. */
export default function ImportFigures({ organisationId, book, actions, onClose }: ImportFiguresProps) {
  const [read, setRead] = useState<FiguresOfCsv | null>(null);
  const [faults, setFaults] = useState<readonly FieldError[]>([]);
  const { run, isPending, fault } = useAction({ failed: "The figures were not imported" });
  const { changes, refused: leftOut } = read ?? nothing;

  async function choose(file: File | undefined) {
    setRead(null);
    setFaults([]);
    if (file === undefined) return;
    const content = await textOfFile(file);
    const outcome = content.ok ? readFiguresCsv(content.text, book) : refused("file", content.message);
    if (outcome.ok) setRead(outcome);
    else setFaults(outcome.faults);
  }

  const apply = () =>
    run(async () => {
      const stated = changes.map(({ key, revision, content }) => ({ key, revision, stated: statedOf(content) }));
      const outcome = await actions.importFigures(organisationId, stated);
      if (outcome.ok) onClose();
      return outcome;
    });

  return (
    <ImportDialog
      about={
        <>
          Choose a CSV file as “Download CSV” makes it. Figures that it does not name stay as they are. Money is in{" "}
          {book.currency.currency}.
        </>
      }
      of="table"
      onChoose={choose}
      status={read === null ? "" : summary(read)}
      faults={faults}
      leftOut={<LeftOut rows={leftOut} />}
      differences={changes.map(({ key, before, content }) => ({
        key,
        label: inputName(input[key]),
        now: before === null ? "nothing" : contentWords(key, before),
        next: contentWords(key, content),
      }))}
      isWords
      failure={fault}
      isPending={isPending}
      onApply={apply}
      onClose={onClose}
    />
  );
}

function LeftOut({ rows }: { rows: readonly RefusedRow[] }) {
  if (rows.length === 0) return null;
  return (
    <Notice tone="look" title={`Not understood, and left out: ${formatWhole(rows.length)}`} isNews={false}>
      <ul className={notice.faults}>
        {rows.map(({ line, key, reasons }) => (
          <li key={line}>
            Line {line}, {key || "no key"}: {reasons.join(" ")}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function contentWords(key: InputKey, content: FigureContent): string {
  const { evidence, source, owner } = content;
  return [valueWords(key, content), rangeWords(key, content), evidence && evidenceWords[evidence], source, owner]
    .filter(Boolean)
    .join("; ");
}

function summary({ changes, same }: FiguresOfCsv): string {
  const unchanged = same === 0 ? "" : ` ${formatWhole(same)} ${same === 1 ? "is" : "are"} as now.`;
  if (changes.length === 0) return `There is nothing to change.${unchanged}`;
  return `${formatWhole(changes.length)} ${changes.length === 1 ? "change" : "changes"}.${unchanged} Nothing is changed yet.`;
}
