import "server-only";
import { authorizeCurrentOrganisation, type OrganisationViewAccess } from "@/lib/server/access/organisation";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { readOwnCookie, setOwnCookie } from "@/lib/server/runtime/cookies";

const name = "organisation";
const year = 365 * 24 * 60 * 60;

/** Where a person who belongs to no organisation wants to keep something. */
export const noOrganisation = "You belong to no organisation. Make one under Settings, or ask to be invited to one.";

/** The organisation that this browser was last switched to; proves nothing. */
export async function chosenOrganisation(): Promise<string | undefined> {
  return readOwnCookie(name);
}

/** The organisation that the person works in at present; null where they belong to none. */
export async function currentOrganisation(user: AuthenticatedUser): Promise<OrganisationViewAccess | null> {
  return authorizeCurrentOrganisation(user, await chosenOrganisation());
}

/** Lets this browser open with this organisation from now on; it proves nothing, and is asked for again at each request. */
export async function rememberOrganisation(organisationId: string): Promise<void> {
  await setOwnCookie(name, organisationId, year);
}
