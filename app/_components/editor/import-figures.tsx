"use client";

import { useState, useTransition } from "react";
import { figureDifferences } from "@/app/_components/document/figure-differences";
import { readFile } from "@/app/_components/files/figures-file";
import { ImportDialog } from "@/app/_components/files/import-dialog";
import type { ModelDraft, ReadFigures } from "@/lib/draft/model";
import type { FieldError } from "@/lib/outcome";

interface ImportFiguresProps {
  draft: ModelDraft;
  /** Reads a file's text on top of the draft. */
  read: (csv: string) => Promise<ReadFigures>;
  onImport: (draft: ModelDraft) => void;
  onClose: () => void;
}

/** Takes a file of figures over into the model that is open. */
export function ImportFigures({ draft, read, onImport, onClose }: ImportFiguresProps) {
  const [isReading, startReading] = useTransition();
  const [faults, setFaults] = useState<FieldError[]>([]);
  const [imported, setImported] = useState<ModelDraft | null>(null);
  const differences = imported === null ? [] : figureDifferences(draft, imported);

  function choose(file: File | undefined) {
    setFaults([]);
    setImported(null);
    if (file === undefined) return;
    startReading(async () => {
      const outcome = await readFile(file, read);
      if (outcome.ok) setImported(outcome.draft);
      else setFaults(outcome.faults);
    });
  }

  return (
    <ImportDialog
      about={
        <>
          Choose an inputs.csv or a model.json, as “Export” downloads them. Inputs that an inputs.csv does not name stay
          as they are. You see the changes before you apply them.
        </>
      }
      of="model"
      onChoose={choose}
      status={isReading ? "Reading the file…" : imported === null ? "" : summary(differences.length)}
      faults={faults}
      differences={differences}
      onApply={() => {
        if (imported !== null) onImport(imported);
        onClose();
      }}
      onClose={onClose}
    />
  );
}

function summary(changes: number): string {
  if (changes === 0) return "The model already has what this file holds: there is nothing to change.";
  return `${changes} ${changes === 1 ? "change" : "changes"}. They can be undone at one stroke.`;
}
