"use client";

import { useState } from "react";

/**
 * What is being typed into a field, which stays as it was typed until the field is left; null where the field shows its value.
 * Forgotten when `version` goes up (an undo, a reset), so that the field need not be made anew and keeps the focus.
 */
export function useTyped<T = string>(
  version: number,
  atFirst: NoInfer<T> | null,
): [T | null, (typed: T | null) => void] {
  const [typed, setTyped] = useState<T | null>(atFirst);
  const [seen, setSeen] = useState(version);
  if (seen === version) return [typed, setTyped];
  setSeen(version);
  setTyped(atFirst);
  return [atFirst, setTyped];
}
