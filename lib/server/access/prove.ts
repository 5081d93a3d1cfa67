import "server-only";
import type { ApiScope } from "@/lib/schemas/api/scopes";
import { givenLinkSeal } from "@/lib/server/crypto/link-seal";
import { isWithinSteadyLimit } from "@/lib/server/runtime/limits/steady-limit";
import { currentUser } from "./current-user";
import { authorizeLink, type LinkAccess } from "./link";
import { authorizeModel, type ModelAccess } from "./model";
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
 * Who may come in: anybody, who is signed in, or who may view, comment on, edit, share, … the model, or view, manage, own the organisation,
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

/** Every reason for which there is no proof. What is not there and what is somebody else's are both "notFound". */
export type RefusalReason =
  | "signedOut"
  | "notFound"
  | "forbidden"
  /** The link has a password, which has not been given. */
  | "locked"
  /** The API token is missing, unknown, ended or outdated. */
  | "unknownToken"
  | "tokenTooOften"
  /** The API token lacks the scope. */
  | "tokenScope";

export interface Refused<Reason extends RefusalReason = RefusalReason> {
  refused: Reason;
}

/** Why there is none for who comes with a session or without one, and no API token. */
export type SessionRefusal = Exclude<RefusalReason, "unknownToken" | "tokenTooOften" | "tokenScope">;

/** An API token as it was shown, and what it must allow. */
export interface ShownToken {
  token: string | undefined;
  scope: ApiScope;
}

/**
 * The proof that the request fulfils the requirement, or why it does not: the one way in, for actions, routes and pages.
 *
 * @param named the id or token that the request names the model, the organisation or the link by; not looked at yet
 * @param shown of a request to the API, which comes with a token: no cookie counts then, and the proof keeps to the token's organisation
 */
export function prove<Q extends Requirement>(requires: Q, named: unknown): Promise<Proven<Q> | Refused<SessionRefusal>>;
export function prove<Q extends Requirement>(
  requires: Q,
  named: unknown,
  shown: ShownToken,
): Promise<(Proven<Q, AuthenticatedUser> & { holder: TokenHolder }) | Refused>;
export async function prove(requires: Requirement, named: unknown, shown?: ShownToken): Promise<object | Refused> {
  return shown ? proveByToken(requires, named, shown) : proveBySession(requires, named);
}

/** The fresh proof that the request's session carries beside, or null. */
export async function proveAfresh(): Promise<Confirmation | null> {
  const user = await currentUser();
  return user && confirmationOf(user);
}

export function isRefused<Reason extends RefusalReason>(proof: object | Refused<Reason>): proof is Refused<Reason> {
  return "refused" in proof;
}

async function proveBySession(requires: Requirement, named: unknown): Promise<object | Refused<SessionRefusal>> {
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

async function proveLink(requires: LinkNeed, token: unknown): Promise<object | Refused<SessionRefusal>> {
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
  { token, scope }: ShownToken,
): Promise<object | Refused> {
  const holder = token === undefined ? null : await holderOfApiToken(token);
  if (holder === null) return { refused: "unknownToken" };
  if (!(await isWithinSteadyLimit("api", holder.tokenId, { points: 600, seconds: 60 }))) {
    return { refused: "tokenTooOften" };
  }
  if (!holder.scopes.includes(scope)) return { refused: "tokenScope" };
  const { user, organisationId } = holder;
  if (requires === "nobody" || requires === "user") return { user, holder };
  // A link is reached by its own token and no other.
  if (isLinkNeed(requires)) return { refused: "notFound" };
  const access = isOrganisationNeed(requires)
    ? authorizeTokenOrganisation(holder, requires)
    : await authorizeModel(user, named, requires, organisationId);
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

export function isLinkNeed(requires: Requirement): requires is LinkNeed {
  return requires.startsWith("link:");
}
