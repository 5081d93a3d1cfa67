"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { whatFailed } from "@/app/_components/ui/what-failed";
import type { FieldError } from "@/lib/draft/model";

export type SharingAction = Promise<{ ok: true } | { ok: false; faults: FieldError[] }>;

/** Runs an action of sharing, then shows the page anew; what went wrong is told in words. */
export function useSharingAction() {
  const router = useRouter();
  const [isBusy, startTransition] = useTransition();
  const [fault, setFault] = useState<string | undefined>(undefined);
  const run = (act: () => SharingAction) =>
    startTransition(async () => {
      try {
        const outcome = await act();
        setFault(outcome.ok ? undefined : outcome.faults.map(({ message }) => message).join(" "));
        if (outcome.ok) router.refresh();
      } catch (error) {
        setFault(whatFailed(error, "Nothing was changed"));
      }
    });
  return { run, isBusy, fault };
}
