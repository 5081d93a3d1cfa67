import path from "node:path";
import { errorCode } from "../support/error-code.mjs";
import { isAlive } from "../support/processes.mjs";
import { installationSecrets } from "../support/secrets.mjs";
import { StartupError } from "../support/startup-error.mjs";
import { startEmbedded } from "./embedded.mjs";
import { readPostmaster } from "./postmaster.mjs";
import { applicationRole, database, ownerRole, prepareRoles, withClient } from "./roles.mjs";

/** @type {(role: string, password: string, port: number, name: string) => string} */
const url = (role, password, port, name) => `postgresql://${role}:${password}@127.0.0.1:${port}/${name}`;

/**
 * The embedded database of a data folder where a start has it running just now.
 *
 * @param {string} folder
 * @returns {Promise<{ ownerUrl: string, stop?: undefined } | null>}
 */
export async function runningEmbeddedDatabase(folder) {
  const found = readPostmaster(path.join(folder, "postgres"));
  if (found?.status !== "ready" || !isAlive(found.pid)) return null;
  const ownerUrl = url(ownerRole, installationSecrets(folder).ownerPassword, found.port, database);
  try {
    await withClient(ownerUrl, (client) => client.query("select"));
    return { ownerUrl };
  } catch {
    return null;
  }
}

/**
 * Starts the embedded PostgreSQL of a data folder with its roles and its database, not yet migrated.
 *
 * @param {string} folder absolute path, for example that of .data
 * @returns {Promise<{ ownerUrl: string, applicationUrl: string, superuserUrl: string, nextAuthSecret: string, pid: number,
 *   whyStopped: () => string, isNew: boolean, wasLeftOver: boolean, stop: () => Promise<void> }>}
 */
export async function startEmbeddedDatabase(folder) {
  const secrets = installationSecrets(folder);
  const server = await startEmbedded({ dataDir: path.join(folder, "postgres"), password: secrets.superuserPassword });
  const superuserUrl = url("postgres", secrets.superuserPassword, server.port, "postgres");
  try {
    await prepareRoles({ ...secrets, superuserUrl });
  } catch (error) {
    await server.stop();
    if (errorCode(error) !== "28P01") throw error;
    throw new StartupError(
      `The passwords in ${path.join(folder, "secrets.json")} are not those of the database beside it.`,
      "Take both from the same backup.",
    );
  }
  return {
    ...server,
    superuserUrl,
    ownerUrl: url(ownerRole, secrets.ownerPassword, server.port, database),
    applicationUrl: url(applicationRole, secrets.applicationPassword, server.port, database),
    nextAuthSecret: secrets.nextAuthSecret,
  };
}
