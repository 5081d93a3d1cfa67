import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, inject, it, vi } from "vitest";
import { type AuthenticatedUser, authorizeModel, type EditAccess } from "@/lib/server/access";
import { getRevision } from "@/lib/server/history/get-revision";
import { restoreRevision } from "@/lib/server/history/restore-revision";
import { somebody, someDraft, someModel, someOrigin } from "@/test/people";
import { getModel } from "./get-model";
import { saveModel } from "./save-model";

// As if the present version were the second, and the first had said otherwise of two inputs: only one was ever released.
vi.mock("@/lib/model/version", () => ({ modelVersion: 2 }));
vi.mock("@/lib/model/released/older-versions", () => ({
  olderVersions: new Map([
    [
      1,
      [
        { key: "storedTB", default: 70, min: 0, max: 1_000_000, integer: false },
        { key: "serverLifeMonths", default: 60, min: 6, max: 240, integer: true },
      ],
    ],
  ]),
}));

let ada: AuthenticatedUser;
let id: string;
let access: EditAccess;
let superuser: pg.Client;

beforeAll(async () => {
  const url = new URL(inject("superuserUrl"));
  url.pathname = "/peerbalance";
  superuser = new pg.Client({ connectionString: url.href });
  await superuser.connect();
  ada = (await somebody("Ada")).user;
});
afterAll(() => superuser.end());

beforeEach(async () => {
  id = await someModel(ada);
  const proven = await authorizeModel(ada, id, "edit");
  if (proven === null || proven === "refused") throw new Error("Ada owns this model");
  access = proven;
});

const stored = { users: 60_000, serverLifeMonths: 200 };

/** As if the model and its first revision had been saved when version 1 was the present one. */
async function savedUnder(version: number): Promise<void> {
  await superuser.query("set session_replication_role = replica");
  for (const [table, column] of [
    ["cost_models", "id"],
    ["revisions", "model_id"],
  ])
    await superuser.query(`update ${table} set model_version = $1, inputs = $2 where ${column} = $3`, [
      version,
      stored,
      id,
    ]);
  await superuser.query("set session_replication_role = origin");
}

const row = async (table: "cost_models" | "revisions", and = "") =>
  (
    await superuser.query(
      `select model_version, inputs from ${table} where ${table === "revisions" ? "model_id" : "id"} = $1 ${and}`,
      [id],
    )
  ).rows[0];

it("a model of an earlier version is read by that version's bounds, and shows that version's defaults", async () => {
  await savedUnder(1);
  expect(await getModel(ada, id)).toMatchObject({ modelVersion: 1, inputs: { ...stored, storedTB: 70 } });
  expect((await getRevision(access, 1))?.draft.inputs).toEqual({ ...stored, storedTB: 70 });
  // Under the present version, 200 months are a fault in the database.
  await savedUnder(2);
  await expect(getModel(ada, id)).rejects.toThrow("serverLifeMonths");
});

it("a revision of an earlier version is restored under that version, as it was stored", async () => {
  await savedUnder(1);
  const draft = { ...someDraft, inputs: { users: 61_000 } };
  expect((await saveModel(access, { revision: 1, draft }, someOrigin())).kind).toBe("saved");
  expect(await row("cost_models")).toEqual({ model_version: 2, inputs: { users: 61_000 } });

  expect(await restoreRevision(access, 1, someOrigin())).toEqual({ ok: true, number: 3, before: 2 });
  expect(await row("cost_models")).toEqual({ model_version: 1, inputs: stored });
  expect(await row("revisions", "and number = 3")).toEqual({ model_version: 1, inputs: stored });
  expect(await getModel(ada, id)).toMatchObject({ modelVersion: 1, inputs: { ...stored, storedTB: 70 } });
  expect((await getRevision(access, 2))?.modelVersion).toBe(2);
});
