import { setTimeout as wait } from "node:timers/promises";
import { sharedState } from "@/lib/web-process/shared-state";
import type { LookAnswer, LookQuestion } from "@/lib/web-process/start-message";

/** Looks at decisions when the process that started this one asks for it: that one sweeps, and evaluates no model. */
export function answerSweeps(): void {
  process.on("message", async ({ lookAt }: LookQuestion) => {
    if (lookAt === "decisions") process.send?.(await answer());
  });
}

/** How often, and how often at most, it is looked whether Next.js has loaded the pages' own code: it answers requests before. */
const pause = { every: 250, times: 240 };

async function answer(): Promise<LookAnswer> {
  for (let turn = 0; turn < pause.times; turn++) {
    const { lookAtDecisions } = sharedState;
    if (lookAtDecisions === undefined) {
      await wait(pause.every, undefined, { ref: false });
      continue;
    }
    try {
      return { decisions: await lookAtDecisions() };
    } catch (error) {
      return { failed: `decisions could not be looked at: ${error instanceof Error ? error.message : String(error)}.` };
    }
  }
  return { failed: "the pages were not loaded within a minute." };
}
