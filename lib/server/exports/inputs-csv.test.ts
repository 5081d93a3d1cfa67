import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedInputs } from "@/lib/draft/inputs";
import type { ModelDraft } from "@/lib/draft/model";
import { trialCounts } from "@/lib/draft/uncertainty/uncertainty-settings";
import { inputsCsv } from "@/lib/export/inputs-csv";
import { readInputsCsv } from "@/lib/import/inputs-csv";
import { type Architecture, architectures } from "@/lib/model/architectures";
import { declaredAt } from "@/lib/model/currency";
import { customLineKinds } from "@/lib/model/custom-lines";
import { type InputKey, inputList } from "@/lib/model/inputs";
import { fieldsOfTable, type RowField, type RowNumber } from "@/lib/model/rows/fields";
import { type RowTable, rowTables } from "@/lib/model/rows/own-rows";
import { evidenceKinds, type OwnRange, type RangeKind, rangeKinds } from "@/lib/model/spread/own-range";
import { checkDraft } from "@/lib/schemas/draft";
import { checkRow } from "@/lib/schemas/rows/check-rows";
import { rowsInDollars } from "@/lib/schemas/rows/row-schema";
import { blankDraft } from "@/test/figures/blank-draft";

const blank: ModelDraft = {
  ...blankDraft,
  name: "",
};
const written = (draft: ModelDraft, templateKey: string | null = null) =>
  [...inputsCsv({ ...draft, templateKey })].join("");

/** Texts that a spreadsheet, a parser of CSV or an import could take for something else. */
const hostile = fc
  .tuple(
    fc.constantFrom(
      "",
      "=1+1",
      "+",
      "-",
      "@",
      "\t",
      "\r",
      "'",
      "'=",
      "''=",
      '"',
      "a,b",
      "a;b",
      "\n",
      "\r\n",
      "\ufeff",
      "key",
    ),
    fc.string({ unit: "binary", maxLength: 30 }),
  )
  .map((parts) => parts.join(""));

/** Any rows of a table, of whatever its fields allow. */
function anyRows(table: Exclude<RowTable, "customLines">): fc.Arbitrary<unknown[]> {
  const numberOf = ({ min = -1e9, max = 1e9, integer, isAboveMin }: RowNumber) =>
    integer
      ? fc.integer({ min, max: Math.min(max, 1e9) })
      : fc.double({ min, max, noNaN: true, minExcluded: isAboveMin ?? false }).map((value) => value + 0);
  const anyValue = (field: RowField): fc.Arbitrary<unknown> => {
    switch (field.format) {
      case "text":
        if (field.isMonth) return fc.constantFrom("2026-03", "2099-12");
        return field.isRequired ? hostile.map((text) => text.trim() || "A row") : hostile;
      case "choice":
        return fc.constantFrom(...field.choices);
      case "choices":
        return fc.subarray([...field.choices], { minLength: 1 });
      case "yesNo":
        return fc.boolean();
      default:
        return numberOf(field);
    }
  };
  const fields: [string, RowField][] = Object.entries(fieldsOfTable[table]);
  const row = fc.record(Object.fromEntries(fields.map(([key, field]) => [key, anyValue(field)])), {
    requiredKeys: fields.filter(([, field]) => field.isRequired).map(([key]) => key),
  });
  const ranged = fields.filter(([, field]) => "hasEnds" in field && field.hasEnds).map(([key]) => key);
  return fc
    .array(fc.tuple(row, fc.subarray(ranged), fc.boolean()), { maxLength: 3 })
    .map((rows) =>
      rows.map(([given, ends, hasId], place) => {
        const around = (value: number) => ({ low: value / 3, high: value * 2 });
        const ranges = Object.fromEntries(ends.map((key) => [key, around(given[key] as number)]));
        const share = table === "participantKinds" ? { share: 1 / rows.length } : {};
        return { ...given, ...share, ...(ends.length > 0 && { ranges }), ...(hasId && { id: `id-${place}` }) };
      }),
    )
    .map((rows) => rows.filter((one) => table === "participantKinds" || checkRow(table, one, rowsInDollars).ok));
}

