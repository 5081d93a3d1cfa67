"use server";

import { z } from "zod";
import { tokenSchema, typedPasswordSchema } from "@/lib/schemas/person";
import { action } from "@/lib/server/action";
import { type ResetOutcome, resetPassword } from "@/lib/server/auth/password-resets";

export const resetPasswordAction = action(
  {
    requires: "nobody",
    input: z.tuple([z.strictObject({ token: tokenSchema, password: typedPasswordSchema })]),
    refuse: (faults): ResetOutcome => ({ ok: false, faults }),
  },
  async ({ input: [{ token, password }], origin }) => resetPassword(token, password, origin),
);
