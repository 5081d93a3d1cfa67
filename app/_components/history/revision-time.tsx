import type { RevisionCard } from "@/lib/draft/history";
import { LocalTime } from "../ui/local-time";

/** When a revision was saved: from its first save to its last, where that is longer than a minute. */
export function RevisionTime({ revision: { startedAt, savedAt } }: { revision: RevisionCard }) {
  const isLong = Date.parse(savedAt) - Date.parse(startedAt) >= 60_000;
  return <LocalTime at={startedAt} until={isLong ? savedAt : undefined} />;
}
