"use client";

import { Button, Group } from "@mantine/core";
import { useState, useTransition } from "react";
import { DifferencesTable } from "@/app/_components/document/differences-table";
import { figureDifferences } from "@/app/_components/document/figure-differences";
import { Notice } from "@/app/_components/ui/notice";
import { Dialog } from "@/app/_components/ui/page/dialog";
import styles from "@/app/_components/ui/page/dialog.module.css";
import type { ModelDraft, ReadFigures } from "@/lib/draft/model";
import type { FieldError } from "@/lib/outcome";
import { readFile } from "./figures-file";

interface ImportFiguresProps {
  draft: ModelDraft;
  /** Reads a file's text on top of the draft. */
  read: (csv: string) => Promise<ReadFigures>;
  onImport: (draft: ModelDraft) => void;
  onClose: () => void;
}

/** Asks for a file of figures, shows what it would change, and changes nothing before the person agrees. */
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
    <Dialog title="Import figures" closeLabel="Close without importing" onClose={onClose}>
      <div className={styles.content}>
        <p>
          Choose an inputs.csv or a model.json, as “Export” downloads them. Inputs that an inputs.csv does not name stay
          as they are. You see the changes before you apply them.
        </p>
        <label className={styles.file}>
          File of figures
          <input
            type="file"
            accept=".csv,text/csv,.json,application/json"
            data-autofocus
            onChange={(event) => choose(event.currentTarget.files?.[0])}
          />
        </label>
        <p role="status" className={styles.status}>
          {isReading ? "Reading the file…" : imported === null ? "" : summary(differences.length)}
        </p>
        {faults.length === 0 ? null : (
          <Notice tone="wrong" title="The file was not imported; nothing has changed">
            <ul className={styles.faults}>
              {faults.map(({ key, message }, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: one line may have several faults.
                <li key={`${key} ${place}`}>{message}</li>
              ))}
            </ul>
          </Notice>
        )}
        {differences.length === 0 ? null : (
          <div className={styles.table}>
            <DifferencesTable
              label="What would change"
              heads={["What would change", "Now", "In the file"]}
              differences={differences}
            />
          </div>
        )}
        <Group gap="sm">
          <Button
            size="xs"
            disabled={imported === null || differences.length === 0}
            onClick={() => {
              if (imported !== null) onImport(imported);
              onClose();
            }}
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

function summary(changes: number): string {
  if (changes === 0) return "The model already has what this file holds: there is nothing to change.";
  return `${changes} ${changes === 1 ? "change" : "changes"}. They can be undone at one stroke.`;
}
