import { describe, expect, it } from "vitest";
import { checkDraft } from "@/lib/schemas/draft";
import { blankDraft } from "@/test/figures/blank-draft";
import type { ModelDraft } from "../model";
import { beginWithFigures, linesToAdd } from "./begin-with-figures";
import type { OfferedFigure } from "./follow";
import type { OrganisationLine } from "./organisation-figure";

const id = "00000000-0000-4000-8000-000000000001";
const figure = (key: OfferedFigure["key"], value: number, more: object = {}): OfferedFigure => ({
  id,
  key,
  revision: 3,
  on: "2027-03-03",
  content: { value, ...more },
});
const audit: OrganisationLine = {
  id: "l1",
  table: "customLines",
  key: "audit",
  revision: 1,
  changedAt: "2027-03-03T10:00:00.000Z",
  changedBy: "Ada",
  content: {
    row: {
      id: "audit",
      label: "Audit",
      category: "compliance",
      architectures: ["cloud"],
      kind: "monthly",
      amount: 9200,
    },
    isBegunWith: true,
    currency: "EUR",
    currencyRate: 0.92,
  },
};
const template: ModelDraft = { ...blankDraft, name: "Patches", inputs: { users: 20_000, horizonMonths: 36 } };

describe("a model that begins", () => {
  it("has what was typed before the organisation's figures, and these before the template's", () => {
    const figures = [figure("users", 30_000), figure("horizonMonths", 48), figure("cloudEngineeringFTE", 3)];
    const typed = { ...template, inputs: { ...template.inputs, users: 90_000 } };
    const { draft, leftOut } = beginWithFigures(typed, { figures, lines: [] }, new Set(["users"]), checkDraft);
    expect(draft.inputs).toMatchObject({ users: 90_000, horizonMonths: 48, cloudEngineeringFTE: 3 });
    expect(draft.notes.users).toBeUndefined();
    expect(draft.notes.horizonMonths?.follows).toEqual({
      ...{ figure: id, revision: 3, on: "2027-03-03", value: 48 },
    });
    expect(leftOut).toEqual([]);
  });

  it("lists no figure that is the default, and follows it all the same", () => {
    const { draft } = beginWithFigures(
      blankDraft,
      { figures: [figure("users", 50_000)], lines: [] },
      new Set(),
      checkDraft,
    );
    expect(draft.inputs).toEqual({});
    expect(draft.notes.users?.follows?.value).toBe(50_000);
  });

  it("leaves out, and names, a figure that breaks a rule beside the rest", () => {
    // Tier 1 must not reach above tier 2.
    const typed = { ...template, inputs: { cloudEgressTier2TB: 50 } };
    const figures = [figure("cloudEgressTier1TB", 60), figure("horizonMonths", 48)];
    const begun = beginWithFigures(typed, { figures, lines: [] }, new Set(["cloudEgressTier2TB"]), checkDraft);
    expect(begun.draft.inputs).toEqual({ cloudEgressTier2TB: 50, horizonMonths: 48 });
    expect(begun.leftOut).toHaveLength(1);
  });

  it("leaves out, and names, a line that does not fit, and keeps the other lines and the figures", () => {
    const long = {
      ...audit,
      id: "l3",
      key: "long",
      content: { ...audit.content, row: { ...audit.content.row, id: "long" } },
    };
    const wrong = { ...long, content: { ...long.content, row: { ...long.content.row, everyMonths: 500 } } };
    const figures = [figure("users", 30_000)];
    const { draft, leftOut } = beginWithFigures(template, { figures, lines: [wrong, audit] }, new Set(), checkDraft);
    expect(draft.inputs.users).toBe(30_000);
    expect(draft.customLines.map(({ id }) => id)).toEqual(["audit"]);
    expect(leftOut.map(({ key }) => key)).toEqual(["customLines.0.everyMonths"]);
  });

  it("begins without usual lines where they are too many together, and with the figures all the same", () => {
    const many = Array.from({ length: 50 }, (_, place): OrganisationLine => {
      const key = `switch${place}`;
      const row = {
        id: key,
        label: key,
        category: "hardware",
        architectures: ["onPremises"],
        pieces: 1,
        price: 1,
        lifeMonths: 60,
      };
      return { ...audit, table: "equipmentLines", id: key, key, content: { ...audit.content, row: row as never } };
    });
    const full = { ...template, equipmentLines: [{ ...many[0]?.content.row, id: "own" } as never] };
    const { draft } = beginWithFigures(
      full,
      { figures: [figure("users", 30_000)], lines: [...many, audit] },
      new Set(),
      checkDraft,
    );
    expect(draft.inputs.users).toBe(30_000);
    expect(draft.equipmentLines.map(({ id }) => id)).toEqual(["own"]);
    expect(draft.customLines).toHaveLength(1);
  });

  it("has the lines that new models begin with, in its currency, and no others", () => {
    const other = { ...audit, id: "l2", key: "other", content: { ...audit.content, isBegunWith: false } };
    const { draft } = beginWithFigures(template, { figures: [], lines: [audit, other] }, new Set(), checkDraft);
    // 9200 EUR at 0.92 EUR a dollar.
    expect(draft.customLines).toEqual([{ ...audit.content.row, amount: 10_000 }]);
    expect(linesToAdd(draft, [audit, other]).map(({ key }) => key)).toEqual(["other"]);
  });
});
