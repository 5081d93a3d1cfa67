import type { Instrumentation } from "next";

/** Next.js calls it once, when the server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { checkDecisionsDaily } = await import("@/lib/server/decisions/daily-check");
  checkDecisionsDaily();
}

/** Next.js tells of each error that a page, a route or an action ends in. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { logRequestError } = await import("@/lib/server/runtime/log-request-error");
  logRequestError(error, request, context.routePath);
};
