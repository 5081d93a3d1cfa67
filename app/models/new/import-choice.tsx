"use client";

import { useRef, useState, useTransition } from "react";
import { FaultsNotice } from "@/app/_components/files/faults-notice";
import { readFile } from "@/app/_components/files/figures-file";
import { FileField } from "@/app/_components/files/file-field";
import type { ModelDraft, ReadFigures } from "@/lib/draft/model";
import type { FieldError } from "@/lib/outcome";
import { formatMonth } from "@/lib/value/calendar";
import styles from "./new-model.module.css";

/** The text of a file, and the model that it would make. */
export interface ReadFile {
  csv: string;
  draft: ModelDraft;
}

interface ImportChoiceProps {
  isChosen: boolean;
  onChoose: () => void;
  read: (csv: string) => Promise<ReadFigures>;
  /**
   * Called with the file that is being read, which resolves to null where it is refused; with null where the choice is
   * cleared.
   */
  onTake: (reading: Promise<ReadFile | null> | null) => void;
}

/** Starting from a file of figures: a summary of it comes before the model is made. */
export function ImportChoice({ isChosen, onChoose, read, onTake }: ImportChoiceProps) {
  const [isReading, startReading] = useTransition();
  const [faults, setFaults] = useState<FieldError[]>([]);
  const [figures, setFigures] = useState<ModelDraft | null>(null);
  const newest = useRef<Promise<ReadFile | FieldError[]> | null>(null);

  function take(file: File | undefined) {
    setFaults([]);
    setFigures(null);
    const reading = file === undefined ? null : readWhole(file, read);
    newest.current = reading;
    onTake(reading?.then((outcome) => ("csv" in outcome ? outcome : null)) ?? null);
    if (reading === null) return;
    startReading(async () => {
      const outcome = await reading;
      // Another file may have been chosen meanwhile.
      if (newest.current !== reading) return;
      if ("csv" in outcome) setFigures(outcome.draft);
      else setFaults(outcome);
    });
  }

  return (
    <fieldset className={styles.choices}>
      <legend className={styles.legend}>From a file</legend>
      <label className={styles.choice} data-chosen={isChosen}>
        <input
          type="radio"
          name="template"
          value="file"
          checked={isChosen}
          onChange={onChoose}
          className={styles.radio}
        />
        <span className={styles.title}>Import figures</span>
        <span className={styles.words}>
          An inputs.csv or a model.json, as “Export” on a model’s page downloads them. Scenarios come with a model.json
          alone.
        </span>
      </label>
      {isChosen ? (
        <div className={styles.file}>
          <FileField label="File of figures" of="model" onChoose={take} />
          <p role="status">{isReading ? "Reading the file…" : figures === null ? "" : summary(figures)}</p>
          <FaultsNotice title="The file was not imported" faults={faults} />
        </div>
      ) : null}
    </fieldset>
  );
}

async function readWhole(file: File, read: (csv: string) => Promise<ReadFigures>): Promise<ReadFile | FieldError[]> {
  let csv = "";
  const outcome = await readFile(file, (text) => {
    csv = text;
    return read(text);
  });
  return outcome.ok ? { csv, draft: outcome.draft } : outcome.faults;
}

function summary({ inputs, customLines, currency, startMonth }: ModelDraft): string {
  const changed = Object.keys(inputs).length;
  const lines = customLines.length;
  return `${changed} ${changed === 1 ? "input differs" : "inputs differ"} from the defaults; ${lines} own ${lines === 1 ? "line" : "lines"}; in ${currency}, from ${formatMonth(startMonth)}.`;
}
