"use server";

import { z } from "zod";
import type { FieldError, Outcome } from "@/lib/outcome";
import { newTokenSchema } from "@/lib/schemas/api/new-token";
import { createApiToken, revokeApiToken } from "@/lib/server/api/tokens";
import { action } from "@/lib/server/http/action";

export const createTokenAction = action(
  {
    name: "createTokenAction",
    requires: "organisation:view",
    confirms: true,
    input: z.tuple([z.uuid(), newTokenSchema]),
  },
  async ({ input: [, given], access, confirmation, origin }) => createApiToken(access, confirmation, given, origin),
);

export const revokeTokenAction = action(
  {
    name: "revokeTokenAction",
    requires: "organisation:view",
    input: z.tuple([z.uuid(), z.uuid()]),
    refuse: (faults: FieldError[]): Outcome => ({ ok: false, faults }),
  },
  async ({ input: [, id], access, origin }) => revokeApiToken(access, id, origin),
);
