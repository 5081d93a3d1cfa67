"use server";

import { z } from "zod";
import { tokenSchema, typedPasswordSchema } from "@/lib/schemas/person";
import { type ResetOutcome, resetPassword } from "@/lib/server/auth/password-resets";
import { action } from "@/lib/server/http/action";

export const resetPasswordAction = action(
  {
    requires: "nobody",
    input: z.tuple([z.strictObject({ token: tokenSchema, password: typedPasswordSchema })]),
    refuse: (faults): ResetOutcome => ({ ok: false, faults }),
  },
  async ({ input: [{ token, password }], origin }) => resetPassword(token, password, origin),
);
