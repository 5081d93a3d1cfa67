/** "2027-01" of the first of a month, UTC. */
export function monthText(date: Date): string {
  return date.toISOString().slice(0, 7);
}

export function monthDate(month: string): Date {
  return new Date(`${month}-01T00:00:00Z`);
}

/** "2027-01-15" of a day, UTC. */
export function dayText(date: Date): string {
  return date.toISOString().slice(0, 10);
}

export function dayDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The month after the one that `now` falls in. */
export function nextMonth(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1));
}

/** The month before the one that `now` falls in. */
export function previousMonth(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1));
}
