"use server";

import { z } from "zod";
import type { Outcome } from "@/lib/outcome";
import { emailSchema, personNameSchema, tokenSchema } from "@/lib/schemas/person";
import { askForNewAddress, changeAddress } from "@/lib/server/auth/own-address";
import { renameOwn } from "@/lib/server/auth/own-security";
import { action } from "@/lib/server/http/action";

export const renameAction = action(
  {
    name: "renameAction",
    requires: "user",
    input: z.tuple([z.strictObject({ name: personNameSchema })]),
  },
  async ({ input: [{ name }], user }): Promise<Outcome> => {
    await renameOwn(user, name);
    return { ok: true };
  },
);

export const askForNewAddressAction = action(
  {
    name: "askForNewAddressAction",
    requires: "user",
    confirms: true,
    input: z.tuple([z.strictObject({ email: emailSchema })]),
  },
  async ({ input: [given], confirmation }) => askForNewAddress(confirmation, given),
);

export const changeAddressAction = action(
  {
    name: "changeAddressAction",
    requires: "user",
    input: z.tuple([z.strictObject({ token: tokenSchema })]),
  },
  async ({ input: [{ token }], user, origin }) => changeAddress(user, token, origin),
);
