import PDFDocument from "pdfkit";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { templates } from "@/lib/model/templates";
import { reportPartKeys } from "@/lib/value/report-choice";
import { blankDraft } from "@/test/figures/blank-draft";
import { reportedModel } from "@/test/figures/reported-model";
import { type PdfReader, pdfReader } from "@/test/pdf/pdf";
import { pdfObjects } from "@/test/pdf/pdf-objects";
import { noQpdf, pdfUaFaults } from "@/test/pdf/pdf-ua";
import { reportPdf } from "../report-pdf";

// That the check finds what it looks for: files with one fault each, written by pdfkit without the care of a report.

let pdf: PdfReader;
beforeAll(async () => {
  pdf = await pdfReader();
}, 120_000);
vi.setConfig({ testTimeout: 120_000 });
afterAll(() => pdf.close());

type Doc = PDFKit.PDFDocument;

async function faultsOf(write: (doc: Doc, root: PDFKit.PDFStructureElement) => void, options: object = {}) {
  const doc = new PDFDocument({
    ...{ pdfVersion: "1.7", tagged: true, lang: "en-GB", displayTitle: true, font: "", info: { Title: "A file" } },
    ...({ subset: "PDF/UA", ...options } as object),
  });
  doc.registerFont("regular", pdf.fonts.regular as never);
  doc.font("regular");
  const root = doc.struct("Document");
  doc.addStructure(root);
  write(doc, root);
  root.end();
  const pieces: Uint8Array[] = [];
  const ended = new Promise((resolve) => doc.on("data", (piece) => pieces.push(piece)).on("end", resolve));
  doc.end();
  await ended;
  const objects = await pdfObjects(await pdf.file(Buffer.concat(pieces)));
  return objects && pdfUaFaults(objects);
}

const words = (doc: Doc, kind = "P") => doc.struct(kind, {}, [() => void doc.text("Words")]);

it.for<[string, RegExp | null, Parameters<typeof faultsOf>[0], object?]>([
  ["none", null, (doc, root) => root.add(words(doc))],
  ["no language", /11-006/, (doc, root) => root.add(words(doc)), { lang: undefined }],
  ["a title that is not shown", /07-002/, (doc, root) => root.add(words(doc)), { displayTitle: false }],
  ["no word of PDF/UA", /05-001/, (doc, root) => root.add(words(doc)), { subset: undefined }],
  [
    "words outside of the structure",
    /01-005 TJ is neither/,
    (doc, root) => {
      root.add(words(doc));
      doc.text("Lost");
    },
  ],
  [
    "a rule outside of it",
    /01-005 S is neither/,
    (doc, root) => {
      root.add(words(doc));
      doc.moveTo(0, 0).lineTo(9, 9).stroke();
    },
  ],
  [
    "a heading that is left out",
    /14-003 a heading 3 after 1/,
    (doc, root) => root.add(words(doc, "H1")).add(words(doc, "H3")),
  ],
  ["a role that nobody knows", /02-001.*Chapter/, (doc, root) => root.add(words(doc, "Chapter"))],
  ["a figure without words", /13-004/, (doc, root) => root.add(words(doc, "Figure"))],
  [
    "a head of nothing",
    /15-003/,
    (doc, root) =>
      root.add(
        doc.struct("Table", {}, [doc.struct("TR", {}, [words(doc, "TH")]), doc.struct("TR", {}, [words(doc, "TD")])]),
      ),
  ],
  ["a cell without a row", /09 \/Table holds/, (doc, root) => root.add(doc.struct("Table", {}, [words(doc, "TD")]))],
  [
    "an item without a list",
    /09 \/Document holds/,
    (doc, root) => root.add(doc.struct("LI", {}, [words(doc, "LBody")])),
  ],
  [
    "a link without words",
    /28-004/,
    (doc, root) => root.add(doc.struct("Link", {}, [() => void doc.text("There", { link: "https://example.org" })])),
  ],
  [
    "a link outside of the structure",
    /28-011/,
    (doc, root) => root.add(doc.struct("P", {}, [() => void doc.text("There", { link: "https://example.org" })])),
  ],
])("finds %s", async ([, expected, write, options], { skip }) => {
  const faults = await faultsOf(write, options);
  if (faults === null) return skip(noQpdf);
  if (expected === null) expect(faults).toEqual([]);
  else expect(faults.join("\n")).toMatch(expected);
});

it("finds nothing in reports of several templates, on either paper", async ({ skip }) => {
  for (const [place, { key, inputs, bases }] of templates.slice(0, 3).entries()) {
    const draft = {
      ...blankDraft,
      name: `Δοκιμή ${key}`,
      inputs: { ...inputs, currentArchitecture: "cloud" as const },
    };
    const scenarios = [{ name: "More users", inputs: { users: 3_000_000 } }];
    const model = reportedModel(draft, scenarios, { starting: inputs, bases });
    const choice = { parts: reportPartKeys, paper: place === 1 ? "letter" : "a4" } as const;
    const objects = await pdfObjects(await pdf.file(await reportPdf(model, choice, pdf.fonts)));
    if (objects === null) return skip(noQpdf);
    expect(pdfUaFaults(objects), key).toEqual([]);
  }
});
