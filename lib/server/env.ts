import "server-only";
import { z } from "zod";

// Before the first use of zod: its probe for `new Function` would be reported as a violation of the page's policy.
z.config({ jitless: true });

const port = z.coerce.number().int().min(1).max(65535);
const postgresUrl = z
  .url({ protocol: /^postgres(ql)?$/, error: "must look like postgresql://user:password@host:5432/database" })
  .max(2000);

/**
 * Every environment variable the web process reads. `npm start` fills in what it can work out; see README.
 * DATABASE_URL, the owner's, is deliberately not among them: `npm start` migrates with it and keeps it from the pages.
 */
const schema = z.object({
  PORT: port.default(3000),
  HOST: z.string().min(1).optional(),
  DATABASE_APP_URL: postgresUrl,
  APP_URL: z
    .url({ protocol: /^https?$/, error: "must look like https://peerbalance.example.org" })
    .transform((value) => value.replace(/\/+$/, "")),
  NEXTAUTH_SECRET: z.string().min(32, "must be at least 32 characters long"),
  SIGN_UP: z.enum(["open", "invited", "closed"], "must be open, invited or closed").default("open"),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
});

export type Env = z.output<typeof schema>;

let read: Env | undefined;

/**
 * The environment, checked once. A function and not a constant: a build imports this file, and has none.
 *
 * @throws Error naming each variable that is missing or wrong
 */
export function env(): Env {
  read ??= parseEnv(process.env);
  return read;
}

/** @throws Error naming each variable that is missing or wrong */
export function parseEnv(source: Record<string, string | undefined>): Env {
  // A variable set to nothing counts as not set, as compose files and CI services write them.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The environment is not complete. ${faults.join("; ")}`);
}

/** The names above, for the test that the README and .env.example know them all. */
export const envNames = Object.keys(schema.shape);
