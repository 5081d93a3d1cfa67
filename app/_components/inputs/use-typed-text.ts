"use client";

import { useState } from "react";

/**
 * What is being typed into a field, which stays as it was typed until the field is left; null where the field shows its value.
 * Forgotten when `version` goes up (an undo, a reset), so that the field need not be made anew and keeps the focus.
 */
export function useTypedText(version: number, atFirst: string | null): [string | null, (text: string | null) => void] {
  const [text, setText] = useState(atFirst);
  const [seen, setSeen] = useState(version);
  if (seen === version) return [text, setText];
  setSeen(version);
  setText(atFirst);
  return [atFirst, setText];
}
