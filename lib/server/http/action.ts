import "server-only";
import { headers } from "next/headers";
import { notFound, unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import type { FieldError, Refusal } from "@/lib/outcome";
import {
  type Confirmed,
  type Confirms,
  isRefused,
  type Proven,
  prove,
  proveAfresh,
  type Requirement,
} from "@/lib/server/access/prove";
import { asDoor } from "@/lib/server/http/doors";
import { faultsOf } from "@/lib/server/http/faults-of";
import { forbiddenMessages } from "@/lib/server/http/forbidden";
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
import { askToConfirm } from "./ask-to-confirm";

interface ActionOptions<Q extends Requirement, Args extends unknown[], F, C extends Confirms> {
  /** As it is exported. */
  name: string;
  requires: Q;
  /**
   * Set on what outlives the session and opens the account or the organisation to others, or takes it away from its people: the person must
   * have shown within the last minutes that it is them; else the page asks for that. Where it hangs on the input, a function of that says so.
   */
  confirms?: C;
  /** The arguments, as a strict tuple; messages are shown to the person who typed. */
  input: z.ZodType<Args>;
  /** Makes the action's own answer of a refusal, where that is no plain `Refusal`. */
  refuse?: (faults: FieldError[]) => F;
  /** The answer of an action that is tried again by itself, where the database is away; others refuse. */
  later?: (wait: { seconds: number; message: string }) => F;
}

const tooLarge = "This is more than the site takes at once.";

/** What a page shows where there is no proof; what is not found is no page. */
function messageOf(reason: "signedOut" | "forbidden" | "locked", requires: Requirement): string {
  const messages = {
    signedOut: "You are signed out. Sign in again in another tab, then try once more; what you typed is still here.",
    forbidden: forbiddenMessages[requires],
    locked: "This link asks for its password. Reload the page and type it.",
  };
  return messages[reason];
}

/** The refusal of an action that declares none of its own: its F is `Refusal` then. */
function plainly<F>(faults: FieldError[]): F {
  const refusal: Refusal = { ok: false, faults };
  return refusal as F;
}

/**
 * The one way to declare a server action. Closed by default: what comes in is measured and parsed, the page it comes from must be ours,
 * and the handler is called only with proof of who asks and of what they may do, and writes numbers with canonical marks. A model that is not there and one that is someone
 * else's both answer 404. Expected refusals are values; anything thrown is a bug, is logged under the request's id and answers 500.
 */
export function action<
  const Q extends Requirement,
  Args extends unknown[],
  R,
  C extends true | ((...args: Args) => boolean) | undefined = undefined,
  F = Refusal,
>(
  { name, requires, confirms, input, refuse = plainly<F>, later }: ActionOptions<Q, Args, F, C>,
  handler: (given: { input: Args; origin: RequestOrigin } & Proven<Q> & Confirmed<C>) => Promise<R>,
): (...args: Args) => Promise<R | F> {
  const refuseWith = (message: string) => refuse([{ key: "form", message }]);
  const answer = async (...args: Args): Promise<R | F> => {
    const requestHeaders = await headers();
    const origin = requestOriginOf(requestHeaders);
    sharedState.readCalls?.add(origin.requestId);
    try {
      if (!isOwnOrigin(requestHeaders)) return refuseWith(foreignOriginMessage());
      if (!isWithinJsonLimits(args)) {
        sharedState.malformedCalls?.add(origin.requestId);
        return refuseWith(tooLarge);
      }
      const proof = await prove(requires, args[0]);
      if (isRefused(proof)) {
        return proof.refused === "notFound" ? notFound() : refuseWith(messageOf(proof.refused, requires));
      }
      const parsed = input.safeParse(args);
      if (!parsed.success) return refuse(faultsOf(parsed.error));
      // What a schema leaves to the handler is looked at here, so that no text slips by.
      const unstorable = textFaults(parsed.data);
      if (unstorable.length > 0) return refuse(unstorable);
      const isNeeded = typeof confirms === "function" ? confirms(...parsed.data) : confirms === true;
      const fresh = await proveAfresh<C>(confirms as C, isNeeded);
      if (isRefused(fresh)) return refuse(askToConfirm().faults);
      return await withCanonicalMarks(() => handler({ input: parsed.data, origin, ...proof, ...fresh }));
    } catch (error) {
      unstable_rethrow(error);
      if (isDatabaseAway(error)) {
        noteDatabaseAway(origin.requestId, error);
        return later?.({ seconds: databaseRetrySeconds, message: databaseAwaySave }) ?? refuseWith(databaseAwayRefusal);
      }
      countFault("action");
      isNewError(error);
      logger.error({ requestId: origin.requestId, action: name, err: error }, "an action failed");
      throw withDigest(error, origin.requestId);
    }
  };
  const confirming = typeof confirms === "function" ? "sometimes" : confirms ? "always" : "never";
  return asDoor({ kind: "action", name, requires, confirms: confirming, token: null }, answer);
}

/** What the page learns of an error is its digest alone: the request's id, by which the log has it. */
function withDigest(error: unknown, requestId: string): Error {
  const thrown = error instanceof Error ? error : new Error(String(error));
  return Object.assign(thrown, { digest: requestId });
}
