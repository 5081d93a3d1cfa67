"use client";

import { Button, Group } from "@mantine/core";
import type { ReactNode } from "react";
import { useAction } from "@/app/_components/ui/action/use-action";
import type { MoveOutcome } from "@/lib/draft/model";
import { modelVersion } from "@/lib/model/version";

interface MoveChoiceProps {
  isSaved: boolean;
  move: () => Promise<MoveOutcome>;
  children: ReactNode;
}

/** Moving takes a confirmation; staying takes none. */
export function MoveChoice({ isSaved, move, children }: MoveChoiceProps) {
  // The whole page depends on the version's defaults: it is loaded again.
  const { run, isPending, fault } = useAction({
    refresh: () => window.location.reload(),
    failed: "The model was not moved",
  });
  return (
    <>
      <Group gap="sm">
        <Button size="compact-sm" disabled={isPending || !isSaved} onClick={() => run(move)}>
          Move to version {modelVersion}
        </Button>
        {children}
      </Group>
      {fault === undefined ? null : <p role="alert">{fault}</p>}
    </>
  );
}
