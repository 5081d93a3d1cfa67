import { describe, expect, it } from "vitest";
import { verdictInShort } from "@/lib/analysis/verdict/verdict-words";
import { completeInputs } from "@/lib/model/currency";
import { evaluateModel } from "@/lib/model/evaluate";
import { noTemplate } from "./no-template";
import { templateAnswer } from "./template-answer";
import { drawnBy, startingPoints, templateAnswers } from "./template-answers";
import stored from "./template-answers.json" with { type: "json" };

// Trials of all of them as a page runs them take most of a minute. So the base runs are compared to the digit, and so is what trials are
// drawn by; the trials of four services that are unlike each other are compared with a tenth of them. Where this fails, the model has
// changed: npm run docs.
describe("what templates answer", () => {
  it("is stored of each that is offered, and of no other", () => {
    expect(Object.keys(templateAnswers)).toEqual(Object.keys(startingPoints));
  });

  it.each(Object.entries(startingPoints))("has the base run of the model of today: %s", (key, inputs) => {
    const { ranking, architectures } = evaluateModel(completeInputs(inputs, 1));
    expect(
      templateAnswers[key]?.costs.map(({ architecture, base, isEligible }) => [architecture, base, isEligible]),
    ).toEqual(
      ranking.map((name) => {
        const { netPresentCost, eligible } = architectures[name];
        return [name, Number(netPresentCost.toPrecision(6)), eligible];
      }),
    );
  });

  it.each(Object.entries(templateAnswers))("has a verdict that can be said: %s", (_, { verdict }) => {
    expect(verdictInShort(verdict)).toMatch(/^(None|Targets|Too close|Clear|Leaning)/);
  });

  it("was drawn by the ranges of today", () => {
    expect(stored.drawnBy).toBe(drawnBy());
  });

  it.each([noTemplate, "game-patches", "volunteer-computing", "cloud-exit"])(
    "has nearly what 1,000 trials tell: %s",
    (key) => {
      const inputs = startingPoints[key] ?? {};
      const { verdict, costs = [] } = templateAnswers[key] ?? {};
      const told = templateAnswer(inputs, 1000);
      // What is stored is of an earlier verdict where it has other parts.
      if (told.verdict.kind === verdict?.kind) expect(Object.keys(verdict)).toEqual(Object.keys(told.verdict));
      for (const [place, { architecture, ...few }] of told.costs.entries()) {
        for (const quantile of ["p10", "p50", "p90"] as const) {
          const ratio = few[quantile] / (costs[place]?.[quantile] ?? Number.NaN);
          expect(Math.abs(ratio - 1), `${architecture} ${quantile}`).toBeLessThan(0.1);
        }
      }
    },
  );
});
