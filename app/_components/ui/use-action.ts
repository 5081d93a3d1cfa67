"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import type { Outcome } from "@/lib/outcome";
import { whatFailed } from "./what-failed";

export type ActionResult = Promise<Outcome>;

/** Runs a server action, then shows the page anew; what went wrong is said in words. */
export function useAction() {
  const router = useRouter();
  const [isBusy, startTransition] = useTransition();
  const [fault, setFault] = useState<string | undefined>(undefined);
  const run = (act: () => ActionResult) =>
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
