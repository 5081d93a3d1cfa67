import pg from "pg";
import { expect, it } from "vitest";
import { type ReadTransaction, readInScope } from "@/lib/server/runtime/read-scope";
import { databaseUrls } from "@/test/database/database-urls";
import { newPerson, organisationOf } from "@/test/people";

async function endConnection(pid: number): Promise<void> {
  const superuser = new pg.Client({ connectionString: databaseUrls().superuserUrl });
  await superuser.connect();
  await superuser.query("select pg_terminate_backend($1)", [pid]);
  await superuser.end();
  // Until the other end has heard of it.
  await new Promise((resolve) => setTimeout(resolve, 200));
}

const pidOf = async (tx: ReadTransaction) => {
  const [found] = await tx.$queryRaw<{ pid: number }[]>`select pg_backend_pid() as pid`;
  return found?.pid ?? 0;
};

/** What a statement finds of the scope, and which transaction it runs in. */
const settingsIn = async (tx: ReadTransaction) => {
  const [found] = await tx.$queryRaw<Record<string, unknown>[]>`
    select current_setting('app.user_id', true) as user, current_setting('app.organisation_id', true) as organisation,
           current_setting('app.model_id', true) as model, current_setting('transaction_read_only') as "readOnly",
           current_setting('plan_cache_mode') as plans, current_setting('enable_sort') as sort, now() as begun`;
  return found ?? {};
};

it("a connection that breaks between two statements fails the work and nothing else", async () => {
  const { user } = await newPerson("Ada");
  const work = readInScope({ user: user.id }, async (tx) => {
    await endConnection(await pidOf(tx));
    return tx.$queryRaw`select 1`;
  });
  // An error that nobody listened for would end this process, as it would the server.
  await expect(work).rejects.toThrow();
  expect(await readInScope({ user: user.id }, (tx) => tx.$queryRaw`select 1 as one`)).toEqual([{ one: 1 }]);
});

it("every statement has its scope, those after an answer too, and leaves nothing of it behind", async () => {
  const { user } = await newPerson("Ada");
  const { organisationId: organisation } = await organisationOf(user);
  const scope = { user: user.id, organisation };
  const expected = { user: user.id, organisation, model: "", readOnly: "on", plans: "force_generic_plan" };
  const pids = new Set<number>();
  for (let n = 0; n < 3; n++) {
    await readInScope(
      scope,
      async (tx) => {
        const [pid, first, second] = await Promise.all([pidOf(tx), settingsIn(tx), settingsIn(tx)]);
        pids.add(pid);
        expect(first).toMatchObject({ ...expected, sort: "off" });
        // Asked for together, they are of one transaction.
        expect(second).toEqual(first);
        const third = await settingsIn(tx);
        expect(third).toEqual({ ...first, begun: third.begun });
      },
      { byIndex: true },
    );
  }
  const { user: other } = await newPerson("Bob");
  await readInScope({ user: other.id }, async (tx) => {
    expect(pids).toContain(await pidOf(tx));
    expect(await settingsIn(tx)).toMatchObject({ user: other.id, organisation: "", sort: "on" });
  });
});

it("shows nobody else's rows, and writes nothing", async () => {
  const [{ user: ada }, { user: bob }] = [await newPerson("Ada"), await newPerson("Bob")];
  const own = await organisationOf(ada);
  const seen = (tx: ReadTransaction) =>
    tx.$queryRaw`select organisation_id as id from memberships where organisation_id = ${own.organisationId}::uuid`;
  expect(await readInScope({ user: ada.id }, seen)).toEqual([{ id: own.organisationId }]);
  expect(await readInScope({ user: bob.id }, seen)).toEqual([]);
  const writing = readInScope({ user: ada.id }, (tx) => tx.$queryRaw`update users set name = 'Eve' returning id`);
  await expect(writing).rejects.toThrow("read-only transaction");
});

it("a statement that fails takes those beside it with it, and the connection goes on", async () => {
  const { user } = await newPerson("Ada");
  const failing = (tx: ReadTransaction) =>
    Promise.allSettled([
      tx.$queryRaw`select 5 as "beforeFault"`,
      tx.$queryRaw`select 1 / (0 * ${1}::int) as fault`,
      tx.$queryRaw`select 6 as "behindFault"`,
    ]);
  for (let n = 0; n < 2; n++) {
    const settled = await readInScope({ user: user.id }, async (tx) => {
      const asked = await failing(tx);
      // What was parsed before the fault, and what was not, can both be asked again.
      expect(
        await Promise.all([tx.$queryRaw`select 6 as "behindFault"`, tx.$queryRaw`select 5 as "beforeFault"`]),
      ).toEqual([[{ behindFault: 6 }], [{ beforeFault: 5 }]]);
      expect(await settingsIn(tx)).toMatchObject({ user: user.id });
      return asked;
    });
    expect(settled.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    expect(settled.map((one) => (one as PromiseRejectedResult).reason.code)).toEqual(["22012", "22012", "22012"]);
  }
  const parsing = readInScope({ user: user.id }, (tx) => tx.$queryRaw`select no_such_column from users`);
  await expect(parsing).rejects.toMatchObject({ code: "42703" });
});

it("reads every kind of value as it did when its columns were asked for", async () => {
  const { user } = await newPerson("Ada");
  const read = () =>
    readInScope(
      { user: user.id },
      (tx) => tx.$queryRaw`
        select 'a''ß€'::text as text, 7 as "whole", 0.5::float8 as part, true as is, null::text as nothing, '{"a": [1]}'::jsonb as json,
               '2026-02-28'::date as day, '2026-02-28 23:59:59.123+01'::timestamptz as moment, '\\x00ff'::bytea as bytes,
               ${["x", "y"]}::text[] as list, ${new Date("2026-01-02T03:04:05.678Z")}::timestamptz as given`,
    );
  const values = {
    text: "a'ß€",
    whole: 7,
    part: 0.5,
    is: true,
    nothing: null,
    json: { a: [1] },
    day: new Date("2026-02-28T00:00:00Z"),
    moment: new Date("2026-02-28T22:59:59.123Z"),
    bytes: Buffer.from([0, 255]),
    list: ["x", "y"],
    given: new Date("2026-01-02T03:04:05.678Z"),
  };
  for (let n = 0; n < 3; n++) expect(await read()).toEqual([values]);
});

it("a scope that has ended is asked nothing more", async () => {
  const { user } = await newPerson("Ada");
  const late = await readInScope({ user: user.id }, async (tx) => {
    await tx.$queryRaw`select 1`;
    return { tx };
  });
  await expect(late.tx.$queryRaw`select 1`).rejects.toThrow("this scope has ended");
  const given = readInScope({ user: user.id }, async (tx) => {
    const asked = tx.$queryRaw`select 1`;
    asked.catch(() => {});
    throw Object.assign(new Error("the work failed"), { asked });
  });
  const error = await given.catch((one) => one);
  expect(error.message).toBe("the work failed");
  await expect(error.asked).rejects.toThrow("before it was asked");
});
