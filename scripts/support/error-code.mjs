/**
 * The code of an error of the system or of PostgreSQL ("ENOENT", "28P01"); "" for whatever else was thrown.
 *
 * @param {any} error
 * @returns {string}
 */
export function errorCode(error) {
  return String(error?.code ?? "");
}
