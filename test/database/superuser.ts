import pg from "pg";
import { afterAll, beforeAll } from "vitest";
import { databaseUrls } from "./database-urls";

/**
 * A connection for all tests of a file as the superuser of this worker's database, whom nothing is kept from: for what the
 * product cannot bring about, and to look at what it left behind.
 */
export function superuserOfThisFile(): pg.Client {
  const url = new URL(databaseUrls().superuserUrl);
  url.pathname = "/peerbalance";
  const superuser = new pg.Client({ connectionString: url.href });
  beforeAll(() => superuser.connect());
  afterAll(() => superuser.end());
  return superuser;
}

/** As if a model and its revisions had been saved when this version was the present one. */
export async function saveUnder(superuser: pg.Client, id: string, version: number, inputs: object): Promise<void> {
  await superuser.query("set session_replication_role = replica");
  for (const [table, column] of [
    ["cost_models", "id"],
    ["revisions", "model_id"],
  ])
    await superuser.query(`update ${table} set model_version = $2, inputs = $3 where ${column} = $1`, [
      id,
      version,
      JSON.stringify(inputs),
    ]);
  await superuser.query("set session_replication_role = origin");
}
