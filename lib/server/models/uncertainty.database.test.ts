import { beforeEach, describe, expect, it } from "vitest";
import type { ModelDraft } from "@/lib/draft/model";
import type { EditAccess } from "@/lib/server/access/model";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { getRevision } from "@/lib/server/history/get-revision";
import { restoreRevision } from "@/lib/server/history/restore-revision";
import { asOwner } from "@/test/database/as-owner";
import { newModelOf, organisationOf, someDraft, someOrigin } from "@/test/people";
import { duplicateModel } from "./duplicate-model";
import { getModel } from "./get-model";
import { saveModel } from "./save-model";

const stated = {
  notes: {
    users: { range: { kind: "range", low: 50_000, high: 70_000 }, evidence: "measured" },
    peakToMean: { range: { kind: "samples", values: [2, 3, 2.25, 4, 1.5] } },
    sites: { range: { kind: "choices", values: [1, 2], weights: [9, 1] }, note: "asked for" },
    pue: { evidence: "certain" },
  },
  customLines: [
    {
      ...{ id: "rent", label: "Rent", category: "facility", architectures: ["cloud"], kind: "once" },
      ...{ amount: -5, low: -9, high: -4 },
    },
  ],
  drivers: { pay: "none", energy: "some" },
  trials: 100_000,
  seed: 4_294_967_295,
} satisfies Partial<ModelDraft>;
const draft: ModelDraft = { ...someDraft, ...stated };
const unstated = { notes: {}, customLines: [], drivers: {}, trials: 10_000, seed: 1 };

let ada: AuthenticatedUser;
let id: string;
let access: EditAccess;

beforeEach(async () => {
  ({ user: ada, id, access } = await newModelOf("Ada"));
});

describe("what is stated of how figures spread", () => {
  it("is stored with a model, in its history, and in a copy", async () => {
    expect(await getModel(ada, id)).toMatchObject(unstated);
    await saveModel(access, { revision: 1, draft }, someOrigin());
    expect(await getModel(ada, id)).toMatchObject(stated);
    expect((await getRevision(access, 2))?.draft).toMatchObject(stated);
    const copied = await duplicateModel(access, await organisationOf(ada), someOrigin());
    expect(copied.ok && (await getModel(ada, copied.id))).toMatchObject(stated);
    await restoreRevision(access, 1, someOrigin());
    expect(await getModel(ada, id)).toMatchObject(unstated);
  });

  it("is stored without what holds anyway", async () => {
    // Pay moves together strongly as it is declared.
    await saveModel(
      access,
      { revision: 1, draft: { ...draft, drivers: { pay: "strong" }, trials: 10_000 } },
      someOrigin(),
    );
    const rows = await asOwner("select uncertainty from public.cost_models where id = $1", [id]);
    expect(rows).toEqual([{ uncertainty: { seed: 4_294_967_295 } }]);
  });

  it.each([
    '{"trials": 5000}',
    '{"trials": "1000"}',
    '{"seed": -1}',
    '{"seed": 4294967296}',
    '{"seed": 0.5}',
    '{"seed": "1"}',
    '{"drivers": []}',
    '{"colour": 1}',
    "[]",
    "null",
  ])("is refused by the database itself: %s", async (settings) => {
    const change = asOwner("update public.cost_models set uncertainty = $2, revision = revision + 1 where id = $1", [
      id,
      settings,
    ]);
    await expect(change).rejects.toThrow(/cost_models_uncertainty_check/);
  });

  it("cannot be changed without counting up the revision", async () => {
    const change = asOwner(`update public.cost_models set uncertainty = '{"seed": 2}' where id = $1`, [id]);
    await expect(change).rejects.toThrow(/must go from revision 1 to 2/);
  });
});

describe("notes of before there were kinds of ranges", () => {
  it("are read as ranges that hold the value, with the usual end where one is missing", async () => {
    const notes = {
      users: { low: 65_000, note: "counted" },
      cloudEngineeringFTE: { high: 3 },
      pue: { low: 1.1, high: 1.9 },
      sites: { high: 4 },
      horizonMonths: { low: 36 },
    };
    await asOwner("update public.cost_models set notes = $2, revision = revision + 1 where id = $1", [
      id,
      JSON.stringify(notes),
    ]);
    const model = await getModel(ada, id);
    const { users, cloudEngineeringFTE, pue, sites, horizonMonths } = model?.notes ?? {};
    // 60,000 users lie below the low end: it is theirs. Up to 70,000 of 50,000 is declared, 1.4 times: 84,000.
    expect(users).toMatchObject({ note: "counted", range: { kind: "range", low: 60_000, high: 84_000 } });
    expect(cloudEngineeringFTE).toEqual({ range: { kind: "range", low: 1.18, high: 3 } });
    expect(pue).toEqual({ range: { kind: "range", low: 1.1, high: 1.9 } });
    expect(sites).toEqual({ range: { kind: "range", low: 1, high: 4 } });
    expect(horizonMonths).toBeUndefined();
    // And the model can be saved on.
    if (model === null) throw new Error("Ada's model is there");
    expect(await saveModel(access, { revision: 2, draft: model }, someOrigin())).toMatchObject({ kind: "saved" });
  });
});
