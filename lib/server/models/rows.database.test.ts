import { beforeEach, describe, expect, it } from "vitest";
import type { ModelDraft } from "@/lib/draft/model";
import { noRows, ownRowsOf } from "@/lib/model/rows/own-rows";
import type { EditAccess } from "@/lib/server/access/model";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { getRevision } from "@/lib/server/history/get-revision";
import { restoreRevision } from "@/lib/server/history/restore-revision";
import { asOwner } from "@/test/database/as-owner";
import { someRows } from "@/test/figures/some-rows";
import {
  editAccessTo,
  forge,
  newModelOf,
  newPerson,
  organisationOf,
  someDraft,
  someModel,
  someOrigin,
} from "@/test/people";
import { duplicateModel } from "./duplicate-model";
import { getModel, loadModel } from "./get-model";
import { saveModel } from "./save-model";

const draft: ModelDraft = { ...someDraft, ...someRows };

let ada: AuthenticatedUser;
let id: string;
let access: EditAccess;

beforeEach(async () => {
  ({ user: ada, id, access } = await newModelOf("Ada"));
});

async function rowsOf(person: AuthenticatedUser, modelId: string) {
  const model = await getModel(person, modelId);
  return model && ownRowsOf(model);
}

describe("rows beside inputs", () => {
  it("are stored with a model, in its history, and in a copy", async () => {
    expect(await rowsOf(ada, id)).toEqual(noRows);
    expect(await saveModel(access, { revision: 1, draft }, someOrigin())).toMatchObject({ kind: "saved" });
    expect(await rowsOf(ada, id)).toEqual(someRows);
    expect((await getRevision(access, 2))?.draft).toMatchObject(someRows);
    const copied = await duplicateModel(access, await organisationOf(ada), someOrigin());
    expect(copied.ok && (await rowsOf(ada, copied.id))).toEqual(someRows);
    await restoreRevision(access, 1, someOrigin());
    expect(await rowsOf(ada, id)).toEqual(noRows);
  });

  it("are stored with the first save of a model that is made with them", async () => {
    const made = await someModel(ada, draft);
    expect(await rowsOf(ada, made)).toEqual(someRows);
    expect((await getRevision(await editAccessTo(ada, made), 1))?.draft).toMatchObject(someRows);
  });

  it("are stored without tables that are empty", async () => {
    await saveModel(access, { revision: 1, draft: { ...draft, register: [], staffLines: [] } }, someOrigin());
    const [stored] = await asOwner("select rows from public.cost_models where id = $1", [id]);
    expect(Object.keys(Object(stored?.rows)).sort()).toEqual(["billLines", "equipmentLines", "participantKinds"]);
  });

  it("are what a save says of itself where it says something, in a revision of its own", async () => {
    await saveModel(access, { revision: 1, draft: { ...someDraft, name: "First" } }, someOrigin());
    await saveModel(access, { revision: 2, draft }, someOrigin(), { note: "Calibrated" });
    await saveModel(access, { revision: 3, draft: { ...draft, name: "Last" } }, someOrigin());
    const notes = await asOwner("select number, note from public.revisions where model_id = $1 order by number", [id]);
    expect(notes).toEqual([
      { number: 1, note: "" },
      { number: 2, note: "" },
      { number: 3, note: "Calibrated" },
      { number: 4, note: "" },
    ]);
  });

  it("fit into their column where they are the most that is let through, with every digit", async () => {
    // As long as may be in JSON, and with numbers that PostgreSQL writes out in more than 300 digits.
    const tiny = Number.MIN_VALUE;
    const register = Array.from({ length: 500 }, (_, place) => ({
      ...{ id: `r${place}`, label: "é".repeat(150), what: "server" as const, count: 1e300, equivalents: tiny },
      ...{ ageMonths: 9_007_199_254_740_991, pricePaid: tiny, watts: tiny, source: "s".repeat(100) },
    }));
    const outcome = await saveModel(access, { revision: 1, draft: { ...someDraft, register } }, someOrigin());
    expect(outcome).toMatchObject({ kind: "saved" });
    expect((await rowsOf(ada, id))?.register[499]).toEqual(register[499]);
  });

  it.each(["[]", "null", '"rows"', '{"register": {}}', '{"register": null}', '{"customLines": []}', '{"colour": []}'])(
    "are refused by the database itself: %s",
    async (rows) => {
      const change = (table: string) =>
        asOwner(`update public.${table} set rows = $2, revision = revision + 1 where id = $1`, [id, rows]);
      await expect(change("cost_models")).rejects.toThrow(/cost_models_rows_check/);
    },
  );

  it("cannot be changed without counting up the revision", async () => {
    const change = asOwner(`update public.cost_models set rows = '{"register": []}' where id = $1`, [id]);
    await expect(change).rejects.toThrow(/must go from revision 1 to 2/);
  });

  it("cannot be changed in a revision that is no longer the newest", async () => {
    await saveModel(access, { revision: 1, draft }, someOrigin());
    const emptied = asOwner(
      `update public.revisions set rows = '{"register": []}' where model_id = $1 and number = 1`,
      [id],
    );
    await expect(emptied).rejects.toThrow(/can no longer be changed/);
  });
});

describe("someone of another organisation", () => {
  it("neither reads rows nor changes them, though the proof was forged", async () => {
    const mallory = (await newPerson("Mallory")).user;
    await saveModel(access, { revision: 1, draft }, someOrigin());
    const forged = forge(access, mallory);
    expect(await getModel(mallory, id)).toBeNull();
    expect(await loadModel(forged)).toBeNull();
    expect(await getRevision(forged, 2)).toBeNull();
    const emptied = { revision: 2, draft: { ...someDraft, name: "Mine now" } };
    expect(await saveModel(forged, emptied, someOrigin())).toMatchObject({ kind: "refused" });
    expect(await rowsOf(ada, id)).toEqual(someRows);
  });
});
