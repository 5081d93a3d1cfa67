"use server";

import { z } from "zod";
import { typedPasswordSchema } from "@/lib/schemas/person";
import { text } from "@/lib/schemas/text";
import { action } from "@/lib/server/action";
import { type OwnOutcome, setOwnPassword } from "@/lib/server/auth/own-password";
import {
  beginFactor,
  confirmFactor,
  makeNewCodes,
  type NewCodesOutcome,
  type NewFactorOutcome,
  turnFactorOff,
} from "@/lib/server/auth/second-factor/own-factor";
import { endSessions } from "@/lib/server/auth/sessions";

const typed = text("What you typed").max(1_024);

export const setPasswordAction = action(
  {
    requires: "user",
    input: z.tuple([z.strictObject({ present: typed, password: typedPasswordSchema })]),
    refuse: (faults): OwnOutcome => ({ ok: false, faults }),
  },
  async ({ input: [given], user, origin }) => setOwnPassword(user, given, origin),
);

export const beginFactorAction = action(
  { requires: "user", input: z.tuple([]), refuse: (faults): NewFactorOutcome => ({ ok: false, faults }) },
  async ({ user }) => beginFactor(user),
);

export const confirmFactorAction = action(
  {
    requires: "user",
    input: z.tuple([z.strictObject({ code: typed })]),
    refuse: (faults): NewCodesOutcome => ({ ok: false, faults }),
  },
  async ({ input: [{ code }], user, origin }) => confirmFactor(user, code, origin),
);

export const turnFactorOffAction = action(
  {
    requires: "user",
    input: z.tuple([z.strictObject({ present: typed })]),
    refuse: (faults): OwnOutcome => ({ ok: false, faults }),
  },
  async ({ input: [{ present }], user, origin }) => turnFactorOff(user, present, origin),
);

export const makeNewCodesAction = action(
  {
    requires: "user",
    input: z.tuple([z.strictObject({ present: typed })]),
    refuse: (faults): NewCodesOutcome => ({ ok: false, faults }),
  },
  async ({ input: [{ present }], user, origin }) => makeNewCodes(user, present, origin),
);

/** Ends one of the person's sessions, or all but this one. */
export const endSessionsAction = action(
  {
    requires: "user",
    input: z.tuple([z.union([z.uuid(), z.literal("others")])]),
    refuse: (faults): OwnOutcome => ({ ok: false, faults }),
  },
  async ({ input: [which], user, origin }): Promise<OwnOutcome> => {
    await endSessions(user, which === "others" ? which : [which], origin);
    return { ok: true };
  },
);
