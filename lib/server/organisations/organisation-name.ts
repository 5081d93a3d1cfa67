import "server-only";
import type { OrganisationViewAccess } from "@/lib/server/access/organisation";
import { inScope } from "@/lib/server/runtime/scope";

export async function organisationName({ organisationId, scope }: OrganisationViewAccess): Promise<string> {
  const found = await inScope(scope, (tx) =>
    tx.organisation.findFirstOrThrow({ where: { id: organisationId }, select: { name: true } }),
  );
  return found.name;
}
