import "server-only";
import type { ApiScope } from "@/lib/organisations/api-scopes";
import { givenLinkSeal } from "@/lib/server/crypto/link-seal";
import { isWithinSteadyLimit } from "@/lib/server/runtime/limits/steady-limit";
import { currentUser } from "./current-user";
import { authorizeLink, type LinkAccess } from "./link";
import { authorizeModel, authorizeTokenModel, type ModelAccess, modelIdOf } from "./model";
import { authorizeOrganisation, authorizeTokenOrganisation, type OrganisationAccess } from "./organisation";
import {
  type AuthenticatedUser,
  type Confirmation,
  confirmationOf,
  holderOfApiToken,
  type SessionUser,
  type TokenHolder,
} from "./person";
import type { LinkNeed, LinkRights, ModelNeed, ModelRights, OrganisationNeed, OrganisationRights } from "./roles";

/**
 * Who may come in: anyone, who is signed in, or who may view, comment on, edit, share, … the model, or view, manage, own the organisation,
 * that the request names; or who holds the link whose token it names. To copy by a link takes both the link and being signed in.
 */
export type Requirement = "nobody" | "user" | ModelNeed | OrganisationNeed | LinkNeed;

/** @template User who it is: a person with a session, or the one of an API token */
export type Proven<Q extends Requirement, User = SessionUser> = Q extends "nobody"
  ? object
  : Q extends "user"
    ? { user: User }
    : Q extends OrganisationNeed
      ? { user: User; access: OrganisationAccess<OrganisationRights[Q & OrganisationNeed]> }
      : Q extends "link:copy"
        ? { user: User; access: LinkAccess<LinkRights["link:copy"]> }
        : Q extends LinkNeed
          ? { access: LinkAccess<LinkRights[Q & LinkNeed]> }
          : { user: User; access: ModelAccess<ModelRights[Q & ModelNeed]> };

/** The same where an API token is taken, by its scope: its holder stands beside it. */
export type ProvenBy<Q extends Requirement, Scope extends ApiScope | undefined> = Scope extends ApiScope
  ? Proven<Q, AuthenticatedUser> & { holder: TokenHolder }
  : Proven<Q>;

/** Set on what a session alone must not do: always, or as a function of the input says. */
export type Confirms = boolean | ((...args: never) => boolean) | undefined;

/** The fresh proof that such a door is handed besides; null where the input did not ask for one and there is none. */
export type Confirmed<C extends Confirms> = C extends true
  ? { confirmation: Confirmation }
  : C extends (...args: never) => boolean
    ? { confirmation: Confirmation | null }
    : object;

/** Why there is no proof for a request that comes with a session, or without one. What is not there and what is someone else's are both "notFound". */
type SessionReason =
  | "signedOut"
  | "notFound"
  | "forbidden"
  /** The link has a password, which has not been given. */
  | "locked";

/** And for one that has to show an API token. */
type TokenReason =
  /** It is missing, unknown, ended or outdated. */
  | "unknownToken"
  | "tokenTooOften"
  /** It lacks the scope. */
  | "tokenScope";

export type RefusalReason = SessionReason | TokenReason | "unconfirmed";

export interface Refused<Reason extends RefusalReason = RefusalReason> {
  refused: Reason;
}

/** An API token as the request shows it, and the scope that it must have; without a scope, the session counts and no token does. */
export interface ShownToken<Scope extends ApiScope | undefined> {
  scope: Scope;
  token: string | undefined;
}

/**
 * The proof that the request fulfils the requirement, or why it does not: the one way in, for actions, routes and pages.
 *
 * @param named the id or token that the request names the model, the organisation or the link by; not looked at yet
 * @param shown of a door of the API: no cookie counts there, and the proof keeps to the token's organisation, whatever is named
 */
