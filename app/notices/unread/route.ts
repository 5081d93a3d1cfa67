import { currentUser } from "@/lib/server/access/current-user";
import { route } from "@/lib/server/http/route";
import { countUnreadNotices } from "@/lib/server/notices/list-notices";

/** Who was signed out meanwhile has none: the head of a page that is still open asks too. */
export const GET = route({ name: "/notices/unread", requires: "nobody" }, async () => {
  const user = await currentUser();
  const unread = user === null ? 0 : await countUnreadNotices(user);
  return Response.json({ unread }, { headers: { "cache-control": "private, no-store" } });
});
