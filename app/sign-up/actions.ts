"use server";

import { z } from "zod";
import { emailSchema, personNameSchema, tokenSchema, typedPasswordSchema } from "@/lib/schemas/person";
import { signUp } from "@/lib/server/auth/sign-up";
import { action } from "@/lib/server/http/action";

export const signUpAction = action(
  {
    name: "signUpAction",
    requires: "nobody",
    input: z.tuple([
      z.strictObject({
        name: personNameSchema,
        email: emailSchema,
        password: typedPasswordSchema,
        invitation: tokenSchema.exactOptional(),
      }),
    ]),
  },
  async ({ input: [given], origin }) => signUp(given, origin),
);
