import "server-only";
import { unstable_rethrow } from "next/navigation";
import type { NextRequest } from "next/server";
import type { ApiScope } from "@/lib/schemas/api/scopes";
import { currentUser } from "@/lib/server/access/current-user";
import { authorizeLink } from "@/lib/server/access/link";
import { authorizeModel } from "@/lib/server/access/model";
import { authorizeOrganisation, authorizeTokenOrganisation } from "@/lib/server/access/organisation";
import {
  type AuthenticatedUser,
  type Confirmation,
  confirmationOf,
  holderOfApiToken,
  type TokenHolder,
} from "@/lib/server/access/person";
import type { LinkNeed, ModelNeed, OrganisationNeed } from "@/lib/server/access/roles";
import { givenLinkSeal } from "@/lib/server/crypto/link-seal";
import { isLinkNeed, isOrganisationNeed, type Proof, type Requirement } from "@/lib/server/http/action";
import { foreignOriginMessage, isOwnOrigin } from "@/lib/server/http/own-origin";
import { problem } from "@/lib/server/http/problem";
import { keepCanonicalMarks } from "@/lib/server/runtime/canonical-marks";
import { databaseAwayMessage, isDatabaseAway, noteDatabaseAway } from "@/lib/server/runtime/database-away";
import { isWithinSteadyLimit } from "@/lib/server/runtime/limits/steady-limit";
import { logger } from "@/lib/server/runtime/logger";
import { countFault } from "@/lib/server/runtime/metrics";
import { type RequestOrigin, requestOriginOf } from "@/lib/server/runtime/request";
import { unstorableTexts } from "@/lib/text/text-fault";
import { databaseRetrySeconds } from "@/lib/web-process/database-retry";
import { confirmMessage } from "./refused";

type Params = Record<string, string | string[] | undefined>;

interface RouteContext<P extends Params> {
  params: Promise<P>;
}

interface RouteOptions<Q extends Requirement, T extends ApiScope | undefined, C extends true | undefined> {
  requires: Q;
  /** How it refuses, where neither of the usual ways is understood. */
  refuses?: Refuse;
  /** As with actions; a route has no page around it to ask, so one of ours asks before it leads here. */
  confirms?: C;
  /** Set on a route of the API: whoever asks shows a token with this scope, and no cookie counts. */
  token?: T;
}

type Given<P extends Params, Q extends Requirement, T, C> = { params: P; origin: RequestOrigin } & Proof<Q> &
  (T extends ApiScope ? { holder: TokenHolder } : unknown) &
  (C extends true ? { confirmation: Confirmation } : unknown);

/** How a route refuses: in a line for a person, or as a problem for a program. */
export type Refuse = (status: number, message: string, headers?: Record<string, string>) => Response;

/**
 * The one way to declare a route handler; closed by default as actions are. Where it requires a model, the model is the one
 * that the address names as `[id]`; an organisation is the one named as `[organisationId]`, or the token's; a share link is the one whose
 * token is named as `[token]`. What is not there and what is somebody else's both answer 404.
 */
export function route<
  const Q extends Requirement,
  P extends Params,
  const T extends ApiScope | undefined = undefined,
  const C extends true | undefined = undefined,
>(
  { requires, token, confirms, refuses }: RouteOptions<Q, T, C>,
  handler: (request: NextRequest, given: Given<P, Q, T, C>) => Promise<Response>,
): (request: NextRequest, context: RouteContext<P>) => Promise<Response> {
  return async (request, context) => {
    keepCanonicalMarks();
    const origin = requestOriginOf(request.headers);
    const { requestId } = origin;
    const refuse: Refuse =
      token === undefined
        ? (refuses ?? plain)
        : (status, message, headers) => problem(status, message, status === 500 ? { requestId } : {}, headers);
    try {
      const isSafe = request.method === "GET" || request.method === "HEAD";
      // A token is sent by whoever holds it and never by a browser on its own, so where the request comes from says nothing.
      if (token === undefined && !isSafe && !isOwnOrigin(request.headers)) return refuse(403, foreignOriginMessage());
      const params = await context.params;
      if (unstorableTexts([params, ...request.nextUrl.searchParams]).length > 0) return refuse(400, unstorableAddress);
      const proof =
        token === undefined ? await prove(requires, params) : await proveByToken(request, requires, params, token);
      if (isRefused(proof)) return refuse(...proof.refused);
      const user = await (confirms === undefined ? null : currentUser());
      const confirmation = user && (await confirmationOf(user));
      if (confirms && confirmation === null) return refuse(403, confirmMessage);
      return await handler(request, { params, origin, ...proof, confirmation } as unknown as Given<P, Q, T, C>);
    } catch (error) {
      unstable_rethrow(error);
      if (isDatabaseAway(error)) {
        noteDatabaseAway(requestId, error);
        return refuse(503, databaseAwayMessage, { "retry-after": String(databaseRetrySeconds) });
      }
      countFault("route");
      logger.error({ requestId, err: error }, "a route failed");
      return refuse(
        500,
        `Something went wrong on our side. Try again; if it stays, tell whoever runs this site: ${requestId}`,
      );
    }
  };
}

