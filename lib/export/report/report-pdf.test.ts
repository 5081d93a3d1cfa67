import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verdictOf } from "@/lib/analysis/verdict/verdict";
import { verdictSentence } from "@/lib/analysis/verdict/verdict-words";
import { architectureNames, architectures } from "@/lib/model/architectures";
import { completeInputs } from "@/lib/model/currency";
import { evaluateModel } from "@/lib/model/evaluate";
import { payInputs } from "@/lib/model/pay/pay";
import { noRows } from "@/lib/model/rows/own-rows";
import { templates } from "@/lib/model/templates";
import { type ReportChoice, readReportChoice, reportPartKeys } from "@/lib/value/report-choice";
import { blankDraft } from "@/test/figures/blank-draft";
import { operationsMarker, payDraft } from "@/test/figures/pay-draft";
import { reportedModel } from "@/test/figures/reported-model";
import { type PdfReader, pdfReader } from "@/test/pdf/pdf";
import { yearsCsv } from "../years-csv";
import { reportPdf } from "./report-pdf";
import type { ReportedModel } from "./reported-model";

const all: ReportChoice = { parts: reportPartKeys, paper: "a4" };
const [template] = templates;
const draft = {
  ...blankDraft,
  name: "Patches für Žižkov, Δοκιμή, 価格",
  description: "Which way to deliver patches?",
  inputs: template?.inputs ?? {},
  staffLines: [
    { id: "admin", role: "Data protection officer", architectures: [...architectures], fte: 1, pay: 60_000 },
  ],
  notes: { users: { source: "CRM export of May", evidence: "measured" as const } },
};

let pdf: PdfReader;
let model: ReportedModel;

const filed = async (of: ReportedModel, choice = all) => pdf.file(await reportPdf(of, choice, pdf.fonts));
/** The file of the model with all parts, which several look at. */
let whole: string;
const textOf = (file: string) => pdf.ask("pdftotext", "-layout", file, "-");
const flat = (text: string) => text.replace(/\s+/g, " ");

beforeAll(async () => {
  pdf = await pdfReader();
  const scenarios = [
    { name: "More users", inputs: { users: 3_000_000 } },
    { name: "One admin fewer", inputs: {}, rows: { staffLines: { admin: null } } },
  ];
  model = reportedModel(draft, scenarios, { starting: draft.inputs, bases: template?.bases ?? {} });
  whole = await filed(model);
}, 120_000);
afterAll(() => pdf.close());

