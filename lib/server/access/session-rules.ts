const day = 24 * 60 * 60 * 1_000;

export const sessionMaxAgeSeconds = 30 * 24 * 60 * 60;

interface SessionTimes {
  createdAt: Date;
  seenAt: Date;
  endedAt: Date | null;
}

/** A session lasts until it is ended, 30 days at most, and 7 days after it was last seen. */
export function isSessionLive({ createdAt, seenAt, endedAt }: SessionTimes, now: Date): boolean {
  if (endedAt !== null) return false;
  return now.getTime() - createdAt.getTime() < 30 * day && now.getTime() - seenAt.getTime() < 7 * day;
}

/** Being seen is written down at most every five minutes: reading a page is then not a write. */
const betweenSightings = 5 * 60 * 1_000;

export function isSightingDue(seenAt: Date, now: Date): boolean {
  return now.getTime() - seenAt.getTime() >= betweenSightings;
}

/** When a session is to be judged anew, though nothing of it has changed: it is seen again, or over. */
export function nextLook({ createdAt, seenAt }: Omit<SessionTimes, "endedAt">): Date {
  return new Date(Math.min(seenAt.getTime() + betweenSightings, createdAt.getTime() + 30 * day));
}

/** For ten minutes after someone has proven once more who they are, what a session alone may not do is done without asking again. */
export function isProofFresh(confirmedAt: Date | null, now: Date): boolean {
  const age = confirmedAt === null ? Number.POSITIVE_INFINITY : now.getTime() - confirmedAt.getTime();
  return age < 10 * 60 * 1_000;
}
