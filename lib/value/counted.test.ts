import { describe, expect, it } from "vitest";
import { type Explained, explainer } from "@/lib/analysis/explain";
import type { ModelDraft } from "@/lib/draft/model";
import { reportContent } from "@/lib/export/report/report-content";
import { inputList } from "@/lib/model/inputs";
import { isFigure } from "@/lib/model/inputs/declaration";
import { type OwnRows, ownRowsOf, rowTables } from "@/lib/model/rows/own-rows";
import { checkDraft } from "@/lib/schemas/draft";
import { blankDraft } from "@/test/figures/blank-draft";
import { complete } from "@/test/figures/complete";
import { reportedModel } from "@/test/figures/reported-model";
import { counted } from "./counted";
import { describeNumber } from "./describe-input";
import { reportPartKeys } from "./report-choice";
import { rowWords } from "./rows/row-summary";
import { rowParts } from "./rows/row-words";
import { withDeclaredUnit, withUnit } from "./unit-label";

it("counts in the singular what is shown as one, and nothing else", () => {
  expect(counted(1, "machine")).toBe("1 machine");
  expect([0, 2, 1200].map((count) => counted(count, "machine"))).toEqual([
    "0 machines",
    "2 machines",
    "1,200 machines",
  ]);
  expect(counted(1, "person", "people")).toBe("1 person");
  expect(counted(1.04, "person", "people", "1")).toBe("1 person");
  expect(counted(0.5, "install", "installs", "0.5")).toBe("0.5 installs");
});

it.each([
  ["copy", "1 copy", "3 copies", "0.5 copies"],
  ["month", "1 month", "3 months", "0.5 months"],
  ["h", "1 hour", "3 hours", "0.5 hours"],
  ["server/FTE", "1 server/FTE", "3 servers/FTE", "0.5 servers/FTE"],
  ["user*month", "1 user-month", "3 user-months", "0.5 user-months"],
  ["core-hour/month", "1 core-hour/month", "3 core-hours/month", "0.5 core-hours/month"],
  ["money/copy", "1 EUR/copy", "3 EUR/copy", "0.5 EUR/copy"],
  ["TB", "1 TB", "3 TB", "0.5 TB"],
  ["number", "1", "3", "0.5"],
  ["per year", "1 % a year", "3 % a year", "0.5 % a year"],
])("has %s agree with its figure", (unit, one, several, half) => {
  expect(["1", "3", "0.5"].map((text) => withUnit(text, unit, "EUR"))).toEqual([one, several, half]);
  if (/^[a-z*-]+(\/|$)/.test(unit) && !unit.startsWith("money") && unit !== "number" && unit !== "h")
    expect(["1", "3"].map((text) => withDeclaredUnit(text, unit))).toEqual([one, several]);
});

/** What is one and called as several are, or several and called as one is. */
const several =
  "months|years|days|hours|users|servers|machines|cores|core-hours|copies|installs|items|peers|pieces|posts|sites|units|people|participants|inputs|rows";
const one =
  "month|year|day|hour|user|server|machine|core|core-hour|copy|install|item|peer|piece|post|site|unit|person|participant|input|row";
const wrong = new RegExp(
  `(?<![\\d.,])1[ \\u00a0](${several})\\b(?! the)|(?<![\\d.,])(\\d+(,\\d{3})*\\.\\d+|\\d{2,3}(,\\d{3})*|\\d(,\\d{3})+|[02-9])[ \\u00a0](${one})(?![-\\w])`,
  "g",
);
const faultsOf = (texts: readonly string[]) => texts.flatMap((text) => text.match(wrong) ?? []);

it("is found where it is wrong", () => {
  expect(
    faultsOf(["1 copies of it, 12 server", "1,200 user, 1.5 copy", "1 month, 21 months, 0.1 copies, i = 1..1 item"]),
  ).toEqual(["1 copies", "12 server", "1,200 user", "1.5 copy"]);
});

describe("where everything is one", () => {
  const architectures = ["onPremises", "cloud", "hybrid", "peerToPeer"] as const;
  const rows: OwnRows = {
    customLines: [
      {
        id: "a",
        label: "A",
        category: "software",
        architectures,
        kind: "every",
        amount: 1,
        everyMonths: 1,
        toMonth: 1,
      },
    ],
    register: [{ id: "b", label: "B", what: "server", count: 1, equivalents: 1, ageMonths: 1, pricePaid: 1, watts: 1 }],
    equipmentLines: [
      {
        ...{
          id: "c",
          label: "C",
          category: "hardware",
          architectures,
          pieces: 1,
          per: "site",
          price: 1,
          lifeMonths: 1,
        },
        ...{ standingPieces: 1, standingAgeMonths: 1, watts: 1, upkeepRate: 0.01, warrantyMonths: 1 },
      },
    ],
    staffLines: [{ id: "d", role: "D", architectures, fte: 1, per: "site", pay: 1, toMonth: 1, hiringCost: 1 }],
    participantKinds: [
      {
        ...{
          id: "e",
          label: "E",
          share: 1,
          peerStorageTB: 1,
          peerLifetimeMonths: 1,
          peerMonthlyCapTB: 1,
          peerCores: 1,
        },
        ...{ peerDeviceCost: 1, peerDeviceLifeMonths: 12 },
      },
    ],
    billLines: [],
  };
  const figures = inputList.filter(isFigure);

  it("describes every input and every row in the singular, and at two in the plural", () => {
    expect(faultsOf(figures.flatMap((declared) => [1, 2, 0.5].map((x) => describeNumber(declared, x, "USD"))))).toEqual(
      [],
    );
    const texts = rowTables.flatMap((table) =>
      rows[table].flatMap((row) => [rowWords(table, row as never, "USD"), ...rowParts(table, row, "USD")]),
    );
    expect(texts.length).toBeGreaterThan(30);
    expect(faultsOf(texts)).toEqual([]);
  });

  const inputs: Record<string, number | string> = {
    currentArchitecture: "onPremises",
    ...Object.fromEntries(
      figures
        .filter(({ unit, min, max }) => /^[a-z-]+$/.test(unit) && min <= 1 && max >= 1 && unit !== "share")
        .map(({ key }) => [key, 1]),
    ),
  };

  function drafted(): ModelDraft {
    for (;;) {
      const checked = checkDraft({ ...blankDraft, ...rows, inputs });
      if (checked.ok) return checked.draft;
      for (const { key } of checked.faults) delete inputs[key];
    }
  }

  it("explains every figure so", () => {
    const draft = drafted();
    expect(Object.keys(draft.inputs).length).toBeGreaterThan(8);
    const { keys, explain } = explainer(complete(draft.inputs), ownRowsOf(draft), 1);
    const textsOf = (explained: Explained): string[] =>
      explained.kind === "quantity" ? Object.values(explained.formula) : [];
    const texts = keys.flatMap((key) => textsOf(explain(key, 1) as Explained));
    expect(texts.some((text) => text.includes("1 server"))).toBe(true);
    expect(faultsOf(texts)).toEqual([]);
  });

  // With its trials and single inputs it takes seconds.
  it("reports so", { timeout: 60_000 }, () => {
    const report = reportContent(reportedModel(drafted()), reportPartKeys);
    const texts: string[] = [];
    JSON.stringify(report, (_, value) => {
      if (typeof value === "string") texts.push(value);
      return value;
    });
    expect(texts.length).toBeGreaterThan(200);
    expect(faultsOf(texts)).toEqual([]);
  });
});
