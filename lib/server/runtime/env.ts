import "server-only";
import { parseWebEnvironment, type WebEnvironment } from "@/lib/environment.mjs";

let read: WebEnvironment | undefined;

/**
 * The environment of the web process, checked once; lib/environment.mjs lists and checks the variables.
 * A function and not a constant: a build imports this file, and has none.
 *
 * @throws Error that names each variable that is missing or wrong
 */
export function env(): WebEnvironment {
  read ??= parseWebEnvironment(process.env);
  return read;
}
