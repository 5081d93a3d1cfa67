import type { DecisionState } from "@/lib/decision/record-file";
import { type Architecture, architectureNames } from "@/lib/model/architectures";
import { formatDay } from "@/lib/value/calendar";

export const stateNames: Record<DecisionState, string> = {
  proposed: "Proposed",
  approved: "Approved",
  rejected: "Rejected",
  superseded: "Superseded",
};

/** How a person had signed in who answered, within a sentence. */
export const signedInWords: Record<string, string> = {
  password: "signed in by password",
  mail: "signed in by a mailed link",
  "OpenID Connect": "signed in by OpenID Connect",
  "API token": "by an API token",
  unknown: "signed in before this was written down",
};

export function architectureName(key: string): string {
  return architectureNames[key as Architecture] ?? key;
}

/** "Decided on 3 March 2027: own servers". */
export function decidedWords({ at, architecture }: { at: string; architecture: string }): string {
  return `Decided on ${formatDay(at.slice(0, 10))}: ${architectureName(architecture).toLowerCase()}`;
}
