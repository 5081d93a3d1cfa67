"use client";

import { Button, Group } from "@mantine/core";
import { defaultInputs, type InputKey, type Inputs, input } from "@/lib/model/inputs";
import type { CostModelFull, ModelDraft } from "@/lib/schemas/model";
import { LocalTime } from "../ui/local-time";
import { Notice } from "../ui/notice";

interface StaleNoticeProps {
  current: CostModelFull;
  mine: ModelDraft;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** Somebody else saved first: says who and what, and lets the person choose. What they typed stays until they do. */
export function StaleNotice({ current, mine, onKeepMine, onTakeTheirs }: StaleNoticeProps) {
  const differing = differencesOf(mine, current);
  const shown = differing.slice(0, 5).join(", ");
  const more = differing.length > 5 ? ` and ${differing.length - 5} more` : "";
  return (
    <Notice tone="look" title={`${current.changedBy} saved this model while you were changing it`}>
      <p>
        <LocalTime at={current.changedAt} />. Nothing of yours is lost: what you typed is still on this page, but it is
        not saved.
        {differing.length > 0 ? ` Your version and theirs differ in: ${shown}${more}.` : ""}
      </p>
      <Group gap="sm">
        <Button size="xs" onClick={onKeepMine}>
          Keep mine and save it over theirs
        </Button>
        <Button size="xs" variant="default" onClick={onTakeTheirs}>
          Take theirs and drop mine
        </Button>
      </Group>
    </Notice>
  );
}

function differencesOf(mine: ModelDraft, theirs: ModelDraft): string[] {
  const value = (inputs: Partial<Inputs>, key: InputKey) => inputs[key] ?? defaultInputs[key];
  const keys = [...new Set([...Object.keys(mine.inputs), ...Object.keys(theirs.inputs)])] as InputKey[];
  const inputs = keys
    .filter((key) => value(mine.inputs, key) !== value(theirs.inputs, key))
    .map((key) => input[key]?.label ?? key);
  return mine.name === theirs.name ? inputs : ["the name", ...inputs];
}
