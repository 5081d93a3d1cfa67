import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { UncertainDraft } from "@/lib/draft/uncertainty/uncertainty-request";
import { workerSlots } from "@/lib/server/files/worker-slots";
import { blankDraft } from "@/test/figures/blank-draft";
import { Worker } from "@/test/worker-from-source";
import type { RunAnswer, RunQuestion } from "./run-messages";

const trials = () => new Worker(new URL("./uncertainty-worker.ts", import.meta.url));
const file = new URL("../../analysis/uncertainty/oracles/uncertainty-defaults.json", import.meta.url);
const { expected } = JSON.parse(readFileSync(file, "utf8"));
const run = workerSlots({ atOnce: 1, waiting: 1, time: 60_000 });
const ask = (draft: UncertainDraft) => run<RunAnswer>(trials, { draft, isForPage: true } satisfies RunQuestion);

it("gives the document of a draft, or says why there is none", { timeout: 60_000 }, async () => {
  const done = await ask({ ...blankDraft, trials: 1_000 });
  if (!done.ok || !done.result.ok) throw new Error("no document");
  const { cloud } = done.result.document.architectures;
  expect(Math.abs(cloud.netPresentCost.mean / expected.architectures.cloud.netPresentCost.mean - 1)).toBeLessThan(1e-9);
  // For a page, with the difference in twenty dots and what would change the winner.
  expect(done.result.dots?.difference).toHaveLength(20);
  expect(done.result.singles?.turning.map(({ key }) => key)).toContain("siteAvailability");
  expect(done.result.dots?.saved).toEqual({});
  // Where something runs today, what each other saves in as many of twenty dots as of the trials.
  const moving = await ask({
    ...blankDraft,
    inputs: { ...blankDraft.inputs, currentArchitecture: "cloud" },
    trials: 1_000,
  });
  if (!moving.ok || !moving.result.ok) throw new Error("no document");
  const { dots, singles, document } = moving.result;
  expect(Object.keys(dots?.saved ?? {})).toEqual(["onPremises", "hybrid", "peerToPeer"]);
  for (const to of ["onPremises", "hybrid", "peerToPeer"] as const) {
    const saves = dots?.saved[to]?.filter((amount) => amount > 0).length ?? 0;
    expect(Math.abs(saves / 20 - (document.pairs[to].cloud?.cheaper.share ?? 0)), to).toBeLessThanOrEqual(1 / 20);
  }
  expect(singles?.againstToday.onPremises).toMatchObject({ first: "onPremises", second: "cloud" });
  // More data pieces than all pieces, in about half of all trials.
  const range = { kind: "uniform", least: 1, greatest: 100 } as const;
  const notes: UncertainDraft["notes"] = { dataPieces: { range } };
  expect(await ask({ ...blankDraft, notes, trials: 1_000 })).toMatchObject({
    ok: true,
    result: { ok: false, faults: [{ key: "ranges" }] },
  });
});
