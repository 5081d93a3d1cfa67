import type { Inputs } from "@/lib/model/inputs";

/** The figures a visitor tried on the first page, on their way into a model. */
export interface KeptFigures {
  templateKey: string | null;
  /** Only what differs from the defaults. */
  inputs: Partial<Inputs>;
}

const key = "peerbalance.kept-figures";

const isShort = (value: unknown) => typeof value === "string" && value.length <= 100;

/** Only their shape: the server checks every figure as it checks what is typed. */
function areFigures(value: unknown): value is KeptFigures {
  if (typeof value !== "object" || value === null) return false;
  const { templateKey, inputs, ...other } = value as Record<string, unknown>;
  if (Object.keys(other).length > 0 || (templateKey !== null && !isShort(templateKey))) return false;
  if (typeof inputs !== "object" || inputs === null || Array.isArray(inputs)) return false;
  return Object.entries(inputs).every(([name, value]) => isShort(name) && (Number.isFinite(value) || isShort(value)));
}

export function readKeptFigures(text: string | null): KeptFigures | null {
  if (text === null || text.length > 20_000) return null;
  try {
    const value: unknown = JSON.parse(text);
    return areFigures(value) ? value : null;
  } catch {
    return null;
  }
}

/** Links whose target changes while figures are stored. */
const listeners = new Set<() => void>();

export function onKeptFigures(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}

/** Stores figures in this tab until they are taken; null removes them. Returns whether the browser allowed it. */
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

/** The figures stored in this tab, which stay there. */
export function keptFigures(): KeptFigures | null {
  try {
    return readKeptFigures(sessionStorage.getItem(key));
  } catch {
    return null;
  }
}

/** Takes the figures out of this tab: of two loads of a page one makes a model. */
export function takeKeptFigures(): KeptFigures | null {
  const figures = keptFigures();
  keepFigures(null);
  return figures;
}
