"use client";

import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { FormFault } from "@/app/_components/account/form-fault";
import { DifferencesTable } from "@/app/_components/document/differences-table";
import { textOfFile } from "@/app/_components/editor/figures-file";
import { Notice } from "@/app/_components/ui/notice";
import { Dialog } from "@/app/_components/ui/page/dialog";
import dialog from "@/app/_components/ui/page/dialog.module.css";
import { useAction } from "@/app/_components/ui/use-action";
import type { FigureBook, FigureContent } from "@/lib/draft/figures/organisation-figure";
import { type FigureChange, type FiguresOfCsv, readFiguresCsv } from "@/lib/import/figures-csv";
import { type InputKey, input } from "@/lib/model/inputs";
import { formatWhole } from "@/lib/value/format";
import { inputName } from "@/lib/value/input-name";
import { evidenceWords } from "@/lib/value/range-words";
import { type FigureActions, statedOf } from "./figure-actions";
import { rangeWords, valueWords } from "./figure-words";
import styles from "./figures.module.css";

interface ImportDialogProps {
  organisationId: string;
  book: FigureBook;
  actions: FigureActions;
  onClose: () => void;
}

/** Asks for a file of figures, shows what it would change and which rows it cannot, and changes nothing before the person agrees. */
export default function ImportDialog({ organisationId, book, actions, onClose }: ImportDialogProps) {
  const [read, setRead] = useState<FiguresOfCsv | null>(null);
  const [fileFault, setFileFault] = useState<string>();
  const { run, isPending, fault } = useAction({ failed: "The figures were not imported" });

  async function choose(file: File | undefined) {
    setRead(null);
    setFileFault(undefined);
    if (file === undefined) return;
    const content = await textOfFile(file);
    const outcome = content.ok ? readFiguresCsv(content.text, book) : null;
    if (outcome?.ok) setRead(outcome);
    else setFileFault(content.ok ? outcome?.faults.map(({ message }) => message).join(" ") : content.message);
  }

  const apply = (changes: readonly FigureChange[]) =>
    run(async () => {
      const stated = changes.map(({ key, revision, content }) => ({ key, revision, stated: statedOf(content) }));
      const outcome = await actions.importFigures(organisationId, stated);
      if (outcome.ok) onClose();
      return outcome;
    });

  return (
    <Dialog title="Import figures" closeLabel="Close without importing" onClose={onClose}>
      <div className={dialog.content}>
        <p>
          Choose a CSV file as “Download CSV” makes it. Figures that it does not name stay as they are. Money is in{" "}
          {book.currency.currency}.
        </p>
        <label className={dialog.file}>
          File of figures
          <input
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
            data-autofocus
            onChange={(event) => choose(event.currentTarget.files?.[0])}
          />
        </label>
        <p role="status" className={dialog.status}>
          {read === null ? "" : summary(read)}
        </p>
        {fileFault === undefined ? null : (
          <Notice tone="wrong" title="The file was not imported; nothing has changed">
            <p>{fileFault}</p>
          </Notice>
        )}
        {read === null || read.refused.length === 0 ? null : (
          <Notice
            tone="look"
            title={`Not understood, and left out: ${formatWhole(read.refused.length)}`}
            isNews={false}
          >
            <ul className={dialog.faults}>
              {read.refused.map(({ line, key, reasons }) => (
                <li key={line}>
                  Line {line}, {key || "no key"}: {reasons.join(" ")}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {read === null || read.changes.length === 0 ? null : (
          <div className={`${dialog.table} ${styles.changes}`}>
            <DifferencesTable
              label="What would change"
              heads={["What would change", "Now", "In the file"]}
              differences={read.changes.map(({ key, before, content }) => ({
                key,
                label: inputName(input[key]),
                now: before === null ? "nothing" : contentWords(key, before),
                next: contentWords(key, content),
              }))}
            />
          </div>
        )}
        <FormFault message={fault} />
        <Group gap="sm">
          <Button
            size="xs"
            loading={isPending}
            disabled={read === null || read.changes.length === 0}
            onClick={() => read !== null && apply(read.changes)}
          >
            Apply these changes
          </Button>
          <Button size="xs" variant="default" onClick={onClose}>
            Cancel
          </Button>
        </Group>
      </div>
    </Dialog>
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
