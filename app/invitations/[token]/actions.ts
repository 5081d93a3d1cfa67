"use server";

import type { Outcome } from "@/lib/outcome";
import { routes } from "@/lib/routes";
import { tokenSchema } from "@/lib/schemas/person";
import { z } from "@/lib/schemas/zod";
import { action } from "@/lib/server/http/action";
import { mailNoticesAfterwards } from "@/lib/server/notices/mail-notices";
import { rememberOrganisation } from "@/lib/server/organisations/current-organisation";
import { joinOrganisation } from "@/lib/server/organisations/join-organisation";
import { acceptInvitation } from "@/lib/server/sharing/accept-invitation";

/** Where to go on; or why the link opened nothing. */
type Accepted = Outcome<{ next: string }>;

const input = z.tuple([tokenSchema]);

export const acceptInvitationAction = action(
  { name: "acceptInvitationAction", requires: "user", input },
  async ({ input: [token], user, origin }): Promise<Accepted> => {
    mailNoticesAfterwards(user);
    const outcome = await acceptInvitation(user, token, origin);
    return outcome.ok ? { ok: true, next: routes.model(outcome.modelId) } : outcome;
  },
);

export const joinOrganisationAction = action(
  { name: "joinOrganisationAction", requires: "user", input },
  async ({ input: [token], user, origin }): Promise<Accepted> => {
    const outcome = await joinOrganisation(user, token, origin);
    if (!outcome.ok) return outcome;
    await rememberOrganisation(outcome.access.organisationId);
    return { ok: true, next: routes.models };
  },
);
