import { withClient } from "../../scripts/database/roles.mjs";

/**
 * Lets a server of tests not wait for the disk at each commit. What a power cut would lose is of no use to a test; what a kill and a
 * stop do is tried by the tests of "start", with the usual settings.
 *
 * @param {string} superuserUrl
 */
export async function withoutFsync(superuserUrl) {
  await withClient(superuserUrl, async (client) => {
    await client.query("alter system set fsync = off");
    await client.query("select pg_reload_conf()");
  });
}
