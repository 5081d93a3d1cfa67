import pg from "pg";
import { expect, it } from "vitest";
import { readInScope } from "@/lib/server/runtime/read-scope";
import { databaseUrls } from "@/test/database/database-urls";
import { newPerson } from "@/test/people";

async function endConnection(pid: number): Promise<void> {
  const superuser = new pg.Client({ connectionString: databaseUrls().superuserUrl });
  await superuser.connect();
  await superuser.query("select pg_terminate_backend($1)", [pid]);
  await superuser.end();
  // Until the other end has heard of it.
  await new Promise((resolve) => setTimeout(resolve, 200));
}

it("a connection that breaks between two statements fails the work and nothing else", async () => {
  const { user } = await newPerson("Ada");
  const work = readInScope({ user: user.id }, async (tx) => {
    const [found] = await tx.$queryRaw<{ pid: number }[]>`select pg_backend_pid() as pid`;
    await endConnection(found?.pid ?? 0);
    return tx.$queryRaw`select 1`;
  });
  // An error that nobody listened for would end this process, as it would the server.
  await expect(work).rejects.toThrow();
  expect(await readInScope({ user: user.id }, (tx) => tx.$queryRaw`select 1 as one`)).toEqual([{ one: 1 }]);
});
