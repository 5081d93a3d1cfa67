"use server";

import { z } from "zod";
import type { Outcome } from "@/lib/outcome";
import { typedPasswordSchema } from "@/lib/schemas/person";
import { text } from "@/lib/schemas/text";
import { setOwnPassword } from "@/lib/server/auth/own-password";
import { beginFactor, confirmFactor, makeNewCodes, turnFactorOff } from "@/lib/server/auth/second-factor/own-factor";
import { endSessions } from "@/lib/server/auth/sessions";
import { action } from "@/lib/server/http/action";

const typed = text("What you typed").max(1_024);

/** What takes nothing but a fresh proof of who asks. */
const confirmed = { requires: "user", confirms: true, input: z.tuple([]) } as const;

export const setPasswordAction = action(
  {
    name: "setPasswordAction",
    requires: "user",
    input: z.tuple([z.strictObject({ present: typed, password: typedPasswordSchema, endsTokens: z.boolean() })]),
  },
  async ({ input: [given], user, origin }) => setOwnPassword(user, given, origin),
);

export const beginFactorAction = action({ name: "beginFactorAction", ...confirmed }, async ({ confirmation }) =>
  beginFactor(confirmation),
);

export const confirmFactorAction = action(
  {
    name: "confirmFactorAction",
    requires: "user",
    input: z.tuple([z.strictObject({ code: typed })]),
  },
  async ({ input: [{ code }], user, origin }) => confirmFactor(user, code, origin),
);

export const turnFactorOffAction = action(
  { name: "turnFactorOffAction", ...confirmed },
  async ({ confirmation, origin }) => turnFactorOff(confirmation, origin),
);

export const makeNewCodesAction = action(
  { name: "makeNewCodesAction", ...confirmed },
  async ({ confirmation, origin }) => makeNewCodes(confirmation, origin),
);

/** Ends one of the person's sessions, or all but this one, and then their API tokens too where that is wanted. */
export const endSessionsAction = action(
  {
    name: "endSessionsAction",
    requires: "user",
    input: z.tuple([z.union([z.uuid(), z.literal("others")]), z.boolean()]),
  },
  async ({ input: [which, endsTokens], user, origin }): Promise<Outcome> => {
    await endSessions(user, which === "others" ? which : [which], origin, endsTokens);
    return { ok: true };
  },
);
