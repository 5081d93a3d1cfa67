import type { Instrumentation } from "next";

/** Next.js tells of each error that a page, a route or an action ends in. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { logRequestError } = await import("@/lib/server/runtime/log-request-error");
  logRequestError(error, request, context.routePath);
};
