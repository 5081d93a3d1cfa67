"use client";

import { createContext, type ReactNode, useContext } from "react";

const PersonContext = createContext<string | null>(null);

/** Whose pages these are: what is heard in the name of another account is not for them. */
export function PersonProvider({ id, children }: { id: string | null; children: ReactNode }) {
  return <PersonContext value={id}>{children}</PersonContext>;
}

export const usePersonId = () => useContext(PersonContext);
