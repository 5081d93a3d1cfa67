import { createHmac } from "node:crypto";
import pg from "pg";
import { errorCode } from "../support/error-code.mjs";
import { StartupError } from "../support/startup-error.mjs";
import { applicationRole, withClient } from "./roles.mjs";

const makeIt = `As an administrator of that server, run: CREATE ROLE ${applicationRole} LOGIN PASSWORD '…'; then set DATABASE_APP_URL to the same database with that name and password.`;

/**
 * On a PostgreSQL server of someone's own: the URL of the application's role, which is made where it may be.
 * Comes before the migrations, which grant to it.
 *
 * @param {{ ownerUrl: string, applicationUrl?: string | undefined, secret: string }} options
 * @returns {Promise<string>}
 */
export async function prepareApplicationRole({ ownerUrl, applicationUrl, secret }) {
  if (applicationUrl) return applicationUrl;
  const password = createHmac("sha256", secret).update(applicationRole).digest("base64url");
  const url = new URL(ownerUrl);
  url.username = applicationRole;
  url.password = password;
  if (await canConnect(url.href)) return url.href;
  await makeRole(ownerUrl, password);
  if (await canConnect(url.href)) return url.href;
  throw new StartupError(
    `The role ${applicationRole} exists now but may not connect to the database of DATABASE_URL.`,
    makeIt,
  );
}

/** @param {string} ownerUrl @param {string} password */
function makeRole(ownerUrl, password) {
  return withClient(ownerUrl, async (client) => {
    const { rowCount } = await client.query("select from pg_roles where rolname = $1", [applicationRole]);
    const verb = rowCount ? "ALTER" : "CREATE";
    try {
      await client.query(`${verb} ROLE ${applicationRole} LOGIN PASSWORD ${pg.escapeLiteral(password)}`);
    } catch (error) {
      if (errorCode(error) !== "42501") throw error;
      throw new StartupError(`The user of DATABASE_URL may not make the role ${applicationRole}.`, makeIt);
    }
    const name = pg.escapeIdentifier((await client.query("select current_database() as name")).rows[0].name);
    // Where everybody may connect, as is usual, this is not needed; where it is needed and refused, connecting tells.
    await client.query(`GRANT CONNECT ON DATABASE ${name} TO ${applicationRole}`).catch(() => {});
  });
}

/** @param {string} url */
async function canConnect(url) {
  try {
    await withClient(url, (client) => client.query("select"));
    return true;
  } catch (error) {
    // 28…: the role is missing, cannot log in or has another password; 42501: it may not connect.
    if (/^28|^42501$/.test(errorCode(error))) return false;
    throw error;
  }
}

/**
 * After the migrations: the application's role must be bound by row-level security, and be granted what the application
 * does.
 *
 * @param {string} applicationUrl
 */
export function checkApplicationRole(applicationUrl) {
  return withClient(applicationUrl, async (client) => {
    const { rows } = await client.query(`
      select current_user as name, r.rolsuper or r.rolbypassrls as is_unbound,
             pg_has_role(current_user, c.relowner, 'member') as is_owner,
             pg_has_role(current_user, '${applicationRole}', 'usage') as is_granted
      from pg_roles r, pg_class c where r.rolname = current_user and c.oid = 'public.cost_models'::regclass`);
    const { name, is_unbound, is_owner, is_granted } = rows[0];
    if (is_unbound || is_owner) {
      throw new StartupError(
        `The role ${name} of DATABASE_APP_URL is a superuser, bypasses row-level security or owns the tables, so it would see every organisation's rows.`,
        makeIt,
      );
    }
    if (!is_granted) {
      throw new StartupError(
        `The role ${name} of DATABASE_APP_URL has no rights on the tables.`,
        `As an administrator, run: GRANT ${applicationRole} TO ${pg.escapeIdentifier(name)};`,
      );
    }
  });
}
