import "server-only";
import type { OrganisationRole } from "@/lib/organisations/roles";
import { type Refusal, refused } from "@/lib/outcome";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { personFrame } from "@/lib/server/access/person-frame";

/** That a person may belong to: each of their pages names all of them. */
const mostOrganisations = 100;

export interface OwnOrganisation {
  id: string;
  name: string;
  role: OrganisationRole;
}

/** The organisations that the person belongs to, the one they joined first before the others. */
export async function listOrganisations(user: AuthenticatedUser): Promise<OwnOrganisation[]> {
  const { organisations } = await personFrame(user);
  return organisations.map(({ id, name, role }) => ({ id, name, role }));
}

/** Why the person can belong to no other organisation; null where they can, or belong to it already. Two requests at once may pass the bound by one. */
export async function refuseAnother(user: AuthenticatedUser, organisationId?: string): Promise<Refusal | null> {
  const own = await listOrganisations(user);
  if (own.length < mostOrganisations || own.some(({ id }) => id === organisationId)) return null;
  return refused(
    "form",
    `You belong to ${mostOrganisations} organisations, as many as one person may. Leave one that you do not need, or have it deleted.`,
  );
}
