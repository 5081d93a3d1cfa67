"use client";

import { useRouter } from "next/navigation";
import { type SubmitEvent, useState, useTransition } from "react";
import { type FieldError, type Outcome, refused } from "@/lib/outcome";
import { useIsMounted } from "../hydration/use-is-mounted";
import { whatFailed } from "./what-failed";

export type ActionResult = Promise<Outcome>;

/** Null where the browser has been sent to another page: it all stays pending until that page is there. */
type Send = (field: (name: string) => string) => Promise<Outcome | null>;

interface ActionOptions {
  /** What a form does with its fields. */
  send?: Send;
  /** Shows the page anew once something is done: a reload of its data where left out, nothing where false. */
  refresh?: (() => unknown) | false | undefined;
  /** What did not happen, where there is no answer. */
  failed?: string;
}

/**
 * Runs what changes something on the server, by a button (`run`) or a form (`form`, `button`), and tells how it stands: pending, done, or
 * what is wrong, by field and in all. The form's button is off until the page can act on it: sent earlier, the browser would post the
 * fields to the page itself. Pending is no transition: one that waits for a dialog would hold back the dialog's own.
 */
export function useAction({ send, refresh, failed = "Nothing was changed" }: ActionOptions = {}) {
  const router = useRouter();
  const isMounted = useIsMounted();
  const [isRunning, setRunning] = useState(false);
  const [isRefreshing, startRefresh] = useTransition();
  const [isDone, setDone] = useState(false);
  const [faults, setFaults] = useState<readonly FieldError[]>([]);
  const isPending = isRunning || isRefreshing;

  async function run(act: () => Promise<Outcome | null>, next?: string): Promise<Outcome | null> {
    setRunning(true);
    setDone(false);
    let outcome: Outcome | null;
    try {
      outcome = await act();
    } catch (error) {
      outcome = refused("form", whatFailed(error, failed, next));
    }
    if (outcome === null) return null;
    setFaults(outcome.ok ? [] : outcome.faults);
    setDone(outcome.ok);
    if (outcome.ok && refresh === undefined) startRefresh(() => router.refresh());
    else if (outcome.ok && refresh !== false) await refresh?.();
    setRunning(false);
    return outcome;
  }

  async function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (send === undefined) return;
    const form = event.currentTarget;
    const fields = new FormData(form);
    const field = (name: string) => String(fields.get(name) ?? "");
    const outcome = await run(() => send(field), "Try again; what you typed is still here.");
    if (outcome === null || outcome.ok) return;
    const first = outcome.faults
      .map(({ key }) => form.elements.namedItem(key))
      .find((element) => element instanceof HTMLElement);
    if (first instanceof HTMLElement) first.focus();
  }

  return {
    run,
    form: { onSubmit, method: "post", noValidate: true } as const,
    button: { type: "submit", disabled: !isMounted, loading: isPending } as const,
    isPending,
    isDone,
    faults,
    clearFaults: () => setFaults([]),
    faultOf: (key: string) => faults.find((fault) => fault.key === key)?.message,
    fault: faults.length === 0 ? undefined : faults.map(({ message }) => message).join(" "),
  };
}
