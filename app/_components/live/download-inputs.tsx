"use client";

import { Button, Group } from "@mantine/core";
import { useState } from "react";
import type { ExportedInputs } from "@/lib/export/inputs-csv";
import { downloadCsv, fileName } from "../charts/download";

/** Inputs to download, in a file named after the model or the scenario. */
export interface InputsFile extends ExportedInputs {
  /** On the button, where there are several. */
  label?: string;
}

/** Offers inputs that the server does not have as files in the form of inputs.csv, which can be imported. */
export function DownloadInputs({ files }: { files: readonly InputsFile[] }) {
  const [hasFailed, setFailed] = useState(false);

  async function take(inputs: InputsFile) {
    try {
      const { inputsCsv } = await import("@/lib/export/inputs-csv");
      await downloadCsv((format) => inputsCsv(inputs, format), fileName(`${inputs.name} inputs`, "csv"));
      setFailed(false);
    } catch {
      setFailed(true);
    }
  }

  return (
    <>
      <Group gap="sm">
        {files.map((inputs) => (
          <Button key={inputs.name} size="xs" variant="default" onClick={() => take(inputs)}>
            Download my inputs{inputs.label === undefined ? "" : ` of “${inputs.label}”`}
          </Button>
        ))}
      </Group>
      {hasFailed ? (
        <p role="alert">
          The file could not be made, because a part of this page did not load. Check the connection and try again.
        </p>
      ) : null}
    </>
  );
}