describe("a report", () => {
  it("has every figure of years.csv, row by row", async () => {
    const { views } = model.result.architectures.cloud;
    const none = Object.fromEntries(Object.keys(model.result.architectures).map((name) => [name, views.cash])) as never;
    const scenarios = [{ name: "Base", today: null, result: model.result, netPresent: () => none }];
    const csv: string[][] = parse([...yearsCsv({ ...model, scenarios })].join(""));
    const grouped = (amount = "") => amount.replace("-", "\u2212").replace(/\d(?=(\d{3})+\.)/g, "$&,");
    const expected = model.result.ranking.flatMap((name) =>
      csv
        .filter((row) => row[2] === name && row[6] === "cash")
        .map((row) => [row[5], ...row.slice(8).map(grouped)].join(" ")),
    );
    // Four architectures, twelve categories and a total each.
    expect(expected).toHaveLength(52);
    const text = await textOf(await filed(model, { parts: ["years"], paper: "a4" }));
    const read = text.split("\n").map((line) => line.trim().replace(/ +/g, " "));
    expect(read.filter((line) => /^[A-Z][a-z]+( \S*\d\.\d\d){7}$/.test(line))).toEqual(expected);
  });

  it("says on its first page what the page of the model says, with what it rests on", async () => {
    const first = flat(await pdf.ask("pdftotext", "-layout", "-l", "1", whole, "-"));
    const { uncertainty, result, currency, inputs } = model;
    const verdict = verdictOf({ result, inputs, uncertainty, turners: model.singles?.turning.length ?? null });
    const sentence = verdictSentence({ verdict, result, inputs, currency });
    for (const words of [draft.description, flat(sentence), "Who pays", "What it rests on", "Comes first"])
      expect(first).toContain(words);
    for (const name of result.ranking) expect(first).toContain(architectureNames[name]);
    expect(first).toMatch(/revision 7 of 2027-01-15 . sha256:0123456789abcdef Page 1 of \d+ https:\/\/peerbalance/);
    const text = flat(await textOf(whole));
    expect(text).toMatch(/Users 2,000,000 users 50,000 users measured CRM export of May/);
    expect(text).toContain("More users");
    expect(text).toContain("One admin fewer");
    expect(text).toMatch(/Data protection officer Staff lines left out/);
    expect(text).not.toContain("No input differs from the model.");
    expect(text).toContain(model.digest);
  });

  it("says what moving saves where something runs today, and nothing of it where nothing does", async () => {
    const inputs = { ...draft.inputs, currentArchitecture: "cloud" };
    const of = reportedModel({ ...draft, inputs });
    const file = await filed(of, { parts: ["answer", "charts"], paper: "a4" });
    const first = flat(await pdf.ask("pdftotext", "-layout", "-l", "1", file, "-"));
    const { architectures } = of.result;
    // Told by the costs themselves: what the cloud costs less what own servers do, in millions to three digits.
    const saved = (architectures.cloud.netPresentCost - architectures.onPremises.netPresentCost) / 1e6;
    expect(saved).toBeGreaterThan(1);
    const amount = `${saved.toPrecision(3)} M`;
    expect(first).toMatch(/(saves|save in|Too close to call whether moving)/);
    expect(first).toContain("Going on as now costs");
    const text = flat(await textOf(file));
    expect(text).toContain("Against today");
    expect(text).toContain(`saves ${amount}`);
    expect(text).toContain("Savings of");
    expect(text).toMatch(
      /(The answer changes with [^:]+: (going on as now|moving to|own servers miss)|No single input within its range changes whether)/,
    );
    expect(flat(await textOf(whole))).not.toMatch(/Against today|Going on as now/);
  });

  it("has a first page that stands alone, with the decision and the chance to come first, on either paper", async () => {
    const at = "2027-02-01T09:00:00.000Z";
    const decided = { number: 3, title: "Run on own servers", architecture: "onPremises", at };
    const [first = "cloud"] = model.result.ranking;
    const others = first === "onPremises" ? "cloud" : "onPremises";
    const description = `${"Which way to deliver patches, and from when? ".repeat(6)}Really?`;
    for (const paper of ["a4", "letter"] as const) {
      const file = await filed({ ...model, description, decided }, { parts: ["answer"], paper });
      expect(await pdf.ask("pdfinfo", file)).toMatch(/Pages: +1\n/);
      const text = await pdf.flat(file);
      expect(text).toContain("Decided on 1 February 2027: own servers. Decision 3, “Run on own servers”.");
      expect(text.includes("first now.")).toBe(first !== "onPremises");
      // The chart writes the chance of each behind its bar, as the table above it does.
      expect(text).toContain("Chance to come first");
    }
    const isOther = await filed(
      { ...model, decided: { ...decided, architecture: others } },
      { parts: ["answer"], paper: "a4" },
    );
    expect(await pdf.flat(isOther)).toMatch(/comes? first now\./);
    expect(await pdf.flat(await filed(model, { parts: ["answer"], paper: "a4" }))).not.toContain("Decided on");
  });

  it("is tagged: title, language, headings, tables with heads, figures with words, bookmarks", async () => {
    const about = await pdf.ask("pdfinfo", whole);
    expect(about).toMatch(/Title: +Patches für Žižkov, Δοκιμή, 価格: report\n/);
    expect(about).toMatch(/Tagged: +yes\n/);
    const structure = await pdf.ask("pdfinfo", "-struct-text", whole);
    expect(structure.match(/^ {4}H1/gm)).toHaveLength(1);
    expect(structure.match(/^ {4}H2/gm)).toHaveLength(reportPartKeys.length);
    // Two figures of the first page, and seven of the charts.
    expect(structure.match(/^ {4}Figure/gm)).toHaveLength(9);
    const [table = ""] = /Table \(block\)[\s\S]*?(?=\n {4}\S)/.exec(structure) ?? [];
    expect(table.match(/\/Scope \/Column/g)).toHaveLength(8);
    expect(table.match(/\/Scope \/Row/g)).toHaveLength(4);
    const bytes = await readFile(whole, "latin1");
    expect(bytes).toMatch(/\/Lang \(en-GB\)/);
    expect(bytes).toMatch(/\/DisplayDocTitle true/);
    expect(bytes.match(/\/S \/Figure\n\/Alt \(/g)).toHaveLength(9);
    for (const title of ["Answer", "Costs by year", "Method and limits"]) expect(bytes).toContain(`/Title (${title})`);
    const embedded = await pdf.ask("pdffonts", whole);
    const rows = embedded.trim().split("\n").slice(2);
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row).toMatch(/Roboto.* yes +yes +yes /);
  });

  it("has the same bytes for the same model, and others for another", async () => {
    const [first, again] = [await readFile(whole), await reportPdf(structuredClone(model), all, pdf.fonts)];
    expect(Buffer.compare(first, again)).toBe(0);
    const other = await reportPdf({ ...model, changedAt: "2027-01-16T10:20:30.000Z" }, all, pdf.fonts);
    expect(Buffer.compare(first, other)).not.toBe(0);
  });

  it("holds the parts that are chosen, on the paper that is chosen", async () => {
    const file = await filed(model, { parts: ["service", "method"], paper: "letter" });
    const about = await pdf.ask("pdfinfo", file);
    expect(about).toMatch(/Pages: +2\n/);
    expect(about).toMatch(/Page size: +612 x 792 pts/);
    const text = await textOf(file);
    expect(text).toContain("Service level");
    expect(text).not.toMatch(/Who pays|Scenarios|Inputs that differ/);
  });

  it("leaves out pay where its reader is not shown pay", async () => {
    const { operationsSalary, cloudEngineeringFTE, ...stated } = payDraft.inputs;
    const [shown] = payDraft.customLines;
    const { operationsSalary: _, ...notes } = payDraft.notes;
    const rest = {
      stated,
      notes,
      rows: { ...noRows, customLines: shown === undefined ? [] : [shown] },
      isPayPooled: true,
      hidden: payInputs,
    };
    const text = flat(await textOf(await filed(reportedModel(payDraft, [], { ...rest, description: "" }))));
    expect(text).toContain("Staff and other");
    expect(text).toContain("This report leaves out pay");
    expect(text).toMatch(/Licence 100\.00 USD\/month/);
    expect(text).not.toMatch(new RegExp(`${operationsMarker}|137,313|2\\.75 FTE|31,313|Chief engineer|in confidence`));
    // Inputs of pay that would change the answer are named without figures.
    expect(text).not.toMatch(/The answer changes with [^:]*(FTE|a year\)|salar)[^:]*\(now/i);
  });

  it("breaks long tables between rows, and writes long texts, without losing any", async () => {
    const note = `${"word ".repeat(40)}endofnote`;
    const inputs = { ...draft.inputs, horizonMonths: 240 };
    const long: ReportedModel = {
      ...model,
      ...{ stated: inputs, starting: {} },
      result: evaluateModel(completeInputs(inputs, 1)),
      description: `${"A long story. ".repeat(400)}End of story.`,
      notes: Object.fromEntries(Object.keys(draft.inputs).map((key) => [key, { note }])),
    };
    const text = flat(await textOf(await filed(long)));
    expect(text.match(/endofnote/g)?.length).toBe(Object.keys(draft.inputs).length);
    expect(text).toContain("End of story.");
    for (const year of [1, 10, 20]) expect(text).toContain(`Year ${year}`);
  });
});

it("reads which report an address asks for", () => {
  const read = (text: string) => readReportChoice(new URLSearchParams(text));
  expect(read("")).toEqual({ ok: true, choice: { parts: reportPartKeys, paper: "a4" } });
  const some = { ok: true, choice: { parts: ["answer", "method"], paper: "letter" } };
  expect([read("parts=method,answer&paper=letter"), read("parts=method&parts=answer&paper=letter")]).toEqual([
    some,
    some,
  ]);
  expect(read("parts=cover")).toMatchObject({
    faults: [{ message: expect.stringContaining("There is no part “cover”.") }],
  });
  expect(read("paper=a3")).toMatchObject({ faults: [{ message: "There is no paper “a3”. It is one of a4, letter." }] });
  expect(read("parts=toString").ok).toBe(false);
});