export async function prove<Q extends Requirement, Scope extends ApiScope | undefined = undefined>(
  requires: Q,
  named: unknown,
  shown?: ShownToken<Scope>,
): Promise<ProvenBy<Q, Scope> | Refused<SessionReason | (Scope extends ApiScope ? TokenReason : never)>> {
  const proof =
    shown?.scope === undefined
      ? await proveBySession(requires, named)
      : await proveByToken(requires, named, shown.token, shown.scope);
  return proof as Awaited<ReturnType<typeof prove<Q, Scope>>>;
}

/** The fresh proof that the request's session carries, for a door that may take one; refused where it is needed and there is none. */
export async function proveAfresh<C extends Confirms>(
  confirms: C,
  isNeeded: boolean,
): Promise<Confirmed<C> | Refused<"unconfirmed">> {
  const user = confirms ? await currentUser() : null;
  const confirmation = user && (await confirmationOf(user));
  if (isNeeded && confirmation === null) return { refused: "unconfirmed" };
  return (confirms ? { confirmation } : {}) as Confirmed<C>;
}

export function isRefused<Reason extends RefusalReason>(proof: object | Refused<Reason>): proof is Refused<Reason> {
  return "refused" in proof;
}

async function proveBySession(requires: Requirement, named: unknown): Promise<object | Refused<SessionReason>> {
  if (requires === "nobody") return {};
  if (isLinkNeed(requires)) return proveLink(requires, named);
  const user = await currentUser();
  if (user === null) return { refused: "signedOut" };
  if (requires === "user") return { user };
  const access = isOrganisationNeed(requires)
    ? await authorizeOrganisation(user, named, requires)
    : await authorizeModel(user, named, requires);
  return judged(user, access);
}

async function proveLink(requires: LinkNeed, token: unknown): Promise<object | Refused<SessionReason>> {
  const access = await authorizeLink(token, await givenLinkSeal(), requires);
  if (access === null) return { refused: "notFound" };
  if (access === "locked") return { refused: "locked" };
  if (access === "refused") return { refused: "forbidden" };
  if (requires !== "link:copy") return { access };
  const user = await currentUser();
  return user === null ? { refused: "signedOut" } : { user, access };
}

async function proveByToken(
  requires: Requirement,
  named: unknown,
  token: string | undefined,
  scope: ApiScope,
): Promise<object | Refused<SessionReason | TokenReason>> {
  const modelId = isModelNeed(requires) ? modelIdOf(named) : null;
  const used = token === undefined ? null : await holderOfApiToken(token, modelId);
  if (used === null) return { refused: "unknownToken" };
  const { holder, model } = used;
  if (!(await isWithinSteadyLimit("api", holder.tokenId, { points: 600, seconds: 60 }))) {
    return { refused: "tokenTooOften" };
  }
  if (!holder.scopes.includes(scope)) return { refused: "tokenScope" };
  const { user } = holder;
  if (requires === "nobody" || requires === "user") return { user, holder };
  // A link is reached by its own token and no other.
  if (isLinkNeed(requires)) return { refused: "notFound" };
  const access = isOrganisationNeed(requires)
    ? authorizeTokenOrganisation(holder, requires)
    : authorizeTokenModel(holder, model, requires);
  return { holder, ...judged(user, access) };
}

function judged(
  user: AuthenticatedUser,
  access: object | "refused" | null,
): { user: AuthenticatedUser; access: object } | Refused<"notFound" | "forbidden"> {
  if (access === null) return { refused: "notFound" };
  return typeof access === "string" ? { refused: "forbidden" } : { user, access };
}

export function isOrganisationNeed(requires: Requirement): requires is OrganisationNeed {
  return requires.startsWith("organisation:");
}

function isModelNeed(requires: Requirement): requires is ModelNeed {
  return requires !== "nobody" && requires !== "user" && !isOrganisationNeed(requires) && !isLinkNeed(requires);
}

export function isLinkNeed(requires: Requirement): requires is LinkNeed {
  return requires.startsWith("link:");
}
