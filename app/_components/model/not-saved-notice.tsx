"use client";

import { Button, Group } from "@mantine/core";
import { useState } from "react";
import type { ModelDraft } from "@/lib/schemas/model";
import { download, fileName } from "../charts/download";
import { Notice } from "../ui/notice";

interface NotSavedNoticeProps {
  /** Why; a sentence. */
  message: string;
  mine: ModelDraft;
  templateKey: string | null;
  onRetry: () => void;
}

/** A save that was refused: why, that nothing typed is lost, and what can be done with it. */
export function NotSavedNotice({ message, mine, templateKey, onRetry }: NotSavedNoticeProps) {
  const [hasFailed, setFailed] = useState(false);

  async function takeInputs() {
    try {
      const [{ byteOrderMark }, { inputsCsv }] = await Promise.all([
        import("@/lib/export/csv"),
        import("@/lib/export/inputs-csv"),
      ]);
      const text = byteOrderMark + [...inputsCsv({ ...mine, templateKey })].join("");
      download(new Blob([text], { type: "text/csv;charset=utf-8" }), fileName(`${mine.name} inputs`, "csv"));
      setFailed(false);
    } catch {
      setFailed(true);
    }
  }

  return (
    <Notice tone="wrong" title="What you typed is not saved">
      <p>
        {message.charAt(0).toUpperCase() + message.slice(1)} What you typed is still on this page. Take a copy of the
        inputs before you leave it: the file can be imported into another model.
      </p>
      <Group gap="sm">
        <Button size="xs" onClick={onRetry}>
          Try again
        </Button>
        <Button size="xs" variant="default" onClick={takeInputs}>
          Download my inputs
        </Button>
      </Group>
      {hasFailed ? <p>The file could not be made: no connection. Try once more.</p> : null}
    </Notice>
  );
}
