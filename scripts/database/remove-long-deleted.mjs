import { withClient } from "./roles.mjs";

/**
 * Removes for good what was deleted more than 30 days ago.
 *
 * @param {string} ownerUrl
 * @returns {Promise<number>} how many models went
 */
export function removeLongDeleted(ownerUrl) {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query("SELECT public.remove_long_deleted() AS removed");
    return rows[0].removed;
  });
}
