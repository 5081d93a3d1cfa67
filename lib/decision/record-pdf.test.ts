import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { smallDocument } from "@/test/decision";
import { operationsMarker } from "@/test/figures/pay-draft";
import { type PdfReader, pdfReader } from "@/test/pdf/pdf";
import { pdfObjects } from "@/test/pdf/pdf-objects";
import { noQpdf, pdfUaFaults } from "@/test/pdf/pdf-ua";
import type { DecisionDocument } from "./document";
import { recordPdf } from "./record-pdf";
import type { ShownRecord } from "./record-words";

const digest = "0123456789abcdef".repeat(4);
const level = (value: number, reason = "") => ({ level: value, reason });

const document: DecisionDocument = {
  ...smallDocument,
  decision: {
    ...smallDocument.decision,
    reasons: "They cost least.\nAnd they stand already.",
    dissent: "Žofie would wait.",
    conditions: [
      ...smallDocument.decision.conditions,
      { of: "input", input: "operationsSalary", is: "above", than: Number(operationsMarker) },
    ],
  },
  criteria: {
    criteria: [
      {
        ...{ key: "cost", name: "Cost", worst: 9_000_000, best: 3_000_000, swing: 100, weight: 0.8, rate: 1 },
        levels: { onPremises: level(4_000_000), cloud: level(8_000_000) },
      },
      {
        ...{ key: "exit", name: "Exit", worst: 0, best: 10, swing: 25, weight: 0.2, rate: 150_000 },
        levels: { onPremises: level(2, "Bound to a lease"), cloud: level(9, "Free to go") },
      },
    ],
    scores: { onPremises: 0.712, cloud: 0.313 },
    ranking: ["onPremises", "cloud"],
    people: [{ name: "Ada", swings: { cost: 100, exit: 40 } }],
  },
};

const record: ShownRecord = {
  ...{ document, digest, state: "approved", decidedAt: "2027-03-04T09:00:00.000Z", supersededBy: null },
  approvers: [{ name: "Ada", answer: "approved", at: "2027-03-04T09:00:00.000Z", signedInBy: "password" }],
};
const at = { verifyAt: "https://example.org/verify", address: "https://example.org/models/1/decisions/1" };
const whole = { record, signingKey: "key-of-the-site", isBrief: false, paper: "a4", ...at } as const;

let pdf: PdfReader;
beforeAll(async () => {
  pdf = await pdfReader();
}, 120_000);
afterAll(() => pdf.close());

const written = async (of: Parameters<typeof recordPdf>[0] = whole) => pdf.file(await recordPdf(of, pdf.fonts));

describe("a record as a PDF", () => {
  it("says what its page says, words and figures", async () => {
    const text = await pdf.flat(await written());
    for (const words of [
      "Decision 1 on Patches · Ada’s",
      "Approved: own servers",
      "Proposed on 3 March 2027 by Ada. Approved on 4 March 2027.",
      "They cost least. And they stand already.",
      "Cloud: Dearer",
      "Žofie would wait.",
      "approved on 4 March 2027, signed in by password",
      "On 3 March 2028 at the latest.",
      "Users above 90,000 users",
      "Own servers 1 USD 1 USD –",
      "Users 60,000 users 40,000 users",
      "Scores, of 100: Own servers 71, Cloud 31.",
      "Exit, cloud 9: Free to go",
      "Ada: cost 100, exit 40",
      "It is signed with key key-of-the-site.",
    ])
      expect(text).toContain(words);
  });

  it("has its digest in the foot of every page, on either paper", async () => {
    const long = `${"A long story. ".repeat(900)}End of story.`;
    const decision = { ...document.decision, reasons: long };
    for (const [paper, size] of [
      ["a4", "595.28 x 841.89"],
      ["letter", "612 x 792"],
    ] as const) {
      const file = await written({ ...whole, paper, record: { ...record, document: { ...document, decision } } });
      const about = await pdf.ask("pdfinfo", file);
      expect(about).toContain(size);
      const pages = Number(/Pages: +(\d+)/.exec(about)?.[1]);
      expect(pages).toBeGreaterThan(2);
      for (let page = 1; page <= pages; page++) {
        const text = await pdf.ask("pdftotext", "-layout", "-f", String(page), "-l", String(page), file, "-");
        expect(text).toMatch(new RegExp(`Decision 1 · SHA-256 ${digest} +Page ${page} of ${pages}`));
        expect(text).toContain(at.address);
      }
      expect(await pdf.flat(file)).toContain("End of story.");
    }
  });

  it("has the same bytes as long as it stands where it does, and others after", async () => {
    const bytes = async (of: ShownRecord) => Buffer.from(await recordPdf({ ...whole, record: of }, pdf.fonts));
    const first = await bytes(record);
    expect(first.equals(await bytes(structuredClone(record)))).toBe(true);
    expect(first.equals(await bytes({ ...record, state: "superseded", supersededBy: 2 }))).toBe(false);
  });

  it("leaves out inputs, levels, who weighed how, and pay behind a link", async () => {
    const text = await pdf.flat(
      await written({ ...whole, isBrief: true, signingKey: null, address: "https://example.org" }),
    );
    expect(text).toContain("They cost least.");
    expect(text).toMatch(/Operations.* above a figure that is left out here/);
    expect(text).toContain("Exit 20 %");
    const marker = Number(operationsMarker).toLocaleString("en-US");
    expect(text).not.toMatch(new RegExp(`60,000|${marker}|Free to go|exit 40|150,000|models/1/decisions|signed with`));
    expect(await pdf.flat(await written())).toContain(marker);
  });

  it("has what PDF/UA asks for, as far as a program can tell", async ({ skip }) => {
    const objects = await pdfObjects(await written());
    if (objects === null) return skip(noQpdf);
    expect(pdfUaFaults(objects)).toEqual([]);
  });

  it("is tagged: one title, a heading and a bookmark for each part, tables with heads", async () => {
    const file = await written();
    expect(await pdf.ask("pdfinfo", file)).toMatch(/Title: +Own servers: decision 1 on Patches\n[\s\S]*Tagged: +yes\n/);
    const structure = await pdf.ask("pdfinfo", "-struct-text", file);
    expect(structure.match(/^ {4}H1/gm)).toHaveLength(1);
    expect(structure.match(/^ {4}H2/gm)).toHaveLength(8);
    expect(structure.match(/Table \(block\)/g)).toHaveLength(3);
    const bytes = await readFile(file, "latin1");
    for (const title of ["Reasons", "People", "The inputs it rests on"]) expect(bytes).toContain(`/Title (${title})`);
  });
});
