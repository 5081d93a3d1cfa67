import "server-only";
import { headers } from "next/headers";
import { notFound, unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import type { FieldError } from "@/lib/outcome";
import { currentUser } from "@/lib/server/access/current-user";
import { authorizeLink, type LinkAccess } from "@/lib/server/access/link";
import { authorizeModel, type ModelAccess } from "@/lib/server/access/model";
import { authorizeOrganisation, type OrganisationAccess } from "@/lib/server/access/organisation";
import {
  type AuthenticatedUser,
  type Confirmation,
  confirmationOf,
  type SessionUser,
} from "@/lib/server/access/person";
import type {
  LinkNeed,
  LinkRights,
  ModelNeed,
  ModelRights,
  OrganisationNeed,
  OrganisationRights,
} from "@/lib/server/access/roles";
import { givenLinkSeal } from "@/lib/server/crypto/link-seal";
import { isWithinJsonLimits } from "@/lib/server/http/json-limits";
import { foreignOriginMessage, isOwnOrigin } from "@/lib/server/http/own-origin";
import { textFaults } from "@/lib/server/http/text-faults";
import { withCanonicalMarks } from "@/lib/server/runtime/canonical-marks";
import {
  databaseAwayRefusal,
  databaseAwaySave,
  isDatabaseAway,
  noteDatabaseAway,
} from "@/lib/server/runtime/database-away";
import { isNewError } from "@/lib/server/runtime/log-request-error";
import { logger } from "@/lib/server/runtime/logger";
import { countFault } from "@/lib/server/runtime/metrics";
import { type RequestOrigin, requestOriginOf } from "@/lib/server/runtime/request";
import { databaseRetrySeconds } from "@/lib/web-process/database-retry";
import { sharedState } from "@/lib/web-process/shared-state";
import { askToConfirm } from "./refused";

/**
 * Who may call: anybody, whoever is signed in, or whoever may view, comment on, edit, share, … the model, or view, manage, own the organisation, that
 * the first argument names; or whoever holds the link whose token it is. To copy by a link takes both the link and being signed in.
 */
export type Requirement = "nobody" | "user" | ModelNeed | OrganisationNeed | LinkNeed;

export type Proof<Q extends Requirement> = Q extends "nobody"
  ? unknown
  : Q extends "user"
    ? { user: SessionUser }
    : Q extends OrganisationNeed
      ? { user: AuthenticatedUser; access: OrganisationAccess<OrganisationRights[Q & OrganisationNeed]> }
      : Q extends "link:copy"
        ? { user: AuthenticatedUser; access: LinkAccess<LinkRights["link:copy"]> }
        : Q extends LinkNeed
          ? { access: LinkAccess<LinkRights[Q & LinkNeed]> }
          : { user: AuthenticatedUser; access: ModelAccess<ModelRights[Q & ModelNeed]> };

/**
 * Set on what a session alone must not do: what outlives it and opens the account or the organisation to others, or takes it away from
 * its people. Where it hangs on the input, a function of that says so.
 */
export type Confirms<Args extends unknown[]> = true | ((...args: Args) => boolean);

type Confirmed<C> = C extends true
  ? { confirmation: Confirmation }
  : C extends (...args: never[]) => boolean
    ? { confirmation: Confirmation | null }
    : unknown;

interface ActionOptions<Q extends Requirement, Args extends unknown[], R, C> {
  requires: Q;
  /** With it, the person must have shown within the last minutes that it is them; else the page asks for that. */
  confirms?: C;
  /** The arguments, as a strict tuple; messages are shown to whoever typed. */
  input: z.ZodType<Args>;
  /** Makes the action's own answer of a refusal. */
  refuse: (faults: FieldError[]) => R;
  /** The answer of an action that is tried again by itself, where the database is away; others refuse. */
  later?: (wait: { seconds: number; message: string }) => R;
}

const refusals = {
  tooLarge: "This is more than the site takes at once.",
  signedOut: "You are signed out. Sign in again in another tab, then try once more; what you typed is still here.",
  comment:
    "You can view this model but not comment on it. If it is archived, unarchive it; else ask whoever shared it with you.",
  reply: "This model is archived, so nobody can reply. Unarchive it, or ask whoever shared it with you.",
  edit: "You can view this model but not change it. If it is archived, unarchive it; else ask whoever shared it with you.",
  share: "Only the model's owner can share it.",
  manage: "Only the model's owner can archive or delete it.",
  restore: "Only the model's owner can restore it.",
  view: "",
  "organisation:view": "",
  "organisation:manage": "Only an owner or an admin of the organisation can do this.",
  "organisation:own": "Only an owner of the organisation can do this.",
  locked: "This link asks for its password. Reload the page and type it.",
  "link:view": "",
  "link:download": "This link allows reading and nothing else.",
  "link:copy": "This link allows reading and nothing else.",
};

/**
 * The one way to declare a server action. Closed by default: what comes in is measured and parsed, the page it comes from must be ours,
 * and the handler is called only with proof of who asks and of what they may do, and writes numbers with canonical marks. A model that is not there and one that is somebody
 * else's both answer 404. Expected refusals are values; anything thrown is a bug, is logged under the request's id and answers 500.
 */
export function action<
  const Q extends Requirement,
  Args extends unknown[],
  R,
  C extends Confirms<Args> | undefined = undefined,
>(
  { requires, confirms, input, refuse, later }: ActionOptions<Q, Args, R, C>,
  handler: (given: { input: Args; origin: RequestOrigin } & Proof<Q> & Confirmed<C>) => Promise<R>,
): (...args: Args) => Promise<R> {
  const refuseWith = (message: string) => refuse([{ key: "form", message }]);
  return async (...args) => {
    const requestHeaders = await headers();
    const origin = requestOriginOf(requestHeaders);
    sharedState.readCalls?.add(origin.requestId);
    try {
      if (!isOwnOrigin(requestHeaders)) return refuseWith(foreignOriginMessage());
      if (!isWithinJsonLimits(args)) {
        sharedState.malformedCalls?.add(origin.requestId);
        return refuseWith(refusals.tooLarge);
      }
      const proof = await prove(requires, args[0]);
      if ("refused" in proof) return refuseWith(refusals[proof.refused]);
      const parsed = input.safeParse(args);
      if (!parsed.success) return refuse(faultsOf(parsed.error));
      // What a schema leaves to the handler is looked at here, so that no text slips by.
      const unstorable = textFaults(parsed.data);
      if (unstorable.length > 0) return refuse(unstorable);
      const confirmation = confirms && "user" in proof ? await confirmationOf(proof.user) : null;
      const isConfirmationNeeded = typeof confirms === "function" ? confirms(...parsed.data) : confirms === true;
      if (isConfirmationNeeded && confirmation === null) return refuse(askToConfirm().faults);
      const given = { input: parsed.data, origin, ...proof, confirmation } as unknown as Parameters<typeof handler>[0];
      return await withCanonicalMarks(() => handler(given));
    } catch (error) {
      unstable_rethrow(error);
      if (isDatabaseAway(error)) {
        noteDatabaseAway(origin.requestId, error);
        return later?.({ seconds: databaseRetrySeconds, message: databaseAwaySave }) ?? refuseWith(databaseAwayRefusal);
      }
      countFault("action");
      isNewError(error);
      logger.error({ requestId: origin.requestId, err: error }, "an action failed");
      throw withDigest(error, origin.requestId);
    }
  };
}

/** What the page learns of an error is its digest alone: the request's id, by which the log has it. */
function withDigest(error: unknown, requestId: string): Error {
  const thrown = error instanceof Error ? error : new Error(String(error));
  return Object.assign(thrown, { digest: requestId });
}

/** Tells the needs of organisations from those of models. */
export function isOrganisationNeed(requires: ModelNeed | OrganisationNeed): requires is OrganisationNeed {
  return requires.startsWith("organisation:");
}

export function isLinkNeed(requires: Requirement): requires is LinkNeed {
  return requires.startsWith("link:");
}

async function prove(requires: Requirement, id: unknown) {
  if (requires === "nobody") return {};
  if (isLinkNeed(requires)) return proveLink(requires, id);
  const user = await currentUser();
  if (!user) return { refused: "signedOut" } as const;
  if (requires === "user") return { user };
  const access = isOrganisationNeed(requires)
    ? await authorizeOrganisation(user, id, requires)
    : await authorizeModel(user, id, requires);
  if (access === null) notFound();
  if (access === "refused") return { refused: requires } as const;
  return { user, access };
}

async function proveLink(requires: LinkNeed, token: unknown) {
  const access = await authorizeLink(token, await givenLinkSeal(), requires);
  if (access === null) notFound();
  if (access === "locked") return { refused: "locked" } as const;
  if (access === "refused") return { refused: requires } as const;
  if (requires !== "link:copy") return { access };
  const user = await currentUser();
  return user ? { user, access } : ({ refused: "signedOut" } as const);
}

/** One fault a field, named by the innermost key that is a word. */
export function faultsOf(error: z.ZodError): FieldError[] {
  return error.issues.map(({ path, message }) => ({
    key: String(path.findLast((part) => typeof part === "string") ?? "form"),
    message,
  }));
}
