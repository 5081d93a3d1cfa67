import "server-only";
import type { OrganisationRole } from "@/lib/organisations/roles";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { personFrame } from "@/lib/server/access/person-frame";

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
