import { plain, route } from "@/lib/server/http/route";

/**
 * Where pages of an earlier version, still open in a browser, ask for the stream that app/events/route.ts gives now. Answered with 404, they would
 * say that their model was deleted and save nothing more; so they go on without live updates.
 */
export const GET = route({ name: "/models/[id]/events", requires: "view" }, async () =>
  plain(410, "Live updates have moved. Load the page again to follow the model."),
);
