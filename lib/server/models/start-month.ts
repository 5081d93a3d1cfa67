/** "2027-01" of the first of a month, UTC. */
export function monthText(date: Date): string {
  return date.toISOString().slice(0, 7);
}

export function monthDate(month: string): Date {
  return new Date(`${month}-01T00:00:00Z`);
}

/** The month after the one that `now` falls in. */
export function nextMonth(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1));
}
