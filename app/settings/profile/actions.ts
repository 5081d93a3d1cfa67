"use server";

import { z } from "zod";
import { emailSchema, personNameSchema, tokenSchema } from "@/lib/schemas/person";
import { askForNewAddress, changeAddress } from "@/lib/server/auth/own-address";
import { renameOwn } from "@/lib/server/auth/own-security";
import { action } from "@/lib/server/http/action";
import type { OwnOutcome } from "@/lib/server/http/refused";

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
    confirms: true,
    input: z.tuple([z.strictObject({ email: emailSchema })]),
    refuse: (faults): OwnOutcome => ({ ok: false, faults }),
  },
  async ({ input: [given], confirmation }) => askForNewAddress(confirmation, given),
);

export const changeAddressAction = action(
  {
    requires: "user",
    input: z.tuple([z.strictObject({ token: tokenSchema })]),
    refuse: (faults): OwnOutcome => ({ ok: false, faults }),
  },
  async ({ input: [{ token }], user, origin }) => changeAddress(user, token, origin),
);
