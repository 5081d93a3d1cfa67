import { mostFollowed, readFollow } from "@/lib/live/events";
import { plain, route } from "@/lib/server/http/route";
import { eventStream } from "@/lib/server/live/event-stream";
import { isWithinLimit } from "@/lib/server/runtime/limits/rate-limits";

/**
 * The stream of what happens to the models, and to the organisations' figures, that `?follow=` names, once for each. `?person=` is whose pages ask: a page that was loaded
 * for one account hears nothing in the name of another that has since signed in in the same browser.
 */
export const GET = route({ name: "/events", requires: "user" }, async (request, { user }) => {
  const { searchParams } = request.nextUrl;
  if (searchParams.get("person") !== user.id) {
    return plain(401, "You are signed out, or signed in with another account. Load the page again.");
  }
  const follows = searchParams.getAll("follow").map(readFollow);
  const known = new Map(follows.flatMap((follow) => (follow === null ? [] : [[follow.id, follow]])));
  if (follows.length === 0 || follows.length > mostFollowed || known.size < follows.length) {
    return plain(
      400,
      `Name one to ${mostFollowed} models, each once, as ?follow=ID.REVISION, or an organisation as ?follow=ID.figures.`,
    );
  }
  if (!(await isWithinLimit("streams", user.id, { points: 300, seconds: 60 }))) {
    return plain(429, "Live updates were started 300 times within a minute. Wait a minute, then load the page again.", {
      "retry-after": "60",
    });
  }
  // Nobody would read or end the stream of a HEAD.
  const stream = request.method === "HEAD" ? null : await eventStream(user, [...known.values()], request.signal);
  return new Response(stream, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      // no-transform: a compressed stream would be held back until there is enough of it.
      "cache-control": "private, no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
});
