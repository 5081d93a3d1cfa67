import { withClient } from "./roles.mjs";

/**
 * Removes for good what was deleted more than 30 days ago, and what the API remembers for no longer than it says,
 * and sessions, links and invitations that are over, and old notices.
 *
 * @param {string} ownerUrl
 * @returns {Promise<number>} how many models, organisations and accounts went
 */
export function removeLongDeleted(ownerUrl) {
  return withClient(ownerUrl, async (client) => {
    await client.query("SELECT public.remove_old_api_rows()");
    await client.query("SELECT public.remove_old_invitations()");
    await client.query("SELECT public.remove_old_sign_ins()");
    await client.query("SELECT public.remove_old_notices()");
    const { rows } = await client.query("SELECT public.remove_long_deleted() + public.remove_what_is_due() AS removed");
    return rows[0].removed;
  });
}
