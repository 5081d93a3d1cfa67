"use client";

import { Button } from "@mantine/core";
import { useAction } from "@/app/_components/ui/action/use-action";
import type { Outcome } from "@/lib/outcome";

export type Unarchive = (id: string) => Promise<Outcome>;

/** Takes a model out of the archive, and opens it to changes. */
export function UnarchiveButton({ id, unarchive }: { id: string; unarchive: Unarchive }) {
  const { run, isPending, fault } = useAction();
  return (
    <>
      <Button size="compact-sm" variant="default" disabled={isPending} onClick={() => run(() => unarchive(id))}>
        Unarchive
      </Button>
      {fault === undefined ? null : <p role="alert">{fault}</p>}
    </>
  );
}
