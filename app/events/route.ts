import { currentUser } from "@/lib/server/auth/current-user";
import { modelStream } from "@/lib/server/live/model-stream";
import { isWithinLimit } from "@/lib/server/rate-limits";
import { plain, route } from "@/lib/server/route";

/** The stream of what happens to a model. `?known=` is the revision that the page shows; with `&scenarios` they are followed too. */
export const GET = route({ requires: "view" }, async (request, { access }) => {
  const user = await currentUser();
  if (user === null) return plain(401, "You are signed out. Sign in and try again.");
  if (!(await isWithinLimit("streams", user.id, { points: 300, seconds: 60 }))) {
    return plain(429, "This page was opened 300 times within a minute. Wait a minute, then load it again.", {
      "retry-after": "60",
    });
  }
  const known = Number(request.nextUrl.searchParams.get("known") ?? 0);
  const follows = {
    known: Number.isInteger(known) ? known : 0,
    scenarios: request.nextUrl.searchParams.has("scenarios"),
  };
  const stream = await modelStream(user, access, follows, request.signal);
  return new Response(stream, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      // no-transform: a compressed stream would be held back until there is enough of it.
      "cache-control": "private, no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
});
