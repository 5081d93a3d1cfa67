"use client";

import { Button, Group } from "@mantine/core";
import { useState } from "react";
import type { ExportedInputs } from "@/lib/export/inputs-csv";
import { download, fileName } from "../charts/download";

/** Inputs to be taken away as a file; the name of the model, or of the scenario, names the file. */
export interface Taken extends ExportedInputs {
  /** On the button, where there are several. */
  called?: string;
}

/** Makes files of inputs that the browser alone knows: as inputs.csv, which can be imported. */
export function DownloadInputs({ taken }: { taken: readonly Taken[] }) {
  const [hasFailed, setFailed] = useState(false);

  async function take(inputs: Taken) {
    try {
      const [{ byteOrderMark }, { inputsCsv }] = await Promise.all([
        import("@/lib/export/csv"),
        import("@/lib/export/inputs-csv"),
      ]);
      const text = byteOrderMark + [...inputsCsv(inputs)].join("");
      download(new Blob([text], { type: "text/csv;charset=utf-8" }), fileName(`${inputs.name} inputs`, "csv"));
      setFailed(false);
    } catch {
      setFailed(true);
    }
  }

  return (
    <>
      <Group gap="sm">
        {taken.map((inputs) => (
          <Button key={inputs.name} size="xs" variant="default" onClick={() => take(inputs)}>
            Download my inputs{inputs.called === undefined ? "" : ` of “${inputs.called}”`}
          </Button>
        ))}
      </Group>
      {hasFailed ? (
        <p role="alert">
          The file could not be made: its script did not arrive. Check the connection and try once more.
        </p>
      ) : null}
    </>
  );
}
