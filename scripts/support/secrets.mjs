import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { errorCode } from "./error-code.mjs";
import { StartupError } from "./startup-error.mjs";

/**
 * What an installation with the embedded database keeps to itself: made on its first start, readable to its user only.
 *
 * @typedef {{ superuserPassword: string, ownerPassword: string, applicationPassword: string, nextAuthSecret: string }} Secrets
 */

const names = ["superuserPassword", "ownerPassword", "applicationPassword", "nextAuthSecret"];

/** Said of a file that is lost or damaged. A new one would not open the database that stands beside it. */
const putBack = (/** @type {string} */ folder) =>
  `Put it back from a backup of ${folder}: without its passwords the database beside it cannot be opened. To begin again with nothing, remove that folder, which deletes every model.`;

/**
 * @param {string} folder absolute path of the data directory
 * @returns {Secrets}
 */
export function installationSecrets(folder) {
  const file = path.join(folder, "secrets.json");
  const found = readSecrets(file, folder);
  if (found) return found;
  if (existsSync(path.join(folder, "postgres"))) throw new StartupError(`${file} is gone.`, putBack(folder));
  const secrets = Object.fromEntries(names.map((name) => [name, randomBytes(32).toString("base64url")]));
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  writeFileSync(`${file}.unfinished`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flush: true });
  chmodSync(`${file}.unfinished`, 0o600);
  renameSync(`${file}.unfinished`, file);
  return /** @type {Secrets} */ (secrets);
}

/**
 * @param {string} file
 * @param {string} folder that holds it
 * @returns {Secrets | null} null where there is no such file
 */
function readSecrets(file, folder) {
  let text;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    throw Object.assign(/** @type {Error} */ (error), { path: file });
  }
  const secrets = parse(text);
  const missing = names.filter((name) => typeof secrets?.[name] !== "string" || secrets[name] === "");
  if (missing.length === 0) return secrets;
  const what = missing.length === names.length ? "is damaged" : `is damaged: it lacks ${missing.join(", ")}`;
  if (existsSync(path.join(folder, "postgres"))) throw new StartupError(`${file} ${what}.`, putBack(folder));
  throw new StartupError(`${file} ${what}.`, "There is no database beside it: remove the file, then start again.");
}

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
