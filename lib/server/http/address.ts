import "server-only";
import { isLinkNeed, isOrganisationNeed, type Requirement } from "@/lib/server/access/prove";

export type Params = Record<string, string | string[] | undefined>;

/** The parameters of an address, which stand in it in brackets: "/models/[id]", "/api/auth/[...nextauth]". */
export type ParamsOf<Name extends string> = Name extends `${string}[...${infer Rest}]`
  ? Record<Rest, string[]>
  : Name extends `${string}[${infer One}]${infer Rest}`
    ? Record<One, string> & ParamsOf<Rest>
    : Record<never, never>;

/** What an address names, by what is required of it: a link as [token], an organisation as [organisationId], a model as [id]. */
export function namedIn(requires: Requirement, params: Params): unknown {
  if (isLinkNeed(requires)) return params.token;
  return isOrganisationNeed(requires) ? params.organisationId : params.id;
}
