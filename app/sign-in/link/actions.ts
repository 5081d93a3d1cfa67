"use server";

import { z } from "zod";
import { emailSchema } from "@/lib/schemas/person";
import { askForLink } from "@/lib/server/auth/mailed-links";
import { action } from "@/lib/server/http/action";

export const askSignInLinkAction = action(
  {
    name: "askSignInLinkAction",
    requires: "nobody",
    input: z.tuple([z.strictObject({ email: emailSchema })]),
  },
  async ({ input: [{ email }], origin }) => askForLink("sign-in", email, origin),
);
