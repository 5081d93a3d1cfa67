import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { NextRequest } from "next/server";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { authorizeModel, type ShareAccess } from "@/lib/server/access/model";
import { createApiToken } from "@/lib/server/api/tokens";
import type { PdfQuestion } from "@/lib/server/exports/pdf-worker";
import { createScenario } from "@/lib/server/scenarios/create-scenario";
import { createLink } from "@/lib/server/sharing/create-link";
import { asOwner } from "@/test/database/as-owner";
import { doorsOf } from "@/test/doors";
import { operationsMarker, payDraft } from "@/test/figures/pay-draft";
import { plainLink } from "@/test/figures/plain-link";
import { type PdfReader, pdfReader } from "@/test/pdf/pdf";
import { confirmed, newPerson, organisationOf, someModel, someOrigin } from "@/test/people";

// Every file of a model, found among the doors: one that is added later is tried too.

vi.mock("@/lib/server/uncertainty/run-uncertainty", async () => {
  const here = await import("@/test/trials-here");
  return { ...here, runUncertainty: (_: string, of: never) => here.uncertaintyForPage(of) };
});
// Nor a request of Next.js: a visitor without cookies.
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => undefined }),
  headers: async () => new Headers(),
}));
// There is no build, so no worker.
vi.mock("@/lib/server/files/worker-slots", () => ({
  workerSlots: () => async (_: unknown, question: object) => {
    const { workbookBytes } = await import("@/lib/export/workbook/zip");
    const { writtenPdf } = await import("@/test/pdf/pdf-here");
    const written = "kind" in question ? writtenPdf(question as PdfQuestion) : workbookBytes(question as never);
    return { ok: true, result: await written };
  },
}));
vi.mock("@/lib/server/files/spare-worker", () => ({ spareWorker: () => ({ ahead() {}, take() {} }) }));
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const filesOf = (folder: string) =>
  doorsOf("route")
    .filter(({ name }) => path.dirname(name) === folder && /\.\w+$/.test(name))
    .map(({ name, file }) => ({ name: path.basename(name), file }));

let owner: ShareAccess;
let token: string;
let link: string;
let pdf: PdfReader;

beforeAll(async () => {
  pdf = await pdfReader();
  const { user: ada } = await newPerson("Ada");
  owner = (await authorizeModel(ada, await someModel(ada, payDraft), "share")) as ShareAccess;
  const made = await createApiToken(
    await organisationOf(ada),
    confirmed(ada),
    { name: "Budget", scopes: ["models:read"], days: 30 },
    someOrigin(),
  );
  if (!made.ok) throw new Error("no token");
  token = made.token;
  const linked = await createLink(owner, { ...plainLink, leavesOutPay: true, leavesOutNotes: true }, someOrigin());
  if (!linked.ok) throw new Error("no link");
  link = linked.link.slice(-43);
});

async function ask(file: string, params: object, headers: Record<string, string> = {}): Promise<Buffer> {
  const { GET } = await import(/* @vite-ignore */ path.resolve(file));
  const answer = await GET(new NextRequest("http://localhost:3000/x", { headers }), {
    params: Promise.resolve(params),
  });
  expect(answer.status, file).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

/** All that can be read in a file, without the marks between thousands. */
async function textOf(name: string, bytes: Buffer): Promise<string> {
  const text = name.endsWith(".pdf")
    ? await pdf.flat(await pdf.file(bytes))
    : name.endsWith(".xlsx")
      ? Object.values(unzipSync(bytes))
          .map((bytes) => strFromU8(bytes))
          .join("\n")
      : bytes.toString();
  return text.replace(/(?<=\d),(?=\d{3})/g, "");
}

const audited = (action: string) =>
  asOwner(
    "select distinct detail ->> 'file' as file from public.audit_events where organisation_id = $1 and action = $2",
    [owner.organisationId, action],
  ).then((rows) => rows.map(({ file }) => file).sort());

/** Figures by themselves: digits of others may hold them by chance. */
const secrets = new RegExp(
  `(?<![\\d.])(${operationsMarker}|31313|35353)(?!\\d)|Chief engineer|Counted in May|in confidence`,
);

describe("every file of a model", () => {
  const [pages, links, api] = ["/models/[id]/export", "/s/[token]/export", "/api/v1/models/[id]"].map(filesOf) as [
    ReturnType<typeof filesOf>,
    ReturnType<typeof filesOf>,
    ReturnType<typeof filesOf>,
  ];
  const names = pages.map(({ name }) => name).sort();

  it("is had on the page, behind links and over the API", () => {
    expect(names.length).toBeGreaterThan(6);
    expect(links.map(({ name }) => name).sort()).toEqual(names);
    expect(api.map(({ name }) => name).sort()).toEqual(names);
  });

  it("comes over the API with the same bytes each time, and is in the audit log", async () => {
    for (const { name, file } of api) {
      const headers = { authorization: `Bearer ${token}` };
      const [first, again] = [
        await ask(file, { id: owner.modelId }, headers),
        await ask(file, { id: owner.modelId }, headers),
      ];
      expect(first.equals(again), name).toBe(true);
      if (/inputs|model|report/.test(name)) expect(await textOf(name, first), name).toMatch(secrets);
    }
    expect(await audited("model.exported")).toEqual(names);
  });

  it("has one digest in each that names one, also with a scenario that has rows of its own", async () => {
    const rows = { register: { rack: { id: "rack", label: "Rack", what: "server" as const, count: 2 } } };
    expect(
      (await createScenario(owner, { name: "A rack more", inputs: {}, currencyRate: 1, rows }, someOrigin())).ok,
    ).toBe(true);
    const headers = { authorization: `Bearer ${token}` };
    const digests: string[] = [];
    for (const { name, file } of api.filter(({ name }) => /^(model|report)\./.test(name))) {
      // The foot of a page has its first digits.
      const [digest] =
        /sha256:[0-9a-f]{16}/.exec(await textOf(name, await ask(file, { id: owner.modelId }, headers))) ?? [];
      digests.push(digest ?? `none in ${name}`);
    }
    // The workbook follows the rack, or says that it does not: it is not dropped unseen.
    const { file = "" } = api.find(({ name }) => name === "model.xlsx") ?? {};
    const workbook = await textOf("model.xlsx", await ask(file, { id: owner.modelId }, headers));
    expect(workbook).toContain("A rack more");
    expect(workbook).toMatch(/register\.0\.count|Not in this workbook: “A rack more”/);
    expect(digests).toHaveLength(3);
    expect(new Set(digests).size, digests.join(" ")).toBe(1);
  });

  it("leaves out behind a link what the link leaves out, and is in the audit log", async () => {
    for (const { name, file } of links) {
      const found = await textOf(name, await ask(file, { token: link }));
      expect(secrets.exec(found)?.[0], name).toBeUndefined();
    }
    expect(await audited("link.exported")).toEqual(names);
  });
});
