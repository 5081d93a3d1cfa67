"use client";

import {
  formatDay,
  formatMoment,
  formatMomentInUtc,
  formatTime,
  formatZonedTime,
  localDay,
} from "@/lib/value/calendar";
import { useIsMounted } from "./hydration/use-is-mounted";

interface LocalTimeProps {
  /** ISO 8601, UTC. */
  at: string;
  /** The end of a period, usually on the same day. */
  until?: string | undefined;
  /** Always with day and time: for ends of validity, and for paper, where no day stays today. */
  isWhole?: boolean;
  /** The tooltip shows the exact moment, in UTC. */
  isHinted?: boolean;
}

/**
 * A moment on the reader's clock: the day, and the time with its zone where it was today. Not for a day of the
 * calendar, which is the same for every reader (formatDay).
 */
export function LocalTime({ at, until, isWhole = false, isHinted = false }: LocalTimeProps) {
  const isMounted = useIsMounted();
  const isShort = !isWhole && until === undefined;
  // The server does not know the reader's zone.
  if (!isMounted) {
    return <time dateTime={at}>{isShort ? `${formatDay(at.slice(0, 10))} UTC` : formatMomentInUtc(at)}</time>;
  }
  const date = new Date(at);
  const day = localDay(date);
  const isToday = day === localDay(new Date());
  const time = until === undefined ? formatZonedTime(date) : `${formatTime(date)} to ${endOf(day, new Date(until))}`;
  return (
    <time dateTime={at} title={isHinted ? at : isShort ? formatMoment(date) : undefined}>
      {isToday && !isWhole ? `Today, ${time}` : isShort ? formatDay(day) : `${formatDay(day)}, ${time}`}
    </time>
  );
}

function endOf(day: string, until: Date): string {
  return localDay(until) === day ? formatZonedTime(until) : formatMoment(until);
}
