"use client";

import { Button } from "@mantine/core";
import { FormFault } from "@/app/_components/account/form-fault";
import { useAction } from "@/app/_components/ui/action/use-action";
import { useIsMounted } from "@/app/_components/ui/hydration/use-is-mounted";
import type { Outcome } from "@/lib/outcome";
import { routes } from "@/lib/routes";

interface SaveCopyButtonProps {
  /** Makes the copy in the reader's own organisation. */
  save: () => Promise<Outcome<{ id: string }>>;
}

/** Saves a copy of the model, and goes to it. */
export function SaveCopyButton({ save }: SaveCopyButtonProps) {
  const isMounted = useIsMounted();
  const { run, isPending, fault } = useAction({ failed: "No copy was made" });

  async function saveCopy() {
    const outcome = await save();
    if (!outcome.ok) return outcome;
    window.location.assign(routes.model(outcome.id));
    return null;
  }

  return (
    <>
      <Button size="xs" onClick={() => run(saveCopy)} disabled={!isMounted} loading={isPending}>
        Save a copy
      </Button>
      <FormFault message={fault} />
    </>
  );
}
