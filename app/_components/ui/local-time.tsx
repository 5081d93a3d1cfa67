"use client";

import { formatDay, formatTime } from "@/lib/format";
import { useIsMounted } from "./use-is-mounted";

/** A moment on the reader's clock: the day, and the time where it was today. @param at ISO 8601, UTC */
export function LocalTime({ at }: { at: string }) {
  const isMounted = useIsMounted();
  const date = new Date(at);
  const isToday = isMounted && date.toDateString() === new Date().toDateString();
  return (
    <time dateTime={at}>
      {isMounted ? (isToday ? `Today, ${formatTime(date)}` : formatDay(date)) : at.slice(0, 10)}
    </time>
  );
}
