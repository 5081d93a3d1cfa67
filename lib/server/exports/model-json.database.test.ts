import { beforeAll, expect, it } from "vitest";
import { readModelJson } from "@/lib/import/model-json";
import { modelVersion } from "@/lib/model/version";
import { modelDocumentJsonSchema, modelDocumentSchema } from "@/lib/schemas/api/model-document";
import { authorizeLink } from "@/lib/server/access/link";
import { authorizeModel } from "@/lib/server/access/model";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { digestOf } from "@/lib/server/files/digest";
import { importModel } from "@/lib/server/models/import-model";
import { newDraft } from "@/lib/server/models/new-draft";
import { createScenario } from "@/lib/server/scenarios/create-scenario";
import { getScenarios } from "@/lib/server/scenarios/get-scenarios";
import { createLink } from "@/lib/server/sharing/create-link";
import { asOwner } from "@/test/database/as-owner";
import { operationsMarker, payDraft } from "@/test/figures/pay-draft";
import { plainLink } from "@/test/figures/plain-link";
import { editAccessTo, newPerson, organisationOf, someModel, someOrigin } from "@/test/people";
import { program } from "./model-csv";
import { linkedModelJson, modelJsonDownload } from "./model-json";

let ada: AuthenticatedUser;
let id: string;

beforeAll(async () => {
  ({ user: ada } = await newPerson("Ada"));
  const inFrancs = { currency: "CHF", currencyRate: 0.8831, currencyRateDate: "2027-01-15" };
  id = await someModel(ada, {
    ...payDraft,
    ...inFrancs,
    fiscalYearStart: 7,
    drivers: { energy: "none" },
    seed: 77,
  });
  const own = await editAccessTo(ada, id);
  for (const [name, inputs] of [
    ["More", { users: 90_000 }],
    ["Less, at 0.1 + 0.2", { users: 40_000, discountRate: 0.1 + 0.2 }],
  ] as const)
    expect(await createScenario(own, { name, inputs, currencyRate: 0.8831 }, someOrigin())).toMatchObject({ ok: true });
});

async function fileOf(modelId: string): Promise<string> {
  const access = await editAccessTo(ada, modelId);
  return (await modelJsonDownload(access, someOrigin(), program)).text();
}

it("comes back as an equal model: figures, scenarios, digest and results", async () => {
  const file = await fileOf(id);
  const blank = newDraft(null, { name: "-" });
  if (!blank.ok) throw new Error("no draft");
  const given = { isNew: true, version: modelVersion };
  const read = readModelJson(file, { ...blank.draft, name: "" }, given, digestOf);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  const made = await importModel(await organisationOf(ada), read, someOrigin());
  if (!made.ok) throw new Error(JSON.stringify(made.faults));
  expect(made.id).not.toBe(id);

  const [before, after] = [await getScenarios(ada, id), await getScenarios(ada, made.id)];
  const figures = (found: typeof before) => {
    if (found === null) throw new Error("not there");
    const { id: _, changedAt, ...model } = found.model;
    return { model, scenarios: found.scenarios.map(({ name, inputs }) => ({ name, inputs })) };
  };
  expect(figures(after)).toEqual(figures(before));
  const [first, again] = [JSON.parse(file), JSON.parse(await fileOf(made.id))];
  expect(again).toEqual({ ...first, changedAt: again.changedAt });
  expect(first.results.map(({ scenario }: { scenario: string }) => scenario)).toEqual([
    "Base",
    "More",
    "Less, at 0.1 + 0.2",
  ]);
});

it("keeps to its published schema, and leaves a trace", async () => {
  expect(modelDocumentSchema.safeParse(JSON.parse(await fileOf(id))).error).toBeUndefined();
  const schema = modelDocumentJsonSchema("https://example.org/model.json") as { required: string[] };
  expect(schema).toMatchObject({ $id: "https://example.org/model.json", type: "object" });
  expect(schema.required).toEqual(expect.arrayContaining(["format", "digest", "model", "scenarios", "results"]));
  const events = await asOwner("select detail from public.audit_events where subject_id = $1 and action = $2", [
    id,
    "model.exported",
  ]);
  expect(events[0]).toMatchObject({ detail: { file: "model.json", revision: 1 } });
});

it("leaves out what a link leaves out, in its results too", async () => {
  const share = await authorizeModel(ada, id, "share");
  if (share === null || share === "refused") throw new Error("not the owner");
  const link = { ...plainLink, leavesOutPay: true, leavesOutNotes: true };
  const made = await createLink(share, link, someOrigin());
  if (!made.ok) throw new Error("no link");
  const access = await authorizeLink(made.link.slice(-43), undefined, "link:download");
  if (access === null || typeof access === "string") throw new Error("the link opens nothing");
  const text = await (await linkedModelJson(access, someOrigin())).text();
  const file = JSON.parse(text);
  expect(modelDocumentSchema.safeParse(file).error).toBeUndefined();
  expect(text).not.toMatch(new RegExp(`${operationsMarker}|31313|Chief engineer|Counted in May|in confidence`));
  expect(file).toMatchObject({ leavesOut: ["pay", "notes"], scenarios: [], results: [{ scenario: "Base" }] });
  // Neither quantities nor energy stand in it: heads times pay could be had from them.
  expect(Object.keys(file.results[0].architectures.cloud).sort()).toEqual(["eligible", "views"]);
  const { lines } = file.results[0].architectures.cloud.views.cash;
  for (const pooled of ["software", "transition", "contingency"])
    expect(lines[pooled].every((amount: number) => amount === 0)).toBe(true);
});
