import { isOwnRange, type OwnRanges } from "@/lib/analysis/sensitivity/input-range";
import type { Notes } from "@/lib/draft/model";

/** The stated ranges among the details of inputs. */
export function ownRanges(notes: Notes): OwnRanges {
  return Object.fromEntries(
    Object.entries(notes)
      .filter(([, range]) => isOwnRange(range))
      .map(([key, { low, high }]) => [key, { ...(low !== undefined && { low }), ...(high !== undefined && { high }) }]),
  );
}
