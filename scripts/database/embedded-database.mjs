import path from "node:path";
import { installationSecrets } from "../secrets.mjs";
import { startEmbedded } from "./embedded.mjs";
import { applicationRole, database, ownerRole, prepareRoles } from "./roles.mjs";

/**
 * Starts the embedded PostgreSQL of a data folder with its roles and its database, not yet migrated.
 *
 * @param {string} folder absolute path, for example that of .data
 * @returns {Promise<{ ownerUrl: string, applicationUrl: string, superuserUrl: string, nextAuthSecret: string, pid: number,
 *   isNew: boolean, wasLeftOver: boolean, stop: () => Promise<void> }>}
 */
export async function startEmbeddedDatabase(folder) {
  const secrets = installationSecrets(folder);
  const server = await startEmbedded({ dataDir: path.join(folder, "postgres"), password: secrets.superuserPassword });
  const url = (role, password, name) => `postgresql://${role}:${password}@127.0.0.1:${server.port}/${name}`;
  const superuserUrl = url("postgres", secrets.superuserPassword, "postgres");
  try {
    await prepareRoles({ ...secrets, superuserUrl });
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    ...server,
    superuserUrl,
    ownerUrl: url(ownerRole, secrets.ownerPassword, database),
    applicationUrl: url(applicationRole, secrets.applicationPassword, database),
    nextAuthSecret: secrets.nextAuthSecret,
  };
}
