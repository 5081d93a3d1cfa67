import pg from "pg";
import { expect, it } from "vitest";
import { runTogether } from "@/lib/server/runtime/statement-batch";
import { databaseUrls } from "@/test/database/database-urls";

const allowed = 300;

async function withConnection(work: (client: pg.Client) => Promise<void>): Promise<void> {
  const connectionString = databaseUrls().superuserUrl;
  const client = new pg.Client({ connectionString, pipeline: true, query_timeout: allowed });
  client.on("error", () => {});
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

const statement = (text: string) => ({ text, values: [], name: "" });

it("keeps a connection past the time that statements may take, once they are answered", async () => {
  await withConnection(async (client) => {
    const pid = () => runTogether(client, [statement("select 1 as one"), statement("select pg_backend_pid() as pid")]);
    const [one, first] = await pid();
    expect(one).toEqual([{ one: 1 }]);
    await expect(runTogether(client, [statement("select 1 / 0")])).rejects.toThrow("division by zero");
    await new Promise((resolve) => setTimeout(resolve, 2 * allowed));
    expect((await pid())[1]).toEqual(first);
  });
});

it("fails where the database takes longer than it may", async () => {
  await withConnection(async (client) => {
    await expect(runTogether(client, [statement("select pg_sleep(30)")])).rejects.toThrow("Query read timeout");
  });
});
