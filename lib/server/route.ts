import "server-only";
import { unstable_rethrow } from "next/navigation";
import type { NextRequest } from "next/server";
import { authorizeLink, authorizeModel, authorizeOrganisation, type LinkNeed } from "@/lib/server/access";
import { isLinkNeed, isOrganisationNeed, type Proof, type Requirement } from "@/lib/server/action";
import { currentUser } from "@/lib/server/auth/current-user";
import { logger } from "@/lib/server/logger";
import { foreignOriginMessage, isOwnOrigin } from "@/lib/server/own-origin";
import { type RequestOrigin, requestOriginOf } from "@/lib/server/request";
import { givenLinkSeal } from "@/lib/server/sharing/link-seal";

type Params = Record<string, string | string[] | undefined>;

interface RouteContext<P extends Params> {
  params: Promise<P>;
}

/**
 * The one way to declare a route handler; closed by default as actions are. Where it requires a model, the model is the one
 * that the address names as `[id]`; an organisation is the one named as `[organisationId]`, a link the one whose
 * token is named as `[token]`. What is not there and what is somebody else's both answer 404.
 */
export function route<const Q extends Requirement, P extends Params>(
  { requires }: { requires: Q },
  handler: (request: NextRequest, given: { params: P; origin: RequestOrigin } & Proof<Q>) => Promise<Response>,
): (request: NextRequest, context: RouteContext<P>) => Promise<Response> {
  return async (request, context) => {
    const origin = requestOriginOf(request.headers);
    try {
      const isSafe = request.method === "GET" || request.method === "HEAD";
      if (!isSafe && !isOwnOrigin(request.headers)) return plain(403, foreignOriginMessage());
      const params = await context.params;
      const proof = await prove(requires, params);
      if (proof instanceof Response) return proof;
      return await handler(request, { params, origin, ...proof } as unknown as Parameters<typeof handler>[1]);
    } catch (error) {
      unstable_rethrow(error);
      logger.error({ requestId: origin.requestId, err: error }, "a route failed");
      return plain(
        500,
        `Something went wrong on our side. Try again; if it stays, tell whoever runs this site: ${origin.requestId}`,
      );
    }
  };
}

async function prove(requires: Requirement, params: Params) {
  if (requires === "nobody") return {};
  if (isLinkNeed(requires)) return proveLink(requires, params.token);
  const user = await currentUser();
  if (!user) return signedOut();
  if (requires === "user") return { user };
  const isOrganisation = isOrganisationNeed(requires);
  const access = isOrganisation
    ? await authorizeOrganisation(user, params.organisationId, requires)
    : await authorizeModel(user, params.id, requires);
  if (access === null) return nothingHere();
  if (access === "refused") {
    return plain(
      403,
      isOrganisation
        ? "Your role in the organisation does not allow this."
        : "You can view this model but not change it.",
    );
  }
  return { user, access };
}

const signedOut = () => plain(401, "You are signed out. Sign in and try again.");
const nothingHere = () => plain(404, "There is nothing here that you may see.");

async function proveLink(requires: LinkNeed, token: unknown) {
  const access = await authorizeLink(token, await givenLinkSeal(), requires);
  if (access === null) return nothingHere();
  if (access === "locked")
    return plain(401, "This link asks for its password. Open it in a browser and type it first.");
  if (access === "refused") return plain(403, "This link allows reading and nothing else.");
  if (requires !== "link:copy") return { access };
  const user = await currentUser();
  return user ? { user, access } : signedOut();
}

export function plain(status: number, message: string, headers: Record<string, string> = {}): Response {
  return new Response(`${message}\n`, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "private, no-store", ...headers },
  });
}
