import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * What an installation with the embedded database keeps to itself: made on its first start, readable to its user only.
 *
 * @typedef {{ superuserPassword: string, ownerPassword: string, applicationPassword: string, nextAuthSecret: string }} Secrets
 *
 * @param {string} folder absolute path of the data directory
 * @returns {Secrets}
 */
export function installationSecrets(folder) {
  const file = path.join(folder, "secrets.json");
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
  const secret = () => randomBytes(32).toString("base64url");
  const secrets = {
    superuserPassword: secret(),
    ownerPassword: secret(),
    applicationPassword: secret(),
    nextAuthSecret: secret(),
  };
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  writeFileSync(`${file}.unfinished`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flush: true });
  chmodSync(`${file}.unfinished`, 0o600);
  renameSync(`${file}.unfinished`, file);
  return secrets;
}
