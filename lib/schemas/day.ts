import { z } from "./zod";

/** Before it PostgreSQL, which has no year 0, takes no day, and no moment either. */
const firstDay = "0001-01-01";

/** A day of the calendar that can be stored, "2027-01-15". */
export function day(message: string) {
  return z.iso.date({ error: message }).refine((text) => text >= firstDay, message);
}

/** A moment that can be stored, ISO 8601 in UTC. */
export function moment() {
  return z.iso.datetime().refine((text) => text >= firstDay);
}
