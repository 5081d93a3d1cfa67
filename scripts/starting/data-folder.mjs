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
    const { code, message, ...rest } = /** @type {NodeJS.ErrnoException} */ (error);
    // mkdir says EEXIST of a file in the folder's place.
    const named = code === "EEXIST" ? { code: "ENOTDIR", path: folder } : { path: folder, ...rest, code };
    const known = knownTrouble(named)?.message ?? `${folder} cannot be used: ${message}.`;
    throw new StartupError("DATA_DIR cannot be used:", known);
  }
}

/** @param {string} file */
function rmQuietly(file) {
  try {
    rmSync(file, { force: true });
  } catch {
    // It could not be made either.
  }
}