/** Spread into an answer by `refuse`. */
type Refused = { refused: [status: number, message: string, headers?: Record<string, string>] };

const unstorableAddress = "The address holds a character that nothing here is called by (U+0000). Take it out.";
const signedOut: Refused["refused"] = [401, "You are signed out. Sign in and try again."];
const nothingHere: Refused["refused"] = [404, "There is nothing here that you may see."];

function isRefused(proof: object): proof is Refused {
  return "refused" in proof;
}

async function prove(requires: Requirement, params: Params): Promise<object | Refused> {
  if (requires === "nobody") return {};
  if (isLinkNeed(requires)) return proveLink(requires, params.token);
  const user = await currentUser();
  if (!user) return { refused: signedOut };
  if (requires === "user") return { user };
  const access = isOrganisationNeed(requires)
    ? await authorizeOrganisation(user, params.organisationId, requires)
    : await authorizeModel(user, params.id, requires);
  return judged(user, access, requires);
}

async function proveByToken(
  request: NextRequest,
  requires: Requirement,
  params: Params,
  scope: ApiScope,
): Promise<object | Refused> {
  const [, token] = /^Bearer +(\S{1,200})$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  const holder = token === undefined ? null : await holderOfApiToken(token);
  if (holder === null) {
    const message = "Send a token that is valid, as Authorization: Bearer pb_…; tokens are made under Settings.";
    return { refused: [401, message, { "www-authenticate": "Bearer" }] };
  }
  if (!(await isWithinSteadyLimit("api", holder.tokenId, { points: 600, seconds: 60 }))) {
    const message = "This token has been used 600 times within a minute. Wait a minute, then try again.";
    return { refused: [429, message, { "retry-after": "60" }] };
  }
  if (!holder.scopes.includes(scope)) {
    return { refused: [403, `This token may not do that: it lacks the scope ${scope}.`] };
  }
  const { user, organisationId } = holder;
  if (requires === "nobody" || requires === "user") return { user, holder };
  // A link is reached by its own token and no other.
  if (isLinkNeed(requires)) return { refused: nothingHere };
  const access = isOrganisationNeed(requires)
    ? authorizeTokenOrganisation(holder, requires)
    : await authorizeModel(user, params.id, requires, organisationId);
  return { holder, ...judged(user, access, requires) };
}

function judged<A>(
  user: AuthenticatedUser,
  access: A | "refused" | null,
  requires: ModelNeed | OrganisationNeed,
): object | Refused {
  if (access === null) return { refused: nothingHere };
  if (access !== "refused") return { user, access };
  const message = isOrganisationNeed(requires)
    ? "Your role in the organisation does not allow this."
    : "You can view this model but not change it.";
  return { refused: [403, message] };
}

async function proveLink(requires: LinkNeed, token: unknown): Promise<object | Refused> {
  const access = await authorizeLink(token, await givenLinkSeal(), requires);
  if (access === null) return { refused: nothingHere };
  if (access === "locked") {
    return { refused: [401, "This link asks for its password. Open it in a browser and type it first."] };
  }
  if (access === "refused") return { refused: [403, "This link allows reading and nothing else."] };
  if (requires !== "link:copy") return { access };
  const user = await currentUser();
  return user ? { user, access } : { refused: signedOut };
}

export function plain(status: number, message: string, headers: Record<string, string> = {}): Response {
  return new Response(`${message}\n`, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "private, no-store", ...headers },
  });
}
