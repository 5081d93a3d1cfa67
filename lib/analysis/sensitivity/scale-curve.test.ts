import { describe, expect, it } from "vitest";
import { finish } from "@/lib/analysis/steps";
import type { CustomLine } from "@/lib/model/custom-lines";
import { evaluateModel } from "@/lib/model/evaluate";
import { defaultInputs, type Inputs } from "@/lib/model/inputs";
import { noRows } from "@/lib/model/rows/own-rows";
import { templates } from "@/lib/model/templates";
import { complete } from "@/test/figures/complete";
import { scaleCurve } from "./scale-curve";
import { trialsOf } from "./trial";

const curveOf = (given: Partial<Inputs>, customLines: CustomLine[] = []) => {
  const inputs = { ...defaultInputs, ...given };
  return finish(scaleCurve({ inputs, trials: trialsOf(inputs, { ...noRows, customLines }) }));
};

/** A thousand users who need no machine: own servers and the cloud then cost the same, staff and compliance. */
const onlyUsers: Partial<Inputs> = { users: 1000, storedTB: 0, egressTB: 0, coreHours: 0, usersGrowth: 0 };
const line = (of: Partial<CustomLine>): CustomLine => ({
  label: "Line",
  category: "software",
  architectures: ["cloud"],
  kind: "monthly",
  amount: 0,
  ...of,
});
/** Own servers cost 2,000 a month more, whatever the demand; the cloud 1 a month and user more: the same at 2,000 users. */
const lines = [
  line({ architectures: ["onPremises"], amount: 2000 }),
  line({ architectures: ["cloud"], kind: "perUser", amount: 1 }),
];

describe("cost as demand is scaled", () => {
  it("goes from a hundredth to ten thousand times, and through the demand as it is", () => {
    const { points } = curveOf(onlyUsers, lines);
    expect(points.map(({ factor }) => factor)).toEqual(expect.arrayContaining([0.01, 0.1, 1, 10, 100, 1000, 10_000]));
    expect(points[0]?.factor).toBe(0.01);
    expect(points.at(-1)?.factor).toBe(10_000);
    const now = points.find(({ factor }) => factor === 1);
    expect(now?.costs.cloud).toBe(
      evaluateModel(complete(onlyUsers), { ...noRows, customLines: lines }).architectures.cloud.perUserMonth,
    );
  });

  it("finds the demand at which the order changes", () => {
    const { changes } = curveOf(onlyUsers, lines);
    // 1 a month for each of 1,000 * s users equals 2,000 a month at s = 2.
    const passes = changes.filter(({ passed, passer }) => passer === "onPremises" && passed === "cloud");
    expect(passes).toHaveLength(1);
    expect(passes[0]?.factor).toBeGreaterThan(2);
    expect(passes[0]?.factor).toBeLessThan(2 * 1.002);
    expect(passes[0]).toMatchObject({ because: "cost", takesTheLead: true });
  });

  it("scales the demand of the model, whatever its own scale", () => {
    const { changes } = curveOf({ ...onlyUsers, demandScale: 4 }, lines);
    // At four times the demand own servers are ahead; at half of that they are level with the cloud.
    expect(changes.find(({ takesTheLead }) => takesTheLead)?.factor).toBeCloseTo(0.5, 2);
  });

  it("tells a change of eligibility from one of cost", () => {
    // Peers are needed from the first user on, but at small scale there are too few users to be asked.
    const { changes } = curveOf({ ...onlyUsers, minimumPeers: 100, maximumParticipation: 0.5, contributingShare: 1 });
    // 100 installs of half of 1,000 * s users: from s = 0.2 on.
    const enters = changes.filter(({ because }) => because === "passer becomes eligible");
    expect(enters.every(({ passer }) => passer === "peerToPeer")).toBe(true);
    expect(enters[0]?.factor ?? 0.2).toBeCloseTo(0.2, 2);
  });

  it("leaves out and names what is too large to mean anything", () => {
    const { points, tooLarge } = curveOf({ coreHours: 1e12, coreHoursGrowth: 0, demandScale: 1e6, coresPerServer: 1 });
    expect(points.length + tooLarge.length).toBe(37);
    // busy = 1e18 * f / (1 * 730 * 0.35) = 3.914e15 * f servers, and a fifth more for headroom: above 1e15 from f = 0.2129 on, so the last
    // of the six steps a decade below is 10^-0.833.
    expect(points.at(-1)?.factor).toBeCloseTo(0.1468, 4);
    expect(tooLarge[0]).toBeCloseTo(0.2154, 4);
  });

  it("has the ranking of the model on either side of each change", () => {
    for (const { inputs } of templates.slice(0, 3)) {
      for (const { factor, notYetAt, passer, passed } of curveOf(inputs).changes) {
        const rank = (at: number) => evaluateModel(complete({ ...inputs, demandScale: at })).ranking;
        const above = rank(factor);
        const below = rank(notYetAt);
        expect(factor / notYetAt).toBeLessThan(1.002);
        expect(above.indexOf(passer)).toBeLessThan(above.indexOf(passed));
        expect(below.indexOf(passer)).toBeGreaterThan(below.indexOf(passed));
      }
    }
  }, 60_000);
});
