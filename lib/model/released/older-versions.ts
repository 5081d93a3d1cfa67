import type { ReleasedInput } from "./released-input";
import version1 from "./version-1.json" with { type: "json" };

/**
 * The inputs of each version before the present one, by its number, as its table beside this file has them (version-N.csv, of which
 * version-N.json holds what figures rest on). The present one's are the declarations. To raise the version, add the table of the one
 * before it here: models stored under it are read by it from then on.
 */
export const olderVersions: ReadonlyMap<number, readonly ReleasedInput[]> = new Map([[1, version1]]);
