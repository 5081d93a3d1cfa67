"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { FormFault } from "@/app/_components/account/form-fault";
import { useIsMounted } from "@/app/_components/ui/hydration/use-is-mounted";
import { whatFailed } from "@/app/_components/ui/what-failed";
import type { Outcome } from "@/lib/outcome";
import { routes } from "@/lib/routes";

interface SaveCopyButtonProps {
  /** Makes the copy in the reader's own organisation. */
  save: () => Promise<Outcome<{ id: string }>>;
}

/** Saves a copy of what is read, and goes to it. */
export function SaveCopyButton({ save }: SaveCopyButtonProps) {
  const isMounted = useIsMounted();
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<string | undefined>(undefined);

  async function saveCopy() {
    setIsBusy(true);
    const outcome = await save().catch((error: unknown) => ({
      ok: false as const,
      faults: [{ key: "form", message: whatFailed(error, "No copy was made") }],
    }));
    if (outcome.ok) {
      window.location.assign(routes.model(outcome.id));
      return;
    }
    setFault(outcome.faults.map(({ message }) => message).join(" "));
    setIsBusy(false);
  }

  return (
    <>
      <Button size="xs" onClick={saveCopy} disabled={!isMounted} loading={isBusy}>
        Save a copy
      </Button>
      <FormFault message={fault} />
    </>
  );
}
