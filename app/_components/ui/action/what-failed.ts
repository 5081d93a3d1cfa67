/** Why a call to the server failed. */
export type Failure =
  /** It did not get there, or its answer did not get back. */
  | { kind: "offline" }
  /** The server answered that it has a fault; its log knows the request by the number. */
  | { kind: "server"; requestId: string | null }
  /** What the call was about is not there any more, or not for this person. */
  | { kind: "gone" }
  /** The page is older than the server, which has no such action any more. */
  | { kind: "outdated" }
  /** The server refused it, and says why. */
  | { kind: "refused"; message: string };

/** What Next.js throws where an answer is neither an action's nor plain text; it does not give the status. */
const otherAnswer = "An unexpected response was received from the server.";

/** @param error what a call of an action, or a fetch, threw */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { kind: "server", requestId: null };
  const digest = "digest" in error && error.digest !== undefined ? String(error.digest) : null;
  if (digest?.startsWith("NEXT_HTTP_ERROR_FALLBACK;")) return { kind: "gone" };
  if (digest !== null) return { kind: "server", requestId: digest };
  if (error.name === "UnrecognizedActionError") return { kind: "outdated" };
  // What a browser throws where it has no answer to a fetch, and React where one breaks off.
  if (error instanceof TypeError || error.name === "AbortError" || /^connection closed/i.test(error.message)) {
    return { kind: "offline" };
  }
  const message = error.message.trim();
  return message === "" || message === otherAnswer || !message.endsWith(".")
    ? { kind: "server", requestId: null }
    : { kind: "refused", message };
}

/** @param failure
 * @param next what happens now, or what to do, where it may help to try again */
export function failureWords(failure: Failure, next = "Try again."): string {
  switch (failure.kind) {
    case "offline":
      return `no connection. ${next}`;
    case "server":
      return failure.requestId === null
        ? `the server has a fault. ${next}`
        : `the server has a fault. ${next} If it happens again, give this site's administrator the number ${failure.requestId}.`;
    case "gone":
      return "it is no longer there, or no longer yours to change. Reload the page.";
    case "outdated":
      return "this page is older than the server. Copy what you typed, then reload the page.";
    case "refused":
      return failure.message.charAt(0).toLowerCase() + failure.message.slice(1);
  }
}

/**
 * What to say of a call that failed: what did not happen, why, and what to do.
 *
 * @param what "Nothing was changed"
 */
export function whatFailed(error: unknown, what: string, next?: string): string {
  return `${what}: ${failureWords(failureOf(error), next)}`;
}
