import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { inputList } from "./inputs";
import { modelVersion } from "./version";

/** The table of inputs as it was released: the present version's declarations may not drift from it without a new version. */
const released = parse(readFileSync(new URL(`./released/version-${modelVersion}.csv`, import.meta.url), "utf8"), {
  columns: true,
}) as Record<string, string>[];

describe("the declared inputs", () => {
  it("are those of the released version, in its order", () => {
    expect(released.length).toBe(187);
    const optional = (value: number | undefined) => (value === undefined ? "" : Number(value));
    const asNumber = (text: string | undefined) => (text === "" || text === undefined ? "" : Number(text));
    expect(
      inputList.map((declared) =>
        declared.kind === "choice"
          ? [
              declared.group,
              declared.key,
              declared.label,
              `enum ${declared.choices.join("|")}`,
              declared.default,
              declared.basis,
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
              declared.basis,
            ],
      ),
    ).toEqual(
      released.map((row) =>
        row.unit?.startsWith("enum ")
          ? [row.group, row.key, row.label, row.unit, row.default, row.basis]
          : [
              row.group,
              row.key,
              row.label,
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
});
