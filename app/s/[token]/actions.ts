"use server";

import { notFound } from "next/navigation";
import { z } from "zod";
import { type Outcome, refused } from "@/lib/outcome";
import { tokenSchema, typedPasswordSchema } from "@/lib/schemas/person";
import { keepLinkSeal } from "@/lib/server/crypto/link-seal";
import { action } from "@/lib/server/http/action";
import type { CreateOutcome } from "@/lib/server/models/create-model";
import { currentOrganisation, noOrganisation } from "@/lib/server/organisations/current-organisation";
import { copyLinkedModel } from "@/lib/server/sharing/copy-linked-model";
import { countOpening } from "@/lib/server/sharing/count-opening";
import { tryLinkPassword } from "@/lib/server/sharing/unlock-link";

export const unlockLinkAction = action(
  {
    name: "unlockLinkAction",
    requires: "nobody",
    input: z.tuple([tokenSchema, typedPasswordSchema]),
    // A tuple's places have no names; what was typed is the password.
    refuse: (faults): Outcome => ({
      ok: false,
      faults: faults.map(({ message }) => ({ key: "password", message })),
    }),
  },
  async ({ input: [token, password], origin }): Promise<Outcome> => {
    const tried = await tryLinkPassword(token, password, origin);
    if (tried === null) notFound();
    if ("faults" in tried) return { ok: false, faults: tried.faults };
    await keepLinkSeal(token, tried.seal);
    return { ok: true };
  },
);

export const countOpeningAction = action(
  {
    name: "countOpeningAction",
    requires: "link:view",
    input: z.tuple([tokenSchema]),
    refuse: (faults): { ok: boolean } => ({ ok: faults.length === 0 }),
  },
  async ({ access, origin }): Promise<{ ok: boolean }> => {
    await countOpening(access, origin);
    return { ok: true };
  },
);

export const copyLinkedModelAction = action(
  {
    name: "copyLinkedModelAction",
    requires: "link:copy",
    input: z.tuple([tokenSchema]),
  },
  async ({ access, user, origin }): Promise<CreateOutcome> => {
    const into = await currentOrganisation(user);
    if (!into) return refused("form", noOrganisation);
    return copyLinkedModel(access, into, origin);
  },
);
