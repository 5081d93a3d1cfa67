import type { ApiScope } from "@/lib/organisations/api-scopes";
import { authorizeOrganisation, type OrganisationViewAccess } from "@/lib/server/access/organisation";
import { createApiToken } from "@/lib/server/api/tokens";
import { addMember, confirmed, newPerson, organisationOf, someOrigin } from "../people";

/** A token of the access's person in its organisation. */
export async function tokenOf(access: OrganisationViewAccess, scopes: ApiScope[]): Promise<string> {
  const made = await createApiToken(access, confirmed(access.user), { name: "Script", scopes, days: 30 }, someOrigin());
  if (!made.ok) throw new Error("no token");
  return made.token;
}

/** Whose token asks: Ada's who owns the organisation, without and with the scope of figures; a member's; one of another organisation. */
export type Who = "reads" | "writes" | "members" | "mallorys";

/** Tokens of all of these, all but the first with every scope. */
export async function someTokens(): Promise<Record<Who, string>> {
  const [ada, max, mallory] = await Promise.all(["Ada", "Max", "Mallory"].map((name) => newPerson(name)));
  if (!ada || !max || !mallory) throw new Error("three people");
  const own = await organisationOf(ada.user);
  await addMember(own, max.user, "member");
  const member = await authorizeOrganisation(max.user, own.organisationId, "organisation:view");
  if (member === null || member === "refused") throw new Error("Max is a member");
  const all: ApiScope[] = ["models:read", "models:write", "figures:write"];
  return {
    reads: await tokenOf(own, ["models:read", "models:write"]),
    writes: await tokenOf(own, all),
    members: await tokenOf(member, all),
    mallorys: await tokenOf(await organisationOf(mallory.user), all),
  };
}
