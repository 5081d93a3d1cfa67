import { accessSync, constants, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { knownTrouble } from "../support/explain.mjs";
import { StartupError } from "../support/startup-error.mjs";

/**
 * Makes the data folder where there is none, and sees that this user may write to it before anything else is begun.
 *
 * @param {string} folder absolute path
 */
export function prepareDataFolder(folder) {
  const probe = path.join(folder, `.probe-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o711 });
    if (!statSync(folder).isDirectory()) throw Object.assign(new Error(), { code: "ENOTDIR", path: folder });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    writeFileSync(probe, "x", { flush: true });
    rmSync(probe);
  } catch (error) {
    rmQuietly(probe);
    // mkdir says EEXIST of a file in the folder's place.
    const named =
      error.code === "EEXIST" ? { code: "ENOTDIR", path: folder } : { ...error, path: error.path ?? folder };
    const known = knownTrouble(named)?.message ?? `${folder} cannot be used: ${error.message}.`;
    throw new StartupError("DATA_DIR cannot be used:", known);
  }
}

function rmQuietly(file) {
  try {
    rmSync(file, { force: true });
  } catch {
    // It could not be made either.
  }
}
