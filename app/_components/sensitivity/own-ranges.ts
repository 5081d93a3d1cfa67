import { isOwnRange, type OwnRanges } from "@/lib/analysis/sensitivity/input-range";
import type { Notes } from "@/lib/draft/model";

/** The ends of ranges among what was stated beside inputs. */
export function ownRanges(notes: Notes): OwnRanges {
  return Object.fromEntries(
    Object.entries(notes)
      .filter(([, stated]) => isOwnRange(stated))
      .map(([key, { low, high }]) => [key, { ...(low !== undefined && { low }), ...(high !== undefined && { high }) }]),
  );
}
