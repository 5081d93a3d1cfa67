import type { Instrumentation } from "next";
import { sharedState } from "@/lib/web-process/shared-state";

/** Next.js calls it once, when the server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { checkDueDecisions } = await import("@/lib/server/decisions/daily-check");
  // The web process looks at decisions when a sweep asks it to.
  sharedState.lookAtDecisions = checkDueDecisions;
}

/** Next.js tells of each error that a page, a route or an action ends in. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { logRequestError } = await import("@/lib/server/runtime/log-request-error");
  logRequestError(error, request, context.routePath);
};
