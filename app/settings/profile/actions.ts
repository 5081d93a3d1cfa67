"use server";

import { z } from "zod";
import { emailSchema, personNameSchema, tokenSchema } from "@/lib/schemas/person";
import { text } from "@/lib/schemas/text";
import { action } from "@/lib/server/action";
import { askForNewAddress, changeAddress } from "@/lib/server/auth/own-address";
import type { OwnOutcome } from "@/lib/server/auth/own-password";
import { renameOwn } from "@/lib/server/auth/own-security";

export const renameAction = action(
  {
    requires: "user",
    input: z.tuple([z.strictObject({ name: personNameSchema })]),
    refuse: (faults): OwnOutcome => ({ ok: false, faults }),
  },
  async ({ input: [{ name }], user }): Promise<OwnOutcome> => {
    await renameOwn(user, name);
    return { ok: true };
  },
);

export const askForNewAddressAction = action(
  {
    requires: "user",
    input: z.tuple([z.strictObject({ email: emailSchema, present: text("What you typed").max(1_024) })]),
    refuse: (faults): OwnOutcome => ({ ok: false, faults }),
  },
  async ({ input: [given], user }) => askForNewAddress(user, given),
);

export const changeAddressAction = action(
  {
    requires: "user",
    input: z.tuple([z.strictObject({ token: tokenSchema })]),
    refuse: (faults): OwnOutcome => ({ ok: false, faults }),
  },
  async ({ input: [{ token }], user, origin }) => changeAddress(user, token, origin),
);
