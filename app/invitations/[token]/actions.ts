"use server";

import { z } from "zod";
import { tokenSchema } from "@/lib/schemas/person";
import { action } from "@/lib/server/action";
import { mailNoticesAfterwards } from "@/lib/server/notices/mail-notices";
import { type AcceptOutcome, acceptInvitation } from "@/lib/server/sharing/accept-invitation";

export const acceptInvitationAction = action(
  {
    requires: "user",
    input: z.tuple([tokenSchema]),
    refuse: (faults): AcceptOutcome => ({ ok: false, faults }),
  },
  async ({ input: [token], user, origin }) => {
    mailNoticesAfterwards(user);
    return acceptInvitation(user, token, origin);
  },
);
