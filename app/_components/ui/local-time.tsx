"use client";

import { formatDay, formatTime } from "@/lib/format";
import { useIsMounted } from "./use-is-mounted";

interface LocalTimeProps {
  /** ISO 8601, UTC. */
  at: string;
  /** Day and time whatever the day is: on paper no day stays today. */
  isWhole?: boolean;
  /** The mouse shows the exact moment, in UTC. */
  isHinted?: boolean;
}

/** A moment on the reader's clock: the day, and the time where it was today. */
export function LocalTime({ at, isWhole = false, isHinted = false }: LocalTimeProps) {
  const isMounted = useIsMounted();
  const date = new Date(at);
  const isToday = isMounted && date.toDateString() === new Date().toDateString();
  const day = isToday && !isWhole ? "Today" : formatDay(date);
  const words = isToday || isWhole ? `${day}, ${formatTime(date)}` : day;
  return (
    <time dateTime={at} title={isHinted ? at : undefined}>
      {isMounted ? words : at.slice(0, 10)}
    </time>
  );
}
