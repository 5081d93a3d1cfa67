"use client";

import { Button, Group } from "@mantine/core";
import { DownloadInputs } from "@/app/_components/live/download-inputs";
import { Notice } from "@/app/_components/ui/notice";
import type { ModelDraft } from "@/lib/draft/model";

interface NotSavedNoticeProps {
  /** The scenario, where it is one of several. */
  called?: string;
  /** Why; a sentence. */
  message: string;
  mine: ModelDraft;
  templateKey: string | null;
  onRetry: () => void;
}

/** A save that was refused: why, that nothing typed is lost, and what can be done with it. */
export function NotSavedNotice({ called, message, mine, templateKey, onRetry }: NotSavedNoticeProps) {
  return (
    <Notice tone="wrong" title={`What you typed${called === undefined ? "" : ` in “${called}”`} is not saved`}>
      <p>
        {message.charAt(0).toUpperCase() + message.slice(1)} What you typed is still on this page. Take a copy of the
        inputs before you leave it: the file can be imported into another model.
      </p>
      <Group gap="sm">
        <Button size="xs" onClick={onRetry}>
          Try again
        </Button>
        <DownloadInputs files={[{ ...mine, templateKey }]} />
      </Group>
    </Notice>
  );
}
