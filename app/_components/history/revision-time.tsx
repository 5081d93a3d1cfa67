"use client";

import { formatTime } from "@/lib/format";
import type { RevisionCard } from "@/lib/schemas/history";
import { LocalTime } from "../ui/local-time";
import { useIsMounted } from "../ui/use-is-mounted";

/** When a revision was saved: from its first save to its last, where that is longer than a minute. */
export function RevisionTime({ revision: { startedAt, savedAt } }: { revision: RevisionCard }) {
  const isMounted = useIsMounted();
  const [first, last] = [new Date(startedAt), new Date(savedAt)];
  const isLong = last.getTime() - first.getTime() >= 60_000;
  return (
    <span>
      <LocalTime at={startedAt} />
      {isMounted && isLong ? ` to ${formatTime(last)}` : ""}
    </span>
  );
}
