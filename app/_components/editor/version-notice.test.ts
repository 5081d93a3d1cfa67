import { MantineProvider } from "@mantine/core";
import { AppRouterContext, type AppRouterInstance } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { thenAndNow } from "@/app/_components/document/then-and-now";
import type { CostModelFull, ModelDraft } from "@/lib/draft/model";
import type { ReleasedInput } from "@/lib/model/released/released-input";
import { blankDraft } from "@/test/figures/blank-draft";
import VersionNotice from "./version-notice";

// As if the present version were the second, and the first these inputs alone: what was released may change, this test not.
vi.mock("@/lib/model/version", () => ({ modelVersion: 2 }));

/** Compliance of own servers costs 30,000 a year today, and cost 20,000 in the first version. */
const released: readonly ReleasedInput[] = [
  { key: "onPremisesComplianceAnnual", default: 20_000, min: 0, max: 1_000_000_000, integer: false },
];

const draft: ModelDraft = {
  ...blankDraft,
  name: "Patches",
  // Sixty months, at prices that do not rise.
  inputs: { users: 60_000, generalInflation: 0, onPremisesComplianceAnnual: 20_000 },
};

const model: CostModelFull = {
  ...draft,
  id: "5f0c2c5e-9f0d-4d7e-8a3e-5b8f3c0f7a11",
  organisationName: "Ada's",
  templateKey: null,
  modelVersion: 1,
  released,
  revision: 3,
  changedAt: "2027-01-01T00:00:00.000Z",
  changedBy: "Ada",
  isArchived: false,
  canComment: true,
  canEdit: true,
  canShare: true,
  canUnarchive: false,
};

function textOf(changes: Partial<CostModelFull>): string {
  const changed = { ...model, ...changes };
  const notice = createElement(VersionNotice, {
    model: changed,
    draft: { ...draft, inputs: changed.inputs },
    isSaved: true,
    move: () => Promise.reject(new Error("nobody pressed the button")),
  });
  // What is only rendered goes nowhere.
  const onPage = createElement(AppRouterContext.Provider, { value: {} as AppRouterInstance }, notice);
  const html = renderToStaticMarkup(createElement(MantineProvider, null, onPage));
  return html
    .replaceAll(/<style.*?<\/style>/g, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
}

describe("a model of an earlier version", () => {
  it("is compared with what it would be under the present one", () => {
    const { differences, earlier, present } = thenAndNow(draft, released);
    expect(differences).toMatchObject([
      { key: "onPremisesComplianceAnnual", now: "20,000 USD/year", next: "30,000 USD/year" },
    ]);
    const change = (name: "onPremises" | "cloud" | "hybrid" | "peerToPeer") =>
      (present.result?.architectures[name].total ?? Number.NaN) - (earlier.result?.architectures[name].total ?? 0);
    // Five years of 10,000 more; the other three have an input of their own for it.
    expect(change("onPremises")).toBeCloseTo(50_000, 4);
    expect([change("cloud"), change("hybrid"), change("peerToPeer")]).toEqual([0, 0, 0]);
  });

  it("takes today's default in its currency, and leaves stated figures", () => {
    // 20,000 and 30,000 dollars at 0.92.
    const euros = { ...draft, currency: "EUR", currencyRate: 0.92, currencyRateDate: "2027-01-15" };
    const compared = (amount: number) =>
      thenAndNow({ ...euros, inputs: { onPremisesComplianceAnnual: amount } }, released).differences;
    expect(compared(18_400)).toMatchObject([{ now: "18,400 EUR/year", next: "27,600 EUR/year" }]);
    expect(compared(25_000)).toEqual([]);
  });

  it("says both answers, what differs and by how much, and offers editors to move it", () => {
    const text = textOf({});
    expect(text).toContain("This model keeps to version 1 of the formulas and defaults");
    expect(text).toContain("+50,000.00");
    expect(text).toContain("20,000 USD/year 30,000 USD/year");
    expect(text).toMatch(/Move to version 2 Stay with version 1$/);
    expect(textOf({ answerThen: "It cost 3 then." })).toContain("It cost 3 then.");
  });

  it("is shown to readers too, without the editors' buttons", () => {
    const text = textOf({ canEdit: false });
    expect(text).toContain("+50,000.00");
    expect(text).not.toContain("Move to version");
    expect(text).not.toContain("Stay with");
  });

  it("asks nothing where the present version would show the same", () => {
    expect(textOf({ inputs: { onPremisesComplianceAnnual: 25_000 } })).toBe("");
  });
});
