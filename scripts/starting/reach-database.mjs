import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseInstallationEnvironment } from "../../lib/environment.mjs";
import { runningEmbeddedDatabase, startEmbeddedDatabase } from "../database/embedded-database.mjs";
import { checkAnswers } from "../database/own-database.mjs";
import { StartupError } from "../support/startup-error.mjs";
import { prepareDataFolder } from "./data-folder.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * The database of the installation that the environment names, for a command beside a start: the one that runs, or one that is started for
 * the command and stopped by `stop`.
 *
 * @returns {Promise<{ settings: ReturnType<typeof readSettings>, folder: string, ownerUrl: string, stop?: (() => Promise<void>) | undefined }>}
 */
export async function reachDatabase() {
  const settings = readSettings();
  const folder = path.resolve(root, settings.DATA_DIR);
  if (settings.DATABASE_URL) {
    await checkAnswers("DATABASE_URL", settings.DATABASE_URL);
    return { settings, folder, ownerUrl: settings.DATABASE_URL };
  }
  prepareDataFolder(folder);
  const database = (await runningEmbeddedDatabase(folder)) ?? (await startEmbeddedDatabase(folder));
  return { settings, folder, ...database };
}

function readSettings() {
  try {
    return parseInstallationEnvironment(process.env);
  } catch (error) {
    throw new StartupError(/** @type {Error} */ (error).message, "The README lists every variable.");
  }
}
