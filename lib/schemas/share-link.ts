import { nameText, text } from "./text";
import { z } from "./zod";

/** The longest that a link can live, days: a year, and the rest of its last day. */
export const longestLinkDays = 367;

const day = 24 * 60 * 60 * 1_000;

/** What a new link is to be. */
export const linkSchema = z.strictObject({
  label: nameText("What it is for", 100, {
    empty: null,
    tooLong: "What it is for may have 100 characters. Shorten it.",
  }),
  /** Its last moment. People choose a day, and it opens until that day ends where they are: only their browser knows when. */
  expiresAt: z.iso
    .datetime("Choose the day on which it ends.")
    .refine((at) => Date.parse(at) > Date.now(), "This day has passed. Choose a later one.")
    .refine(
      (at) => Date.parse(at) < Date.now() + longestLinkDays * day,
      "A link lives for at most a year. Choose an earlier day.",
    ),
  /** Empty for none. */
  password: text("Password")
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
