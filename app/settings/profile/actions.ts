"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { Outcome } from "@/lib/outcome";
import { emailSchema, personNameSchema, tokenSchema } from "@/lib/schemas/person";
import { askForNewAddress, changeAddress } from "@/lib/server/auth/own-address";
import { renameOwn } from "@/lib/server/auth/own-security";
import { action } from "@/lib/server/http/action";
import { setCsvFormat } from "@/lib/server/people/csv-format";
import { decimalMarks, separators } from "@/lib/value/csv-format";

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

export const setCsvFormatAction = action(
  {
    name: "setCsvFormatAction",
    requires: "user",
    input: z.tuple([
      z.strictObject({
        separator: z.enum(Object.keys(separators) as (keyof typeof separators)[]),
        decimal: z.enum(Object.keys(decimalMarks) as (keyof typeof decimalMarks)[]),
      }),
    ]),
  },
  async ({ input: [format], user }): Promise<Outcome> => {
    await setCsvFormat(user, format);
    // Every page says it to what makes files in the browser.
    revalidatePath("/", "layout");
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
