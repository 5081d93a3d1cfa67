import { withClient } from "./roles.mjs";

/** @import { Client } from "pg" */
/** @typedef {{ removed: number, decisions: number }} Swept how many models, organisations and accounts went, and decisions were looked at */

/**
 * All that an installation does by itself as time goes by: removes for good what is due, and looks at approved decisions that nobody has
 * looked at for a day. One server of several does it at a time. The second is taken where the first fails, too.
 *
 * @param {string} ownerUrl leads to the server itself: the lock is one of the session
 * @param {() => Promise<number>} lookAtDecisions by the web process, which evaluates models in the scope of a person; this role cannot
 * @returns {Promise<Swept | null>} null where another server is at it
 */
export function sweep(ownerUrl, lookAtDecisions) {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query("SELECT pg_try_advisory_lock(hashtextextended('peerbalance sweep', 0)) AS own");
    if (!rows[0].own) return null;
    const swept = { removed: 0, decisions: 0 };
    try {
      swept.removed = await removeWhatIsDue(client);
    } finally {
      swept.decisions = await lookAtDecisions();
    }
    return swept;
  });
}

/**
 * Removes what was deleted more than 30 days ago, what the API remembers for no longer than it says, sessions, links and invitations that
 * are over, and old notices.
 *
 * @param {Client} client
 * @returns {Promise<number>} how many models, organisations and accounts went
 */
async function removeWhatIsDue(client) {
  await client.query("SELECT public.remove_old_api_rows()");
  await client.query("SELECT public.remove_old_invitations()");
  await client.query("SELECT public.remove_old_sign_ins()");
  await client.query("SELECT public.remove_old_notices()");
  const { rows } = await client.query("SELECT public.remove_long_deleted() + public.remove_what_is_due() AS removed");
  return rows[0].removed;
}
