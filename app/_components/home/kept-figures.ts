import type { Inputs } from "@/lib/model/inputs";

/** What a visitor tried on the first page, on its way into a model of theirs. */
export interface KeptFigures {
  templateKey: string | null;
  /** Only what differs from the defaults. */
  inputs: Partial<Inputs>;
}

const key = "peerbalance.kept-figures";

const isShort = (value: unknown) => typeof value === "string" && value.length <= 100;

/** Only their shape: the server checks every figure as it checks what is typed. */
function areFigures(given: unknown): given is KeptFigures {
  if (typeof given !== "object" || given === null) return false;
  const { templateKey, inputs, ...other } = given as Record<string, unknown>;
  if (Object.keys(other).length > 0 || (templateKey !== null && !isShort(templateKey))) return false;
  if (typeof inputs !== "object" || inputs === null || Array.isArray(inputs)) return false;
  return Object.entries(inputs).every(([name, value]) => isShort(name) && (Number.isFinite(value) || isShort(value)));
}

export function readKeptFigures(text: string | null): KeptFigures | null {
  if (text === null || text.length > 20_000) return null;
  try {
    const given: unknown = JSON.parse(text);
    return areFigures(given) ? given : null;
  } catch {
    return null;
  }
}

/** Links that lead elsewhere while there are figures to keep. */
const listeners = new Set<() => void>();

export function onKeptFigures(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}

/** Keeps figures in this tab until they are taken, or forgets those that are kept. Returns whether the browser would. */
export function keepFigures(figures: KeptFigures | null): boolean {
  try {
    if (figures === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(figures));
    tell();
    return true;
  } catch {
    return false;
  }
}

/** The figures kept in this tab, which goes on holding them. */
export function keptFigures(): KeptFigures | null {
  try {
    return readKeptFigures(sessionStorage.getItem(key));
  } catch {
    return null;
  }
}

/** The figures kept in this tab, which holds them no longer: of two loads of a page one makes a model. */
export function takeKeptFigures(): KeptFigures | null {
  const figures = keptFigures();
  keepFigures(null);
  return figures;
}
