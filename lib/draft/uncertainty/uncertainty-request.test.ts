import { describe, expect, it } from "vitest";
import { planOf } from "@/lib/analysis/uncertainty/plan";
import type { UncertaintyRequest } from "@/lib/analysis/uncertainty/request";
import { blankDraft } from "@/test/figures/blank-draft";
import type { ModelDraft } from "../model";
import { uncertaintyRequest } from "./uncertainty-request";

const draft: ModelDraft = {
  ...blankDraft,
  inputs: { users: 60_000 },
  notes: {
    users: { range: { kind: "range", low: 30_000, high: 90_000 }, note: "from the CRM" },
    peakToMean: { range: { kind: "uniform", least: 2, greatest: 4 }, evidence: "measured" },
    serverPrice: { evidence: "certain" },
  },
  customLines: [
    { label: "Rent", category: "facility", architectures: ["cloud"], kind: "once", amount: 5, low: 4, high: 6 },
  ],
  drivers: { pay: "none" },
  trials: 1_000,
  seed: 7,
};

/** Where a drawn figure lies at a standard normal's quantile. */
function at(request: UncertaintyRequest, key: string, p: number, z: number): number | undefined {
  return planOf(request)
    .drawn.find((figure) => figure.key === key)
    ?.at(Float64Array.of(p), Float64Array.of(z))[0];
}
const z90 = 1.2815515655446004;

describe("what an analysis of uncertainty is asked", () => {
  it("is all that a draft says", () => {
    const request: UncertaintyRequest = uncertaintyRequest(draft);
    expect(request).toMatchObject({
      ranges: { users: { kind: "range", low: 30_000, high: 90_000 }, peakToMean: { kind: "uniform" } },
      evidence: { peakToMean: "measured", serverPrice: "certain" },
      rows: { customLines: [{ low: 4, high: 6 }] },
      drivers: { pay: "none" },
      trials: 1_000,
      seed: 7,
    });
    expect(request.inputs).toMatchObject({ users: 60_000, serverPrice: 14_000 });
    expect([Object.keys(request.ranges), Object.keys(request.evidence)]).toEqual([
      ["users", "peakToMean"],
      ["peakToMean", "serverPrice"],
    ]);
    const drawn = planOf(request).drawn.map(({ key }) => key);
    expect(drawn).toContain("line:1");
    expect(drawn).not.toContain("serverPrice");
  });

  it("carries low and high with a value that a scenario sets, and no other kind of range", () => {
    const request = uncertaintyRequest(draft, { inputs: { users: 120_000, peakToMean: 6 } });
    expect(request.inputs).toMatchObject({ users: 120_000, peakToMean: 6 });
    expect(request.modelValues).toEqual({ users: 60_000, peakToMean: 2.5 });
    // Half and one and a half times 60,000: of 120,000, 60,000 and 180,000.
    expect(at(request, "users", 0.1, -z90)).toBeCloseTo(60_000, 6);
    expect(at(request, "users", 0.9, z90)).toBeCloseTo(180_000, 6);
    // Measured: half of the usual range, 1.6 to 6 around 2.5, on the scale of logarithms: 6 * sqrt(1.6 / 2.5) = 6 * 0.8.
    expect(at(request, "peakToMean", 0.1, -z90)).toBeCloseTo(4.8, 9);
    expect(at(uncertaintyRequest(draft), "peakToMean", 0.25, -0.7)).toBe(2.5);
  });

  it("is in the currency of the draft", () => {
    const request = uncertaintyRequest({ ...draft, currencyRate: 0.5 });
    expect(request.inputs.serverPrice).toBe(7_000);
    expect(request.declared.defaults.serverPrice).toBe(7_000);
  });
});
