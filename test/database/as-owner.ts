import pg from "pg";
import { databaseUrls } from "./database-urls";

/**
 * Runs one statement as the role that owns the tables, past row-level security, to bring about what only time would.
 * Tests only: the web process does not know this role's address. Tables are named in full.
 */
export async function asOwner(statement: string, values: unknown[]): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: databaseUrls().ownerUrl });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("set local search_path = pg_catalog, pg_temp");
    const { rows } = await client.query(statement, values);
    await client.query("commit");
    return rows;
  } finally {
    await client.end();
  }
}
