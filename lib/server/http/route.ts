import "server-only";
import { unstable_rethrow } from "next/navigation";
import type { NextRequest } from "next/server";
import type { ApiScope } from "@/lib/organisations/api-scopes";
import {
  type Confirmed,
  type Confirms,
  isRefused,
  type ProvenBy,
  prove,
  proveAfresh,
  type RefusalReason,
  type Requirement,
} from "@/lib/server/access/prove";
import { namedIn, type ParamsOf } from "@/lib/server/http/address";
import { asDoor } from "@/lib/server/http/doors";
import { forbiddenMessages } from "@/lib/server/http/forbidden";
import { foreignOriginMessage, isOwnOrigin } from "@/lib/server/http/own-origin";
import { problem } from "@/lib/server/http/problem";
import { keepCanonicalMarks } from "@/lib/server/runtime/canonical-marks";
import { databaseAwayMessage, isDatabaseAway, noteDatabaseAway } from "@/lib/server/runtime/database-away";
import { logger } from "@/lib/server/runtime/logger";
import { countFault } from "@/lib/server/runtime/metrics";
import { drawAnew, keepPage } from "@/lib/server/runtime/page-reads";
import { type RequestOrigin, requestOriginOf } from "@/lib/server/runtime/request";
import { unstorableTexts } from "@/lib/text/text-fault";
import { databaseRetrySeconds } from "@/lib/web-process/database-retry";
import { confirmMessage } from "./ask-to-confirm";

interface RouteContext<P> {
  params: Promise<P>;
}

interface RouteOptions<
  Name extends string,
  Q extends Requirement,
  T extends ApiScope | undefined,
  C extends true | undefined,
> {
  /** The address, with its parameters in brackets as the folders have them. */
  name: Name;
  requires: Q;
  /** How it refuses, where neither of the usual ways is understood. */
  refuses?: Refuse;
  /** As with actions; a route has no page around it to ask, so one of ours asks before it leads here. */
  confirms?: C;
  /** Set on a route of the API: who asks shows a token with this scope, and no cookie counts. */
  token?: T;
  /** As with pages, for what a program asks for again and again: whether the answer follows from the request and from what is read for it. */
  isKept?: true;
}

type Given<Name extends string, Q extends Requirement, T extends ApiScope | undefined, C extends Confirms> = {
  params: ParamsOf<Name>;
  origin: RequestOrigin;
} & ProvenBy<Q, T> &
  Confirmed<C>;

/** How a route refuses: in a line for a person, or as a problem for a program. */
export type Refuse = (status: number, message: string, headers?: Record<string, string>) => Response;

/**
 * The one way to declare a route handler; closed by default as actions are. Where it requires a model, the model is the one
 * that the address names as `[id]`; an organisation is the one named as `[organisationId]`, or the token's; a share link is the one whose
 * token is named as `[token]`. What is not there and what is someone else's both answer 404.
 */
export function route<
  const Name extends string,
  const Q extends Requirement,
  const T extends ApiScope | undefined = undefined,
  const C extends true | undefined = undefined,
>(
  { name, requires, token, confirms, refuses, isKept }: RouteOptions<Name, Q, T, C>,
  handler: (request: NextRequest, given: Given<Name, Q, T, C>) => Promise<Response>,
): (request: NextRequest, context: RouteContext<ParamsOf<Name>>) => Promise<Response> {
  const answer = async (request: NextRequest, context: RouteContext<ParamsOf<Name>>) => {
    keepCanonicalMarks();
    if (isKept) keepPage();
    else drawAnew();
    const origin = requestOriginOf(request.headers);
    const { requestId } = origin;
    const refuse: Refuse =
      token === undefined
        ? (refuses ?? plain)
        : (status, message, headers) => problem(status, message, status === 500 ? { requestId } : {}, headers);
    try {
      const isSafe = request.method === "GET" || request.method === "HEAD";
      // A token is sent by its holder and never by a browser on its own, so where the request comes from says nothing.
      if (token === undefined && !isSafe && !isOwnOrigin(request.headers)) return refuse(403, foreignOriginMessage());
      // Next.js gives none where the address has none.
      const params = (await context.params) ?? ({} as ParamsOf<Name>);
      if (unstorableTexts([params, ...request.nextUrl.searchParams]).length > 0) return refuse(400, unstorableAddress);
      const named = namedIn(requires, params);
      const proof = await prove<Q, T>(requires, named, { scope: token as T, token: bearerOf(request.headers) });
      if (isRefused(proof)) return refuse(...answerOf(proof.refused, requires, token));
      const fresh = await proveAfresh<C>(confirms as C, confirms === true);
      if (isRefused(fresh)) return refuse(...answerOf(fresh.refused, requires, token));
      return await handler(request, { params, origin, ...proof, ...fresh });
    } catch (error) {
      unstable_rethrow(error);
      if (isDatabaseAway(error)) {
        noteDatabaseAway(requestId, error);
        return refuse(503, databaseAwayMessage, { "retry-after": String(databaseRetrySeconds) });
      }
      countFault("route");
      logger.error({ requestId, route: name, err: error }, "a route failed");
      return refuse(
        500,
        `Something went wrong on our side. Try again; if it stays, tell the people who run this site: ${requestId}`,
      );
    }
  };
  const confirming = confirms ? "always" : "never";
  return asDoor({ kind: "route", name, requires, confirms: confirming, token: token ?? null }, answer);
}

const unstorableAddress = "The address holds a character that nothing here is called by (U+0000). Take it out.";

/** How a route says each reason, in the words of HTTP. */
function answerOf(
  reason: RefusalReason,
  requires: Requirement,
  scope: ApiScope | undefined,
): [status: number, message: string, headers?: Record<string, string>] {
  switch (reason) {
    case "signedOut":
      return [401, "You are signed out. Sign in and try again."];
    case "notFound":
      return [404, "Not found, or not shared with you."];
    case "forbidden":
      return [403, forbiddenMessages[requires]];
    case "locked":
      return [401, "This link asks for its password. Open it in a browser and type it first."];
    case "unknownToken": {
      const message = "Send a token that is valid, as Authorization: Bearer pb_…; tokens are made under Settings.";
      return [401, message, { "www-authenticate": "Bearer" }];
    }
    case "tokenTooOften": {
      const message = "This token has been used 600 times within a minute. Wait a minute, then try again.";
      return [429, message, { "retry-after": "60" }];
    }
    case "unconfirmed":
      return [403, confirmMessage];
    case "tokenScope":
      return [403, `This token may not do that: it lacks the scope ${scope}.`];
  }
}

/** The token that the request shows, if it shows one. */
function bearerOf(headers: Headers): string | undefined {
  return /^Bearer +(\S{1,200})$/i.exec(headers.get("authorization") ?? "")?.[1];
}

export function plain(status: number, message: string, headers: Record<string, string> = {}): Response {
  return new Response(`${message}\n`, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "private, no-store", ...headers },
  });
}