const draftOf = fc
  .record({
    rate: fc.constantFrom(1, 0.92, 149.337),
    values: fc.dictionary(
      fc.constantFrom(...inputList.map(({ key }) => key)),
      fc.record({
        part: fc.double({ min: 0, max: 1, noNaN: true }),
        note: hostile,
        source: hostile,
        kind: fc.constantFrom(undefined, ...rangeKinds),
        evidence: fc.constantFrom(undefined, ...evidenceKinds),
      }),
      { maxKeys: 12 },
    ),
    lines: fc.array(
      fc.record(
        {
          label: hostile.map((text) => text.trim() || "A line"),
          category: fc.constantFrom("software", "staff"),
          architectures: fc.subarray([...architectures] as Architecture[], { minLength: 1 }),
          kind: fc.constantFrom(...customLineKinds),
          amount: fc.double({ noNaN: true, noDefaultInfinity: true }).map((amount) => amount + 0),
          low: fc.double({ max: 0, noNaN: true, noDefaultInfinity: true }).map((low) => low + 0),
          high: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }).map((high) => high + 0),
          fromMonth: fc.nat(60),
          toMonth: fc.nat(60),
          escalation: fc.double({ min: -0.9, max: 2, noNaN: true }).map((rise) => rise + 0),
          note: hostile,
          source: hostile,
        },
        { requiredKeys: ["label", "category", "architectures", "kind", "amount"] },
      ),
      { maxLength: 4 },
    ),
    register: anyRows("register"),
    equipmentLines: anyRows("equipmentLines"),
    staffLines: anyRows("staffLines"),
    participantKinds: anyRows("participantKinds"),
    billLines: anyRows("billLines"),
    name: hostile.map((text) => text.trim() || "A model"),
    description: hostile,
    startMonth: fc.constantFrom("2000-01", "2031-12"),
    fiscalYearStart: fc.integer({ min: 1, max: 12 }),
    drivers: fc.dictionary(fc.constantFrom("pay", "energy"), fc.constantFrom("none", "some", "strong")),
    trials: fc.constantFrom(...trialCounts),
    seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  })
  .map(({ rate, values, lines, ...head }): unknown => {
    const { input } = declaredAt(rate);
    const inputs: Record<string, unknown> = {};
    const notes: Record<string, object> = {};
    for (const [key, { part, note, source, kind, evidence }] of Object.entries(values)) {
      const declared = input[key as InputKey];
      const isFigure = declared.format !== "choice" && declared.format !== "yesNo";
      const at = (share: number) =>
        declared.format === "choice"
          ? declared.choices[Math.floor(share * (declared.choices.length - 1))]
          : declared.integer
            ? Math.round(declared.min + share * (declared.max - declared.min))
            : Math.min(declared.max, declared.min + share * (declared.max - declared.min)) + 0;
      inputs[key] = at(part);
      notes[key] = {
        note,
        source,
        ...(evidence && { evidence }),
        ...(isFigure &&
          key !== "horizonMonths" &&
          kind && { range: rangeOf(kind, [at(part / 2), at(part), at((part + 1) / 2)] as number[]) }),
      };
    }
    const currency = {
      currency: rate === 1 ? "USD" : "EUR",
      currencyRate: rate,
      currencyRateDate: rate === 1 ? null : "2027-01-15",
    };
    return { ...head, ...currency, inputs, notes, customLines: lines };
  })
  .map((given) => checkDraft(given))
  .filter((checked) => checked.ok)
  .map(({ draft }): ModelDraft => ({ ...draft, inputs: changedInputs(draft.inputs, draft.currencyRate) }));

function rangeOf(kind: RangeKind, [low = 0, value = 0, high = 0]: number[]): object {
  switch (kind) {
    case "range":
      return { kind, low, high };
    case "uniform":
      return { kind, least: low, greatest: high };
    case "triangular":
      return { kind, least: low, likeliest: value, greatest: high };
    case "choices":
      return { kind, values: [high, low], weights: [0.25, 3] };
    case "samples":
      return { kind, values: [high, low, value, value, low] };
  }
}

