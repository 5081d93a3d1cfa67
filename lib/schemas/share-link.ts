import { z } from "./zod";

/** The longest that a link can live, days. */
export const longestLinkDays = 366;

const today = () => new Date().toISOString().slice(0, 10);
const daysFromNow = (day: string) => (Date.parse(`${day}T00:00:00Z`) - Date.parse(`${today()}T00:00:00Z`)) / 86_400_000;

/** What somebody says of a new link. */
export const linkSchema = z.strictObject({
  label: z
    .string("What it is for must be text.")
    .trim()
    .max(100, "What it is for may have 100 characters. Shorten it."),
  /** The last day on which it opens, UTC. */
  lastDay: z.iso
    .date("Say on which day it ends.")
    .refine((day) => daysFromNow(day) >= 0, "This day has passed. Choose a later one.")
    .refine(
      (day) => daysFromNow(day) < longestLinkDays,
      `A link lives for at most ${longestLinkDays} days. Choose an earlier day.`,
    ),
  /** Empty for none. */
  password: z
    .string("Password must be text.")
    .max(256, "Password must have at most 256 characters.")
    .refine((password) => password === "" || [...password].length >= 8, "Password must have at least 8 characters."),
  mayDownload: z.boolean(),
  /** Keeps to the revision that stands now. */
  isFrozen: z.boolean(),
  leavesOutPay: z.boolean(),
  leavesOutNotes: z.boolean(),
  leavesOutComments: z.boolean(),
});

export type LinkDraft = z.infer<typeof linkSchema>;

/** A link as whoever shares the model sees it; plain values only, so that it can cross to the browser. */
export interface LinkCard {
  id: string;
  label: string;
  createdBy: string;
  /** ISO 8601, UTC. */
  createdAt: string;
  expiresAt: string;
  /** Null while it stands. */
  revokedAt: string | null;
  hasPassword: boolean;
  mayDownload: boolean;
  /** Null where it shows the model as it stands. */
  frozenRevision: number | null;
  leavesOutPay: boolean;
  leavesOutNotes: boolean;
  leavesOutComments: boolean;
  openedCount: number;
  lastOpenedAt: string | null;
}
