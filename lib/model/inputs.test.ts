import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { inputList } from "./inputs";
import { modelVersion } from "./version";

/** The table of inputs as it was released: the present version's declarations may not drift from it without a new version. */
const released = parse(readFileSync(new URL(`./released/version-${modelVersion}.csv`, import.meta.url), "utf8"), {
  columns: true,
}) as Record<string, string>[];

/** Labels that have new words since; no figure hangs on a label, so it takes no new version. */
const relabelled: Record<string, string> = {
  minStorageServers: "Minimum storage servers per site",
  minimumOperationsFTE: "Minimum operations staff",
  minimumPeers: "Minimum peers",
  minimumCoordinators: "Minimum coordination servers",
  minimumSignallingServers: "Minimum signalling servers",
  onPremisesPermitted: "Allowed by law and policy",
  cloudPermitted: "Allowed by law and policy",
  hybridPermitted: "Allowed by law and policy",
  peerToPeerPermitted: "Allowed by law and policy",
};

const labelNow = ({ key = "", label }: Record<string, string>) => relabelled[key] ?? label;

describe("the declared inputs", () => {
  it("are those of the released version, in its order", () => {
    expect(released.length).toBe(187);
    const optional = (value: number | undefined) => (value === undefined ? "" : Number(value));
    const asNumber = (text: string | undefined) => (text === "" || text === undefined ? "" : Number(text));
    expect(
      inputList.map((declared) =>
        declared.format === "choice"
          ? [
              declared.group,
              declared.key,
              declared.label,
              `enum ${declared.choices.join("|")}`,
              declared.default,
              declared.basis.text,
            ]
          : [
              declared.group,
              declared.key,
              declared.label,
              declared.unit,
              declared.default,
              declared.min,
              declared.max,
              declared.integer,
              optional(declared.low),
              optional(declared.high),
              declared.basis.text,
            ],
      ),
    ).toEqual(
      released.map((row) =>
        row.unit?.startsWith("enum ")
          ? [row.group, row.key, labelNow(row), row.unit, row.default, row.basis]
          : [
              row.group,
              row.key,
              labelNow(row),
              row.unit,
              Number(row.default),
              Number(row.min),
              Number(row.max),
              row.integer === "yes",
              asNumber(row.low),
              asNumber(row.high),
              row.basis,
            ],
      ),
    );
  });

  it("are typed and shown as their unit in the table asks for", () => {
    const byUnit = ({ unit = "", integer, min = "" }: Record<string, string>): string => {
      if (unit.startsWith("enum ")) return "choice";
      if (unit === "0 or 1") return "yesNo";
      if (unit === "share" || unit.startsWith("share of ")) return "percent";
      if (unit.startsWith("money")) return "money";
      if (unit === "per year") return min.startsWith("-") ? "yearlyChange" : "of a year";
      return integer === "yes" ? "count" : "number";
    };
    // Rates that cannot fall below 0: two of interest, the others chances.
    const interest = ["discountRate", "costOfMoney"];
    expect(inputList.map(({ key, format }) => [key, format])).toEqual(
      released.map((row) => {
        const format = byUnit(row);
        if (format !== "of a year") return [row.key, format];
        return [row.key, interest.includes(row.key ?? "") ? "percent" : "yearlyChance"];
      }),
    );
  });
});

describe("the basis of an input", () => {
  const bases = inputList.map(({ key, basis }) => [key, basis] as const);

  it("is an assumption where the table calls it one, and a choice where it is the service's own", () => {
    const own = ["choice", "worked example", "own figure", "own figure; surveys are not a default"];
    for (const [key, { kind, text }] of bases) {
      const wanted = text.startsWith("assumption") ? "assumption" : own.includes(text) ? "choice" : "cited";
      expect(kind, key).toBe(wanted);
    }
    expect(bases.filter(([, { kind }]) => kind === "assumption")).toHaveLength(59);
  });

  it("has the source and the year that its text names", () => {
    for (const [key, { text, source, asOf }] of bases) {
      for (const name of source?.split("; ") ?? []) expect(text, key).toContain(name);
      for (const [year] of text.matchAll(/\b20[0-3]\d\b/g)) expect(asOf, `${key}: ${text}`).toContain(year);
    }
  });
});
