import type { Inputs } from "@/lib/model/inputs";

/** The figures a visitor tried on the first page, on their way into a model. */
export interface KeptFigures {
  templateKey: string | null;
  /** Only what differs from the defaults. */
  inputs: Partial<Inputs>;
}

const key = "peerbalance.kept-figures";

/** Where figures wait for a link that is on its way by mail: it opens in another tab. */
const mailedKey = "peerbalance.figures-for-a-mailed-link";
/** As long as any such link works, milliseconds. */
const mailedLinkLasts = 60 * 60 * 1000;

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
    if (figures === null) {
      sessionStorage.removeItem(key);
      localStorage.removeItem(mailedKey);
    } else sessionStorage.setItem(key, JSON.stringify(figures));
    tell();
    return true;
  } catch {
    return false;
  }
}

/** Lays the figures of this tab out for the tab in which a mailed link is opened; they wait for as long as the link works. */
export function keepForMailedLink(now = Date.now()): void {
  const figures = keptFigures(now);
  if (figures === null) return;
  try {
    localStorage.setItem(mailedKey, JSON.stringify({ figures, until: now + mailedLinkLasts }));
  } catch {
    // They stay in this tab, and are offered there.
  }
}

function figuresForMailedLink(now: number): KeptFigures | null {
  const text = localStorage.getItem(mailedKey);
  if (text === null) return null;
  const { figures, until } = JSON.parse(text);
  if (until > now) return readKeptFigures(JSON.stringify(figures));
  localStorage.removeItem(mailedKey);
  return null;
}

/** The figures stored in this tab, else those that wait for a mailed link; they stay there. */
export function keptFigures(now = Date.now()): KeptFigures | null {
  try {
    return readKeptFigures(sessionStorage.getItem(key)) ?? figuresForMailedLink(now);
  } catch {
    return null;
  }
}

/** Takes the figures out of this browser: of two loads of a page one makes a model. */
export function takeKeptFigures(): KeptFigures | null {
  const figures = keptFigures();
  keepFigures(null);
  return figures;
}
