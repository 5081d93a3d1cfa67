import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { type DeclaredInputs, inCurrencyAt } from "@/lib/model/currency";
import { inputGroups } from "@/lib/model/inputs";
import type { InputDeclaration } from "@/lib/model/inputs/declaration";

const rows: Record<string, string>[] = parse(
  readFileSync(new URL("../lib/model/released/version-2.csv", import.meta.url), "utf8"),
  { columns: true },
);
const of = new Map(rows.map((row) => [row.key, row]));

/** The inputs with the defaults and ranges of version 2 of the tables, in which the known answers of uncertainty are stated. */
export const nextDeclared: DeclaredInputs = inCurrencyAt(
  inputGroups.map((group) => ({
    ...group,
    inputs: group.inputs.map((declared): InputDeclaration => {
      if (declared.format === "choice") return declared;
      const { low, high, ...rest } = declared;
      const row = of.get(declared.key) as Record<string, string>;
      const ends = row.low === "" ? {} : { low: Number(row.low), high: Number(row.high) };
      return { ...rest, default: Number(row.default), ...ends };
    }),
  })),
  1,
);
