import { z } from "zod";

// Before the first use of zod: its probe for `new Function` would be reported as a violation of the page's policy.
z.config({ jitless: true });

/** @param {number} least @param {number} most */
const wholeNumber = (least, most) =>
  z.coerce
    .number(`must be a whole number from ${least} to ${most}`)
    .int(`must be a whole number from ${least} to ${most}`)
    .min(least, `must be a whole number from ${least} to ${most}`)
    .max(most, `must be a whole number from ${least} to ${most}`);
const postgresUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: "must look like postgresql://user:password@host:5432/database",
});
const appUrl = z
  .url({ protocol: /^https?$/, hostname: /./, error: "must look like https://peerbalance.example.org" })
  .transform((value) => new URL(value).origin);
const smtpUrl = z.url({
  protocol: /^smtps?$/,
  hostname: /./,
  error: "must look like smtp://user:password@mail.example.org:587, or smtps:// on port 465",
});
const sender = z
  .string()
  .regex(
    /^([^<>\r\n]+ <[^@<>\s]+@[^@<>\s]+>|[^@<>\s]+@[^@<>\s]+)$/,
    "must look like Peerbalance <peerbalance@example.org>",
  );
const secret = z.string().min(32, "must be at least 32 characters long; openssl rand -base64 32 makes one");

const common = {
  /** Port the pages are served on. */
  PORT: wholeNumber(1, 65535).default(3000),
  /** Address to listen on; all of the machine's where it is not set. */
  HOST: z.string().optional(),
  /** Who may sign up: anyone, holders of an invitation link, or nobody. */
  SIGN_UP: z.enum(["open", "invited", "closed"], "must be open, invited or closed").default("open"),
  /** How many proxies stand before the server: 0 takes the client's address from the connection. */
  TRUSTED_PROXIES: wholeNumber(0, 10).default(0),
  /** How many days backups are kept; the page that deletes for good says it. */
  BACKUP_DAYS: wholeNumber(0, 3650).optional(),
  /** Anyone who shows it may read /api/metrics; without it there are none. */
  METRICS_TOKEN: z.string().min(20, "must be at least 20 characters long").optional(),
  /** Mail server to send through; without it nothing is mailed, and links are shown to be copied. */
  SMTP_URL: smtpUrl.optional(),
  /** Whom mail comes from; demanded with SMTP_URL. */
  MAIL_FROM: sender.optional(),
  /** OpenID Connect provider to sign in with: its issuer, as its discovery document names it. */
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/, hostname: /./, error: "must look like https://login.example.org" })
    .optional(),
  /** What the provider knows this installation by. */
  OIDC_CLIENT_ID: z.string().optional(),
  /** The secret that goes with it. */
  OIDC_CLIENT_SECRET: z.string().optional(),
  /** What the button calls the provider: "Sign in with …". */
  OIDC_NAME: z.string().max(40, "must have at most 40 characters").default("single sign-on"),
};

/** @typedef {{ SMTP_URL?: string | undefined, MAIL_FROM?: string | undefined }} MailGiven */
/** @type {[(given: MailGiven) => boolean, { path: string[], error: string }]} */
const mailIsWhole = [
  ({ SMTP_URL, MAIL_FROM }) => SMTP_URL === undefined || MAIL_FROM !== undefined,
  { path: ["MAIL_FROM"], error: "must be set with SMTP_URL" },
];

/** @typedef {{ OIDC_ISSUER?: string | undefined, OIDC_CLIENT_ID?: string | undefined, OIDC_CLIENT_SECRET?: string | undefined }} OpenIdGiven */
/** @type {(name: "OIDC_CLIENT_ID" | "OIDC_CLIENT_SECRET") => [(given: OpenIdGiven) => boolean, { path: string[], error: string }]} */
const openIdNeeds = (name) => [
  (given) => given.OIDC_ISSUER === undefined || given[name] !== undefined,
  { path: [name], error: "must be set with OIDC_ISSUER" },
];
/**
 * @template {z.ZodType<MailGiven & OpenIdGiven>} Schema
 * @param {Schema} schema
 * @returns {Schema}
 */
const whole = (schema) =>
  schema
    .refine(...mailIsWhole)
    .refine(...openIdNeeds("OIDC_CLIENT_ID"))
    .refine(...openIdNeeds("OIDC_CLIENT_SECRET"));

/** What `npm start` and the other scripts read. They work out what is left open before they start the web process. */
const installation = z.object({
  ...common,
  /** PostgreSQL server to use instead of the embedded one, as the role that owns and migrates. */
  DATABASE_URL: postgresUrl.optional(),
  /** The same database as the application's role. */
  DATABASE_APP_URL: postgresUrl.optional(),
  /** The same again with a session of its own, where the application's leads through a pooler in transaction mode. */
  DATABASE_LISTEN_URL: postgresUrl.optional(),
  /** Address under which people reach the pages; links carry it. */
  APP_URL: appUrl.optional(),
  /** Key that signs the sessions' cookies. */
  NEXTAUTH_SECRET: secret.optional(),
  /** Folder of the embedded database and of what the installation keeps to itself. */
  DATA_DIR: z.string().default(".data"),
});

/** What the web process reads. The owner's DATABASE_URL is not among it: pages never hold the right to migrate. */
const web = z.object({
  ...common,
  DATABASE_APP_URL: postgresUrl,
  /** Where notifications are heard; DATABASE_APP_URL where it is not set. */
  DATABASE_LISTEN_URL: postgresUrl.optional(),
  APP_URL: appUrl,
  NEXTAUTH_SECRET: secret,
});

/** @typedef {import("zod").output<typeof web>} WebEnvironment */
/** @typedef {import("zod").output<typeof installation>} InstallationEnvironment */

/** Every variable there is, for the test that the README and .env.example know them all. */
export const environmentNames = Object.keys(installation.shape);

/**
 * @param {Record<string, string | undefined>} source
 * @returns {WebEnvironment}
 * @throws {Error} that names each variable that is missing or wrong
 */
export function parseWebEnvironment(source) {
  return parse(whole(web), source);
}

/**
 * @param {Record<string, string | undefined>} source
 * @returns {InstallationEnvironment}
 * @throws {Error} that names each variable that is missing or wrong
 */
export function parseInstallationEnvironment(source) {
  return parse(whole(installation), source);
}

/**
 * @template {import("zod").ZodType} Schema
 * @param {Schema} schema
 * @param {Record<string, string | undefined>} source
 * @returns {import("zod").output<Schema>}
 */
function parse(schema, source) {
  // A variable set to nothing counts as not set, as compose files and CI services write them.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => {
    const name = String(path[0]);
    return given[name] === undefined ? `${name} is not set` : `${name} ${message}`;
  });
  throw new Error(`The environment is not right: ${faults.join("; ")}.`);
}
