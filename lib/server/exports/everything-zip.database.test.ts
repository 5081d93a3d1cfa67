import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { readFiguresCsv } from "@/lib/import/figures-csv";
import { readModelJson } from "@/lib/import/model-json";
import { readUsualLinesCsv } from "@/lib/import/usual-lines-csv";
import { modelVersion } from "@/lib/model/version";
import { authorizeModel, type CommentAccess, type ShareAccess } from "@/lib/server/access/model";
import { authorizeOrganisation } from "@/lib/server/access/organisation";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { nameColumns } from "@/lib/server/columns/column-names";
import { addComment } from "@/lib/server/comments/add-comment";
import { saveDecision, saveOwnWeights } from "@/lib/server/decision/stored-decision";
import { changeFigure } from "@/lib/server/figures/change-figure";
import { changeLine } from "@/lib/server/figures/change-line";
import { loadBook } from "@/lib/server/figures/get-figures";
import { digestOf } from "@/lib/server/files/digest";
import { saveModel } from "@/lib/server/models/save-model";
import { setCsvFormat } from "@/lib/server/people/csv-format";
import { createScenario } from "@/lib/server/scenarios/create-scenario";
import { confirmed, newPerson, someDraft, someModel, someOrigin } from "@/test/people";
import { everythingZip } from "./everything-zip";

let ada: AuthenticatedUser;
let owner: ShareAccess;

const settings = {
  ...{ currencyRate: 1, criteria: [{ key: "cost", worst: 9e6, best: 3e6 }], own: [], levels: {} },
  swings: { cost: 100 },
};

beforeAll(async () => {
  ({ user: ada } = await newPerson("Ada"));
  owner = (await authorizeModel(ada, await someModel(ada), "share")) as ShareAccess;
  const commenting = owner as unknown as CommentAccess;
  await createScenario(owner, { name: "Few", inputs: { users: 900 }, currencyRate: 1 }, someOrigin());
  await saveDecision(owner, { revision: 0, settings }, someOrigin());
  await saveOwnWeights(commenting, { cost: 40 }, someOrigin());
  await addComment(commenting, { subject: { kind: "model" }, body: "Counted in May" });
  await setCsvFormat(ada, { separator: "semicolon", decimal: "comma" });
});

async function filesOf(): Promise<(name: string) => string> {
  const manage = await authorizeOrganisation(ada, owner.organisationId, "organisation:manage");
  if (manage === null || manage === "refused") throw new Error("Ada owns this organisation");
  const zip = await new Response(await everythingZip(manage, confirmed(ada))).arrayBuffer();
  const files = unzipSync(new Uint8Array(zip));
  return (name) => strFromU8(files[Object.keys(files).find((path) => path.endsWith(name)) ?? ""] ?? new Uint8Array());
}

describe("the export of an organisation", () => {
  it("holds each model to be imported again, with scenarios and results, criteria, weights and comments", async () => {
    const file = await filesOf();
    const blank = { ...someDraft, name: "", inputs: {} };
    const read = readModelJson(file("/model.json"), blank, { isNew: true, version: modelVersion }, digestOf);
    expect(read).toMatchObject({ ok: true, draft: { name: someDraft.name, inputs: someDraft.inputs } });
    expect(read).toMatchObject({ scenarios: [{ name: "Few", inputs: { users: 900 } }] });
    expect(JSON.parse(file("/model.json")).results).toMatchObject([{ scenario: "Base" }, { scenario: "Few" }]);
    expect(JSON.parse(file("/criteria.json"))).toMatchObject({
      settings,
      weights: [{ name: "Ada", swings: { cost: 40 } }],
    });
    expect(JSON.parse(file("/comments.json"))).toMatchObject({ threads: [{ comments: [{ body: "Counted in May" }] }] });
    expect(JSON.parse(file("tables/decision_weights.json"))).toMatchObject([{ swings: { cost: 40 } }]);
    expect(file("README.txt")).toContain("Workbooks and reports are not among them");
  });

  it("holds the organisation's figures, usual lines and named columns, to be imported again", async () => {
    const manage = await authorizeOrganisation(ada, owner.organisationId, "organisation:manage");
    if (manage === null || manage === "refused") throw new Error("Ada owns this organisation");
    await changeFigure(manage, "users", { revision: 0, stated: { value: 45_000 } }, someOrigin());
    const row = { label: "Audit", category: "software", architectures: ["cloud"], kind: "monthly", amount: 9.5 };
    const line = { table: "customLines" as const, key: "audit", revision: 0, stated: { row, isBegunWith: false } };
    await changeLine(manage, line, someOrigin());
    const said = { table: "register" as const, columns: [{ name: "Kerne", key: "cores" }] };
    await nameColumns(manage, said, someOrigin());
    const file = await filesOf();
    const book = await loadBook(manage);
    expect(readFiguresCsv(file("figures.csv"), book)).toMatchObject({ ok: true, same: 1, refused: [] });
    expect(readUsualLinesCsv(file("usual-lines.csv"), book, () => "none")).toMatchObject({ same: 1, refused: [] });
    expect(JSON.parse(file("tables/column_names.json"))).toMatchObject([{ name: "kerne", key: "cores" }]);
    expect(JSON.parse(file("tables/organisation_figures.json"))).toHaveLength(2);
    expect(JSON.parse(file("tables/organisation_figure_revisions.json"))).toHaveLength(2);
  });

  it("writes its tables with the marks that the person has chosen", async () => {
    const file = await filesOf();
    expect(file("/years.csv")).toMatch(/^model;scenario;[\s\S]*;\d+,\d\d;/);
    expect(file("/projection.csv")).toMatch(/^model;scenario;/);
    expect(file("/inputs.csv")).toMatch(/^key;label;value;/);
    expect(file("audit.csv")).toMatch(/^at;actor;/);
  });

  it("holds a model whose figures no longer fit together, which says why it has no costs", async () => {
    // 29 are needed and 90 repaired at from now on: a scenario's spread on 81 no longer rises after it.
    await createScenario(owner, { name: "Wide", inputs: { totalPieces: 81 }, currencyRate: 1 }, someOrigin());
    const draft = { ...someDraft, inputs: { repairThreshold: 90, totalPieces: 200 } };
    expect((await saveModel(owner, { revision: 1, draft }, someOrigin())).kind).toBe("saved");
    const file = await filesOf();
    expect(file("/years.csv")).toMatch(/^This model cannot be evaluated: /);
    expect(JSON.parse(file("/model.json"))).toMatchObject({ model: { inputs: draft.inputs }, results: [] });
  });
});
