"use client";

import { Button, Group } from "@mantine/core";
import { type InputKey, input } from "@/lib/model/inputs";
import type { CostModelFull, ModelDraft } from "@/lib/schemas/model";
import { LocalTime } from "../ui/local-time";
import { Notice } from "../ui/notice";
import { inputsOf } from "./model-state";
import { inOneOrder } from "./save-queue";

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
  const differs = (...keys: (keyof ModelDraft)[]) =>
    keys.some((key) => inOneOrder(mine[key]) !== inOneOrder(theirs[key]));
  const [a, b] = [inputsOf(mine), inputsOf(theirs)];
  const keys = [...new Set([...Object.keys(mine.inputs), ...Object.keys(theirs.inputs)])] as InputKey[];
  return [
    ...(differs("name") ? ["the name"] : []),
    ...(differs("currency", "currencyRate", "currencyRateDate") ? ["the currency"] : []),
    ...(differs("startMonth") ? ["the first month"] : []),
    ...keys.filter((key) => a[key] !== b[key]).map((key) => input[key].label),
    ...(differs("customLines") ? ["the own lines"] : []),
    ...(differs("notes") ? ["notes"] : []),
  ];
}
