import { describe, expect, it } from "vitest";
import { publishedTables } from "@/lib/analysis/published-tables";
import { costModel } from "@/lib/model/cost-model";
import { inputList } from "@/lib/model/inputs";
import { noRows } from "@/lib/model/rows/own-rows";
import { templates } from "@/lib/model/templates";
import { references } from "./references";
import { sourceParts } from "./source-parts";

const formulaSources = [...costModel(noRows).program.quantities.keys()].map(({ source = "" }) => source);
const texts = [
  ...formulaSources,
  ...inputList.map(({ basis }) => basis.text),
  ...templates.flatMap(({ bases }) => Object.values(bases).map(({ text }) => text)),
  ...publishedTables().map(({ source }) => source),
];
const named = (text: string) => sourceParts(text).flatMap(({ reference }) => (reference ? [reference.key] : []));

describe("the list of sources", () => {
  it("has every source that a formula rests on beside the method itself", () => {
    const others = [...new Set(formulaSources)].filter((source) => !/^(model\.md section \d+|own line)?$/.test(source));
    expect(others.length).toBeGreaterThan(8);
    expect(others.filter((source) => named(source).length === 0)).toEqual([]);
    const printed = publishedTables().map(({ source }) => source);
    expect(printed.filter((source) => named(source).length === 0)).toEqual([
      // The method's own, worked out independently of its program.
      expect.stringContaining("swarm capacity model of section 7"),
    ]);
  });

  it("has none that nothing names, and each once", () => {
    const used = new Set(texts.flatMap(named));
    expect(references.map(({ key }) => key).filter((key) => !used.has(key))).toEqual([]);
    const names = references.flatMap((reference) => reference.names);
    expect(new Set(names).size).toBe(names.length);
  });

  it("has what the text of a basis names, and the basis names it too", () => {
    for (const { key, basis } of inputList) {
      const names = sourceParts(basis.text).flatMap(({ text, reference }) => (reference ? [text] : []));
      for (const name of names) expect(basis.source, key).toContain(name);
    }
  });

  it("leads to the web alone", () => {
    for (const { href } of references) expect(href ?? "https://").toMatch(/^https:\/\//);
  });
});

describe("a text about a source", () => {
  it("is parted into words and the sources that it names, the longest name first", () => {
    expect(
      sourceParts("Barroso & Hoelzle 0.75; Hamilton 0.8").map(({ text, reference }) => [text, reference?.key]),
    ).toEqual([
      ["Barroso & Hoelzle", "barroso-2009"],
      [" 0.75; ", undefined],
      ["Hamilton", "hamilton-2010"],
      [" 0.8", undefined],
    ]);
    expect(named("Hamilton 2010; Barroso, Clidaras, Hölzle")).toEqual(["hamilton-2010", "barroso-2013"]);
    // Parts of longer words are none.
    expect(named("Hamiltonian, OpenCosts, CEIA")).toEqual([]);
  });

  const links = (text: string) => sourceParts(text).flatMap(({ href }) => (href === undefined ? [] : [href]));

  it("has the addresses of the web in it as links, without what ends the sentence", () => {
    expect(links("See https://example.org/a?b=1#c, and (http://example.com/x_(y)).")).toEqual([
      "https://example.org/a?b=1#c",
      "http://example.com/x_(y)",
    ]);
    const text = "Offer of 3 May: https://example.org/offer.pdf.";
    expect(
      sourceParts(text)
        .map(({ text: words }) => words)
        .join(""),
    ).toBe(text);
  });

  it.each([
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "ftp://example.org/x",
    "https://",
    "https://bank.example@evil.example/",
    "https://user:secret@example.org/",
    "//example.org",
    "jhttps:/example.org",
  ])("links nothing of %s", (text) => {
    expect(links(text)).toEqual([]);
    expect(
      sourceParts(text)
        .map(({ text: words }) => words)
        .join(""),
    ).toBe(text);
  });

  it("is read in one pass, however long and hostile", () => {
    for (const hostile of [
      "https://".repeat(5_000),
      `https://a${")".repeat(40_000)}`,
      "Hamilton".repeat(5_000),
      "EIA ".repeat(9_000),
    ]) {
      expect(
        sourceParts(hostile)
          .map(({ text }) => text)
          .join(""),
      ).toBe(hostile);
    }
  });
});
