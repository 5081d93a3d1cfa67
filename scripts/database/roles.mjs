import pg from "pg";

export const database = "peerbalance";
export const ownerRole = "peerbalance_owner";
export const applicationRole = "peerbalance_app";

/** What neither role may ever be: row-level security does not bind a superuser or a role that bypasses it. */
const plain = "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS";

/**
 * On the embedded server, as its superuser: the role that owns and migrates the database, the role the application
 * uses, and the database. Sets what is there already to the same state.
 *
 * @param {object} options
 * @param {string} options.superuserUrl of the server's own database
 * @param {string} options.ownerPassword
 * @param {string} options.applicationPassword
 */
export async function prepareRoles({ superuserUrl, ownerPassword, applicationPassword }) {
  await withClient(superuserUrl, async (client) => {
    for (const [role, password] of Object.entries({
      [ownerRole]: ownerPassword,
      [applicationRole]: applicationPassword,
    })) {
      const { rowCount } = await client.query("select from pg_roles where rolname = $1", [role]);
      const verb = rowCount ? "ALTER" : "CREATE";
      await client.query(`${verb} ROLE ${role} ${plain} PASSWORD ${client.escapeLiteral(password)}`);
    }
    const { rowCount } = await client.query("select from pg_database where datname = $1", [database]);
    if (!rowCount) await client.query(`CREATE DATABASE ${database} OWNER ${ownerRole}`);
    await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${applicationRole}`);
  });
}

/**
 * @template T
 * @param {string} url
 * @param {(client: pg.Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A connection that breaks while idle raises this event; unheard, it would end the process.
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}
