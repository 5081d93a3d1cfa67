import { type Architecture, architectureNames } from "@/lib/model/architectures";
import { formatDay } from "./calendar";

/** The name of an architecture that a stored text names; one that this version does not know is called by its key. */
export function architectureName(key: string): string {
  return architectureNames[key as Architecture] ?? key;
}

/** The day of a moment in ISO 8601, UTC. */
export const dayOf = (at: string) => formatDay(at.slice(0, 10));

/** "Decided on 3 March 2027: own servers". */
export function decidedWords({ at, architecture }: { at: string; architecture: string }): string {
  return `Decided on ${dayOf(at)}: ${architectureName(architecture).toLowerCase()}`;
}
