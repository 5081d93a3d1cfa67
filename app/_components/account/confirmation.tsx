"use client";

import { createContext, type ReactNode, useCallback, useContext, useState } from "react";
import { confirmKey } from "@/lib/confirmation";
import type { Outcome, Refusal } from "@/lib/outcome";
import { ConfirmationDialog, type ConfirmationDialogProps } from "./confirmation-dialog";

type Confirmed = <O extends Outcome>(act: () => Promise<O>) => Promise<O | Refusal>;

const Context = createContext<Confirmed>((act) => act());

/**
 * Runs an action that may need a fresh proof of identity. Where the server asks for one, a dialog collects it and the
 * action runs again; where the person cancels, nothing was done and there is no fault to show.
 */
export function useConfirmed(): Confirmed {
  return useContext(Context);
}

/**
 * Disables the pressed button until its action has finished; an element that has taken the focus meanwhile keeps it.
 */
function giveFocusBack(pressed: Element | null, tries = 40): void {
  if (!(pressed instanceof HTMLElement) || !pressed.isConnected || tries === 0) return;
  const isFree = document.activeElement === document.body;
  if (isFree && !pressed.matches(":disabled")) pressed.focus();
  else if (isFree || document.activeElement?.closest("[role=dialog]") != null)
    setTimeout(() => giveFocusBack(pressed, tries - 1), 50);
}

interface ConfirmationProviderProps extends Omit<ConfirmationDialogProps, "isOpen" | "onConfirmed" | "onCancel"> {
  children: ReactNode;
}

/** Wraps pages whose actions need a fresh proof of identity. */
export function ConfirmationProvider({ children, ...ways }: ConfirmationProviderProps) {
  const [settle, setSettle] = useState<((isConfirmed: boolean) => void) | null>(null);

  const confirmed = useCallback<Confirmed>(async (act) => {
    const pressed = document.activeElement;
    const outcome = await act();
    if (outcome.ok || !outcome.faults.some(({ key }) => key === confirmKey)) return outcome;
    const isConfirmed = await new Promise<boolean>((resolve) => setSettle(() => resolve));
    setSettle(null);
    giveFocusBack(pressed);
    return isConfirmed ? act() : { ok: false, faults: [] };
  }, []);

  return (
    <Context value={confirmed}>
      {children}
      <ConfirmationDialog
        {...ways}
        isOpen={settle !== null}
        onConfirmed={() => settle?.(true)}
        onCancel={() => settle?.(false)}
      />
    </Context>
  );
}
