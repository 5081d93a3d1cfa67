import type { Inputs } from "@/lib/model/inputs";
import { z } from "@/lib/schemas/zod";

/** What a visitor tried on the first page, on its way into a model of theirs. */
export interface KeptFigures {
  templateKey: string | null;
  /** Only what differs from the defaults. */
  inputs: Partial<Inputs>;
}

const key = "peerbalance.kept-figures";

// Only its shape: the server checks every figure as it checks what is typed.
const schema = z.strictObject({
  templateKey: z.string().max(100).nullable(),
  inputs: z.record(z.string().max(100), z.union([z.number(), z.string().max(100)])),
});

export function readKeptFigures(text: string | null): KeptFigures | null {
  if (text === null || text.length > 20_000) return null;
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? (parsed.data as KeptFigures) : null;
  } catch {
    return null;
  }
}

/** Keeps figures in this tab until they are taken. Returns whether the browser would. */
export function keepFigures(figures: KeptFigures): boolean {
  try {
    sessionStorage.setItem(key, JSON.stringify(figures));
    return true;
  } catch {
    return false;
  }
}

/** The figures kept in this tab, which holds them no longer: of two loads of a page one makes a model. */
export function takeKeptFigures(): KeptFigures | null {
  try {
    const text = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    return readKeptFigures(text);
  } catch {
    return null;
  }
}
