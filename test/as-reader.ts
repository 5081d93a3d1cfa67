import { AsyncLocalStorage } from "node:async_hooks";
import { sharedState } from "@/lib/web-process/shared-state";

/** Does something as server/server.ts does it for a reader who writes numbers with these marks. */
export function asReader<R>(marks: string, work: () => R): R {
  sharedState.readers ??= new AsyncLocalStorage();
  return sharedState.readers.run({ marks }, work);
}

/** The marks of readers of every kind that there is, by a language that has them. */
export const marksOf = {
  "en-GB": ",.",
  "de-DE": ".,",
  "fr-FR": "\u00a0,",
  "de-CH": "\u2019.",
  "en-IN": ",.2",
} as const;
