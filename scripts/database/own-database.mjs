import { errorCode } from "../support/error-code.mjs";
import { oneLine } from "../support/explain.mjs";
import { StartupError } from "../support/startup-error.mjs";
import { withClient } from "./roles.mjs";

/**
 * Whether the server behind a URL answers and is one this can work with.
 *
 * @param {string} name of the variable that holds the URL
 * @param {string} url
 */
export async function checkAnswers(name, url) {
  const schema = new URL(url).searchParams.get("schema");
  if (schema && schema !== "public") {
    throw new StartupError(
      `${name} asks for the schema ${schema}.`,
      "Peerbalance keeps its tables in public; give it a database of its own.",
    );
  }
  try {
    await withClient(url, (client) => checkServer(name, client));
  } catch (error) {
    if (error instanceof StartupError) throw error;
    throw new StartupError(
      `${name} does not answer at ${placeOf(url)}: ${reason(error)}.`,
      `Start that server or correct ${name}.`,
    );
  }
}

/**
 * Host, port and database of a URL, without its password.
 *
 * @param {string} url
 */
export function placeOf(url) {
  const { hostname, port, pathname, searchParams } = new URL(url);
  return `${hostname || (searchParams.get("host") ?? "localhost")}:${port || 5432}${pathname}`;
}

/** @param {string} name of the variable that holds the URL @param {import("pg").Client} client */
async function checkServer(name, client) {
  const { rows } = await client.query(`
    select current_setting('server_version_num')::int as version, pg_is_in_recovery() as is_replica, current_database() as database,
           current_setting('default_transaction_read_only') = 'on' as is_read_only, current_setting('server_encoding') as encoding`);
  const { version, is_replica, is_read_only, encoding, database } = rows[0];
  if (version < 150000) {
    throw new StartupError(
      `${name} leads to PostgreSQL ${Math.floor(version / 10000)}.`,
      "Use PostgreSQL 15 or later.",
    );
  }
  if (is_replica || is_read_only) {
    throw new StartupError(
      `${name} leads to a ${is_replica ? "replica" : "database"} that can only be read.`,
      "Name the server that takes writes.",
    );
  }
  if (encoding !== "UTF8") {
    throw new StartupError(
      `${name} leads to the database ${database}, whose encoding is ${encoding}.`,
      `Make one that holds every text: CREATE DATABASE ${database}_utf8 ENCODING 'UTF8' TEMPLATE template0;`,
    );
  }
}

/**
 * Whether the role of DATABASE_URL is what the migrations are written for: an ordinary role that may make tables in the database and
 * owns those that are there.
 *
 * @param {string} ownerUrl
 */
export function checkOwner(ownerUrl) {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query(`
      select current_user as name, current_database() as database, r.rolsuper as is_super, r.rolbypassrls as is_unbound,
             to_regnamespace('public') is not null as has_schema,
             coalesce(has_schema_privilege(to_regnamespace('public'), 'create'), false) as may_make,
             (select c.relname || ' belongs to ' || pg_get_userbyid(c.relowner) from pg_class c
              where c.relnamespace = to_regnamespace('public') and c.relkind in ('r', 'v', 'S', 'p') and not pg_has_role(c.relowner, 'usage')
              order by c.relname limit 1) as foreign_table
      from pg_roles r where r.rolname = current_user`);
    const { name, database, is_super, is_unbound, has_schema, may_make, foreign_table } = rows[0];
    const [role, place] = [client.escapeIdentifier(name), client.escapeIdentifier(database)];
    if (is_super || is_unbound) {
      throw new StartupError(
        `The role ${name} of DATABASE_URL ${is_super ? "is a superuser" : "bypasses row-level security"}, and Peerbalance keeps its tables under a role that is bound by it.`,
        `As ${name}, run: CREATE ROLE peerbalance_owner LOGIN CREATEROLE PASSWORD '…'; ALTER DATABASE ${place} OWNER TO peerbalance_owner; then name that role in DATABASE_URL (docs/operating.md says how tables that are there already change hands).`,
      );
    }
    if (!has_schema) {
      throw new StartupError(`The database ${database} has no schema public.`, "Make it: CREATE SCHEMA public;");
    }
    if (!may_make) {
      throw new StartupError(
        `The role ${name} of DATABASE_URL does not own the database ${database} and may not make tables in it.`,
        `As an administrator of that server, run: ALTER DATABASE ${place} OWNER TO ${role};`,
      );
    }
    if (foreign_table) {
      throw new StartupError(
        `The role ${name} of DATABASE_URL does not own what is in the database ${database}: ${foreign_table}.`,
        "Name the role that made the tables, or give Peerbalance an empty database of its own.",
      );
    }
  });
}

/**
 * Whether two URLs lead to one database: a lock taken by the first must be seen by the second. Their words prove nothing, as one server
 * has many names, and a copy of a server has the same identifier.
 *
 * @param {string} ownerUrl
 * @param {string} name of the variable that holds the other
 * @param {string} url
 */
export function checkSameDatabase(ownerUrl, name, url) {
  const key = Math.floor(Math.random() * 2 ** 31);
  return withClient(ownerUrl, async (owner) => {
    await owner.query("begin");
    // Of a transaction and not of a session: the other may lead through a pooler.
    await owner.query("select pg_advisory_xact_lock(7270736, $1::int)", [key]);
    const isSame = await withClient(url, async (client) => {
      const { rows } = await client.query("select pg_try_advisory_xact_lock(7270736, $1::int) as is_free", [key]);
      return !rows[0].is_free;
    });
    await owner.query("rollback");
    if (isSame) return;
    throw new StartupError(
      `${name} leads to another database (${placeOf(url)}) than DATABASE_URL (${placeOf(ownerUrl)}).`,
      `Correct ${name}: the same server and database, under the application's role.`,
    );
  });
}

/**
 * Why a connection failed, in words.
 *
 * @param {any} error
 */
export function reason(error) {
  const code = errorCode(error) || errorCode(error.errors?.[0]);
  /** @type {Record<string, string>} */
  const known = {
    ECONNREFUSED: "nothing listens there",
    ENOENT: "there is no such socket",
    EACCES: "this user may not open that socket",
    ENOTFOUND: "there is no such host",
    EAI_AGAIN: "the name of the host could not be looked up",
    ETIMEDOUT: "it did not answer in time",
    EHOSTUNREACH: "there is no way to that host",
    ENETUNREACH: "there is no way to that network",
    ECONNRESET: "it ended the connection",
    "28P01": "the password is wrong",
    28000: "this user may not connect",
    42501: "this user may not connect to that database",
    "3D000": "there is no such database",
    53300: "it takes no more connections",
    "57P03": "it is just starting or stopping",
  };
  if (known[code]) return known[code];
  if (/timeout/i.test(error.message ?? "")) return known.ETIMEDOUT;
  return oneLine(error.message || code || String(error));
}
