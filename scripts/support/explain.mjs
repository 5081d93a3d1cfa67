import { errorCode } from "./error-code.mjs";
import { StartupError } from "./startup-error.mjs";

/**
 * What went wrong, in one line for a person: what, which, what to do. What nobody foresaw is named too, without its stack;
 * DEBUG=1 shows that.
 *
 * @param {any} error whatever was thrown
 * @returns {string}
 */
export function explain(error) {
  if (error instanceof StartupError) return error.message;
  const known = knownTrouble(error);
  if (known) return known.message;
  if (process.env.DEBUG) console.error(error);
  const text = oneLine(error?.message ?? String(error)) || error?.name || "no reason was given";
  const code = error?.code && !text.includes(String(error.code)) ? ` (${error.code})` : "";
  return `Something unforeseen went wrong: ${text}${code}. If it stays, set DEBUG=1 to see where it comes from.`;
}

/**
 * An error of the file system, the network, a program, memory or PostgreSQL as something a person can put right.
 *
 * @param {any} error
 * @returns {StartupError | null}
 */
export function knownTrouble(error) {
  if (error instanceof StartupError) return error;
  const code = error?.code ?? error?.errors?.[0]?.code ?? error?.cause?.code;
  const said = [error?.message, error?.cause?.message].filter(Boolean).join(" ");
  const memory = /heap out of memory|ENOMEM|Cannot allocate memory|Array buffer allocation failed/i.test(said);
  if (code === "ENOMEM" || code === "ERR_WORKER_OUT_OF_MEMORY" || memory) {
    return new StartupError(
      "There is not enough memory.",
      "End other programs or give the machine more, then start again.",
    );
  }
  if (typeof error?.syscall === "string" && error.syscall.startsWith("spawn")) return ofProgram(error);
  return ofFile(error) ?? ofPostgres(error, code) ?? ofPackage(error, code);
}

/**
 * From here on, an error that nothing catches ends this process with one line too. A reader of the output that went is none.
 *
 * @param {(code: number) => unknown} [end]
 */
export function endInWords(end = (code) => process.exit(code)) {
  process.on("uncaughtException", (error) => {
    if (errorCode(error) === "EPIPE") return;
    console.error(explain(error));
    end(1);
  });
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
}

/** @param {string} text @param {number} [most] */
export function oneLine(text, most = 400) {
  const line = text
    .split("\n")
    .filter((one) => !/^\s+at /.test(one))
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();
  let end = line.length;
  while (end > 0 && ". ".includes(line.charAt(end - 1))) end--;
  return end > most ? `${line.slice(0, most)}…` : line.slice(0, end);
}

/** @param {string} text */
export const isDiskFull = (text) => /ENOSPC|No space left on device|EDQUOT|Disk quota exceeded/i.test(text);

/** @param {string} [place] */
export const diskFull = (place) =>
  new StartupError(`The disk${place ? ` that holds ${place}` : ""} is full.`, "Free some space, then start again.");

const user = () => (process.getuid ? `this user (number ${process.getuid()})` : "this user");

/** @param {{ code: string, syscall: string, path?: string }} error of a program that could not be started */
function ofProgram({ code, syscall, path }) {
  const program = path ?? syscall.replace(/^spawn /, "");
  if (code === "ENOENT")
    return new StartupError(`There is no program ${program}.`, "Install it, or put it on the PATH, then try again.");
  if (code === "EACCES" || code === "EPERM") {
    return new StartupError(
      `The program ${program} may not be run by ${user()}.`,
      "Its rights, or the noexec of its disk, forbid it.",
    );
  }
  if (code === "EAGAIN") {
    return new StartupError(
      `The program ${program} could not be started: there are too many processes.`,
      "End others, or raise the limit (ulimit -u).",
    );
  }
  return null;
}

/**
 * What is wrong and what to do, by error code and the file or folder.
 *
 * @type {Record<string, (place: string) => [string, string]>}
 */
