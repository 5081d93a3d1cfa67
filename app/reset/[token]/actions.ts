"use server";

import { z } from "zod";
import { tokenSchema, typedPasswordSchema } from "@/lib/schemas/person";
import { resetPassword } from "@/lib/server/auth/password-resets";
import { action } from "@/lib/server/http/action";

export const resetPasswordAction = action(
  {
    name: "resetPasswordAction",
    requires: "nobody",
    input: z.tuple([z.strictObject({ token: tokenSchema, password: typedPasswordSchema })]),
  },
  async ({ input: [{ token, password }], origin }) => resetPassword(token, password, origin),
);
