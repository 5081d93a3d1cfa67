/** What an error says in the log. */
interface ErrorEntry {
  type: string;
  message: string;
  stack?: string;
  cause?: ErrorEntry;
  errors?: ErrorEntry[];
  [field: string]: unknown;
}

/**
 * The fields that an error may bring into the log beside its type, message and stack: codes of Node's, PostgreSQL's and Prisma's, what a
 * system call was about, names of parts of the schema, and Next.js' digest. PostgreSQL's `detail` and `where` are left out, as they repeat
 * what people typed.
 */
const fields = ["code", "errno", "syscall", "severity", "schema", "table", "column", "constraint", "routine", "digest"];

/** Characters; more is no message but what it quotes. */
const longest = { field: 200, message: 2_000, stack: 8_000 };
const mostErrors = 5;
const deepest = 4;

/**
 * An error as it stands in the log: a list of what is let in, because libraries hang on errors whatever they hold. A lost connection
 * brings its client, and with that the statements and keys of the database.
 */
export function errorEntry(error: unknown, depth = 1): ErrorEntry {
  if (typeof error !== "object" || error === null) {
    return { type: typeof error, message: String(error).slice(0, longest.message) };
  }
  const { name, message, stack, cause, errors, constructor: maker } = error as Record<string, unknown> & Error;
  const entry: ErrorEntry = {
    type: String(typeof maker === "function" && maker.name ? maker.name : name).slice(0, longest.field),
    message: String(message ?? "").slice(0, longest.message),
  };
  if (typeof stack === "string") entry.stack = stack.slice(0, longest.stack);
  for (const field of fields) {
    const value = (error as Record<string, unknown>)[field];
    if (typeof value === "string") entry[field] = value.slice(0, longest.field);
    else if (typeof value === "number") entry[field] = value;
  }
  if (depth < deepest) {
    if (cause !== undefined && cause !== null) entry.cause = errorEntry(cause, depth + 1);
    if (Array.isArray(errors)) entry.errors = errors.slice(0, mostErrors).map((one) => errorEntry(one, depth + 1));
  }
  return entry;
}

/** For pino: every error of the log goes through it. */
export const logSerializers = { err: (error: unknown) => errorEntry(error) };
