import path from "node:path";
import { readPostmaster } from "../../scripts/database/postmaster.mjs";
import { installationSecrets } from "../../scripts/support/secrets.mjs";
import { withoutFsync } from "../../test/database/without-fsync.mjs";

/** After the server that all specs share has started. */
export default async function setUp(): Promise<void> {
  const folder = path.resolve(process.env.DATA_DIR ?? ".data-browser");
  const port = readPostmaster(path.join(folder, "postgres"))?.port;
  const { superuserPassword } = installationSecrets(folder);
  await withoutFsync(`postgresql://postgres:${superuserPassword}@127.0.0.1:${port}/postgres`);
}
