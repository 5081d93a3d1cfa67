"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { whatFailed } from "@/app/_components/ui/what-failed";
import type { Outcome } from "@/lib/outcome";

export type Unarchive = (id: string) => Promise<Outcome>;

/** Takes a model out of the archive, and opens it to changes. */
export function UnarchiveButton({ id, unarchive }: { id: string; unarchive: Unarchive }) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [fault, setFault] = useState<string | null>(null);

  function run() {
    startTransition(async () => {
      const outcome = await unarchive(id).catch((error: unknown) => ({
        ok: false as const,
        faults: [{ key: "form", message: whatFailed(error, "Nothing was changed") }],
      }));
      if (outcome.ok) router.refresh();
      else setFault(outcome.faults.map(({ message }) => message).join(" "));
    });
  }

  return (
    <>
      <Button size="compact-sm" variant="default" disabled={isPending} onClick={run}>
        Unarchive
      </Button>
      {fault === null ? null : <p role="alert">{fault}</p>}
    </>
  );
}
