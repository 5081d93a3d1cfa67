import { existsSync } from "node:fs";
import path from "node:path";
import { runQuietly } from "../support/run-quietly.mjs";

/** What tests run beside what npm installs, each with the package of Debian that has it. */
const packages = {
  soffice: "libreoffice-calc-nogui",
  pdftotext: "poppler-utils",
  qpdf: "qpdf",
  jsc: "libjavascriptcoregtk-4.0-bin",
  js102: "libmozjs-102-dev",
  pgbouncer: "pgbouncer",
  "chromium-headless-shell": "chromium-headless-shell",
  chromium: "chromium",
};

/** @typedef {keyof typeof packages} Command */

const folders = ["/usr/sbin", "/usr/local/sbin", ...(process.env.PATH ?? "").split(path.delimiter).filter(Boolean)];
/** @param {Command} command */
const find = (command) => folders.map((folder) => path.join(folder, command)).find((file) => existsSync(file)) ?? null;

/**
 * Finds a program that a test needs, or gets it: on Debian as root.
 *
 * @param {Command} command
 * @returns {Promise<string | null>} path of the program; null where there is none
 */
export async function ensureCommand(command) {
  await ensureCommands([command]);
  return find(command);
}

/**
 * The same for several, in one go: reading the distribution's lists takes longer than most packages do.
 *
 * @param {readonly Command[]} commands
 */
export async function ensureCommands(commands) {
  const missing = commands.filter((command) => find(command) === null);
  if (missing.length === 0 || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  const names = missing.map((command) => packages[command]);
  // Several files of tests may get theirs at once, of which the later wait. Where one package is not to be had, the others are.
  const install =
    "DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=300";
  const eachAlone = names.map((name) => `${install} ${name}`).join("; ");
  const get = `apt-get update; ${install} ${names.join(" ")} || { ${eachAlone}; }`;
  await runQuietly("sh", ["-c", get], { cwd: "/", what: `Getting ${names.join(", ")}` }).catch(() => {});
}
