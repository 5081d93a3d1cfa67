"use server";

import { z } from "zod";
import { emailSchema } from "@/lib/schemas/person";
import { askForLink } from "@/lib/server/auth/mailed-links";
import { action } from "@/lib/server/http/action";

export const askResetAction = action(
  {
    name: "askResetAction",
    requires: "nobody",
    input: z.tuple([z.strictObject({ email: emailSchema })]),
  },
  async ({ input: [{ email }], origin }) => askForLink("reset", email, origin),
);
