"use server";

import { z } from "zod";
import type { Outcome } from "@/lib/outcome";
import { text } from "@/lib/schemas/text";
import { confirmIdentity } from "@/lib/server/auth/confirm-identity";
import { askForLink } from "@/lib/server/auth/mailed-links";
import { action } from "@/lib/server/http/action";

/** Takes the proof that the dialog asks for, before what a session alone must not do. */
export const confirmAction = action(
  {
    name: "confirmAction",
    requires: "user",
    input: z.tuple([z.strictObject({ present: text("What you typed").max(1_024) })]),
  },
  async ({ input: [{ present }], user, origin }): Promise<Outcome> => {
    const confirmed = await confirmIdentity(user, present, origin);
    return confirmed.ok ? { ok: true } : confirmed;
  },
);

/** Does nothing: a page asks with it before it leads to a download that takes a proof. */
export const isConfirmedAction = action(
  {
    name: "isConfirmedAction",
    requires: "user",
    confirms: true,
    input: z.tuple([]),
  },
  async (): Promise<Outcome> => ({ ok: true }),
);

/** For someone without a password: a link to the account's own address, with which they sign in anew. */
export const mailOwnLinkAction = action(
  {
    name: "mailOwnLinkAction",
    requires: "user",
    input: z.tuple([]),
  },
  async ({ user, origin }): Promise<Outcome> => askForLink("sign-in", user.email, origin),
);