describe("inputs.csv", () => {
  it("is what it was after it was written and read, whatever was typed into it", () => {
    fc.assert(
      fc.property(draftOf, (draft) => {
        const text = written(draft, "game-patches");
        const cells = parse(text).flat();
        expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^-[\d.e+-]+$/.test(cell))).toEqual([]);
        expect(readInputsCsv(text, blank, true)).toEqual({ ok: true, draft, templateKey: "game-patches" });
      }),
      { numRuns: 60 },
    );
  });

  it("tries rows of every table with that", () => {
    const drafts = fc.sample(draftOf, { numRuns: 120, seed: 1 });
    for (const table of rowTables) expect(drafts.filter((draft) => draft[table].length > 0).length).toBeGreaterThan(5);
  });

  it("comes back from a spreadsheet that parts cells by semicolons, ends lines otherwise and marks the bytes", () => {
    const draft: ModelDraft = {
      ...blank,
      inputs: { users: 70_000, discountRate: 0.065 },
      notes: {
        users: { source: "CRM", evidence: "measured" },
        pue: { range: { kind: "range", low: 1.234, high: 1.9 } },
        peakToMean: { range: { kind: "samples", values: [1.125, 2.5, 3.375, 2, 4] } },
        sites: { range: { kind: "choices", values: [1, 2], weights: [0.75, 0.25] } },
      },
      drivers: { pay: "none" },
      trials: 1_000,
      seed: 7,
    };
    const isFigure = (cell: string) => /^-?\d+\.\d+$/.test(cell);
    const cells = parse(written(draft)).map((row) =>
      row.map((cell) => (isFigure(cell) ? cell.replace(".", ",") : cell)),
    );
    const text = `\ufeff${stringify(cells, { delimiter: ";" })}`;
    expect(readInputsCsv(text, { ...blank, name: "Mine" }, false)).toEqual({
      ok: true,
      draft: { ...draft, name: "Mine" },
      templateKey: null,
    });
  });

  it("changes what it names and leaves the rest as it is", () => {
    const range: OwnRange = { kind: "range", low: 1, high: 90_000 };
    const draft: ModelDraft = {
      ...blank,
      name: "Mine",
      inputs: { users: 60_000, pue: 1.2 },
      notes: { users: { note: "counted", range, evidence: "measured" }, pue: { note: "metered" } },
      trials: 100_000,
      customLines: [{ label: "Rent", category: "facility", architectures: ["cloud"], kind: "once", amount: 1 }],
    };
    // Without columns for sources and ends, those stay; the empty note goes. 50,000 is the default, and then no change.
    const read = readInputsCsv("key,value,note\r\nusers,50000,\r\n", draft, false);
    expect(read).toEqual({
      ok: true,
      draft: {
        ...draft,
        inputs: { pue: 1.2 },
        notes: { users: { range, evidence: "measured" }, pue: { note: "metered" } },
      },
      templateKey: null,
    });
    const none = readInputsCsv("key,value\ncustomLines,0\n", draft, false);
    expect(none).toMatchObject({ ok: true, draft: { customLines: [] } });
  });

  it("brings a model into the currency of the file", () => {
    // 6,000 dollars and a range from 20 to 30 dollars, at half a euro: 3,000, and 10 to 15 euros.
    const draft: ModelDraft = {
      ...blank,
      name: "Mine",
      notes: { cloudStoragePerTBMonth: { range: { kind: "range", low: 20, high: 30 } } },
      customLines: [{ label: "Rent", category: "facility", architectures: ["cloud"], kind: "once", amount: 6_000 }],
    };
    const file = "key,value\nmodel.currency,EUR\nmodel.currencyRate,0.5\nmodel.currencyRateDate,2027-01-15\nusers,7\n";
    expect(readInputsCsv(file, draft, false)).toMatchObject({
      ok: true,
      draft: {
        currency: "EUR",
        currencyRate: 0.5,
        currencyRateDate: "2027-01-15",
        inputs: { users: 7 },
        notes: { cloudStoragePerTBMonth: { range: { low: 10, high: 15 } } },
        customLines: [{ amount: 3_000 }],
      },
    });
  });
});
