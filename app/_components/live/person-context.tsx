"use client";

import { createContext, type ReactNode, useContext } from "react";

const PersonContext = createContext<string | null>(null);

/** The account of these pages: events for another account are not for them. */
export function PersonProvider({ id, children }: { id: string | null; children: ReactNode }) {
  return <PersonContext value={id}>{children}</PersonContext>;
}

export const usePersonId = () => useContext(PersonContext);
