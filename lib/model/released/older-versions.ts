import { version1 } from "./version-1";

/** What an earlier version said of an input, in US dollars: its default, what values it took, and its usual range if it had one. */
export type ReleasedInput =
  | { key: string; default: number; min: number; max: number; integer: boolean; low?: number; high?: number }
  | { key: string; default: string; choices: readonly string[] };

/**
 * The inputs of each version before the present one, by its number, as its table beside this file has them (version-N.csv). The present
 * one's are the declarations. To raise the version, add the table of the one before it here: models stored under it are read by it from then on.
 */
export const olderVersions: ReadonlyMap<number, readonly ReleasedInput[]> = new Map([[1, version1]]);