const files = {
  EACCES: (place) => [`${place} is closed to ${user()}.`, "Give that user the right to read and write there."],
  EPERM: (place) => [`${place} is closed to ${user()}.`, "Give that user the right to read and write there."],
  EROFS: (place) => [`${place} is on a disk that can only be read.`, "Use a folder that can be written."],
  ENOTDIR: (place) => [`${place} is not a folder, or lies below a file.`, "Name a folder, or move the file away."],
  EISDIR: (place) => [`${place} is a folder where a file is expected.`, "Move it away."],
  ENOENT: (place) => [`There is no ${place}.`, "Make it, or correct the name."],
  ENAMETOOLONG: (place) => [`The name ${place.slice(0, 60)}… is too long.`, "Use a shorter one."],
  ELOOP: (place) => [`${place} is a link that leads back to itself.`, "Correct the link."],
  EMFILE: () => ["Too many files are open.", "Raise the limit (ulimit -n 4096), then start again."],
  ENFILE: () => ["Too many files are open on this machine.", "End other programs, then start again."],
  EIO: (place) => [`${place} cannot be read or written: the disk reports an error.`, "Check the disk."],
};

/** @param {any} error */
function ofFile(error) {
  const code = errorCode(error);
  const { path, dest, syscall } = error ?? {};
  if (/^(ENOSPC|EDQUOT)$/.test(code)) return diskFull(path);
  if (syscall === "mkdtemp" && /ENOENT|EACCES|EROFS|ENOTDIR/.test(code)) {
    return new StartupError(
      `No file can be made in the folder for temporary files (${path}).`,
      "Make that folder writable, or set TMPDIR to another.",
    );
  }
  const words = Object.hasOwn(files, code) ? files[code] : undefined;
  if (!words || (path === undefined && !/^E[MN]FILE$|^EIO$/.test(code))) return null;
  return new StartupError(...words(dest ?? path ?? "A file"));
}

/** @type {[string, string]} */
const connectionBroke = ["The connection to the database broke.", "See that the server runs, then try again."];

/**
 * What a server says by its code (SQLSTATE), and what the network says of it.
 *
 * @type {Record<string, [string, string]>}
 */
const postgres = {
  ECONNREFUSED: ["The database does not answer: nothing listens there.", "Start that server, then try again."],
  ECONNRESET: connectionBroke,
  EPIPE: connectionBroke,
  ETIMEDOUT: ["The database did not answer in time.", "See that the server can be reached, then try again."],
  "28P01": ["The database refuses the password.", "Correct the password."],
  28000: ["The database does not let this user in.", "Correct the user, or the server's pg_hba.conf."],
  53100: ["The disk of the database is full.", "Free some space there, then start again."],
  53200: ["The database has not enough memory.", "Give its machine more memory, then start again."],
  53300: ["The database takes no more connections.", "Raise its max_connections, or end other programs that use it."],
  55000: ["The database is not in a state for this.", "Its log says more."],
  57014: ["The database gave the statement up.", "Raise statement_timeout for this user, then start again."],
  "57P01": ["The database was stopped meanwhile.", "Start it, then try again."],
  "57P02": ["The database crashed meanwhile.", "Its log says why; start it, then try again."],
  "57P03": ["The database is just starting or stopping.", "Try again in a minute."],
  25006: ["The database can only be read: it is a replica, or was set so.", "Name the server that takes writes."],
};

/** @param {any} error @param {string | undefined} code its own, or that of what caused it */
function ofPostgres(error, code) {
  const severity = error?.severity ? `: ${oneLine(error.message)}` : "";
  if (code === "42501") {
    return new StartupError(`The database refuses it${severity}.`, "Give the user of DATABASE_URL that right.");
  }
  const words = code !== undefined && Object.hasOwn(postgres, code) ? postgres[code] : undefined;
  if (words) return new StartupError(...words);
  if (/Connection terminated|timeout exceeded when trying to connect|^timeout expired$/i.test(error?.message ?? "")) {
    return new StartupError(...connectionBroke);
  }
  return severity ? new StartupError(`The database refuses it${severity} (${code}).`, "Its log says more.") : null;
}

/** @param {any} error @param {string | undefined} code */
function ofPackage(error, code) {
  if (code !== "ERR_MODULE_NOT_FOUND" && code !== "MODULE_NOT_FOUND" && code !== "ERR_DLOPEN_FAILED") return null;
  return new StartupError(
    `A package is missing or damaged: ${oneLine(error.message, 200)}.`,
    "Run npm ci, or remove node_modules and run npm start.",
  );
}
