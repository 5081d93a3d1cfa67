"use server";

import { z } from "zod";
import { emailSchema } from "@/lib/schemas/person";
import { action } from "@/lib/server/action";
import { type AskOutcome, askForLink } from "@/lib/server/auth/mailed-links";

export const askSignInLinkAction = action(
  {
    requires: "nobody",
    input: z.tuple([z.strictObject({ email: emailSchema })]),
    refuse: (faults): AskOutcome => ({ ok: false, faults }),
  },
  async ({ input: [{ email }], origin }) => askForLink("sign-in", email, origin),
);
