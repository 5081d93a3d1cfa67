import "server-only";
import type { OrganisationRole } from "@/lib/schemas/organisation";
import type { AuthenticatedUser } from "@/lib/server/access";
import { inScope } from "@/lib/server/scope";

export interface OwnOrganisation {
  id: string;
  name: string;
  role: OrganisationRole;
}

/** The organisations that the person belongs to, the one they joined first before the others. */
export async function listOrganisations(user: AuthenticatedUser): Promise<OwnOrganisation[]> {
  const memberships = await inScope({ user: user.id }, (tx) =>
    tx.membership.findMany({
      where: { userId: user.id },
      orderBy: [{ createdAt: "asc" }, { organisationId: "asc" }],
      select: { role: true, organisation: { select: { id: true, name: true } } },
    }),
  );
  return memberships.map(({ role, organisation }) => ({ ...organisation, role }));
}
