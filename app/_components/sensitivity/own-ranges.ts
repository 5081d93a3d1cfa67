import type { OwnRanges } from "@/lib/analysis/sensitivity/input-range";
import type { Notes } from "@/lib/draft/model";

/** What is stated of the spreads of inputs, among what is noted beside them. */
export function ownRanges(notes: Notes): OwnRanges {
  return Object.fromEntries(
    Object.entries(notes)
      .filter(([, { range, evidence }]) => range !== undefined || evidence !== undefined)
      .map(([key, { range, evidence }]) => [key, { ...(range && { range }), ...(evidence && { evidence }) }]),
  );
}
