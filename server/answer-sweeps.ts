import { sharedState } from "@/lib/web-process/shared-state";
import type { LookAnswer, LookQuestion } from "@/lib/web-process/start-message";

/** Looks at decisions when the process that started this one asks for it: that one sweeps, and evaluates no model. */
export function answerSweeps(): void {
  process.on("message", async ({ lookAt }: LookQuestion) => {
    if (lookAt === "decisions") process.send?.(await answer());
  });
}

async function answer(): Promise<LookAnswer> {
  const { lookAtDecisions } = sharedState;
  if (lookAtDecisions === undefined) return { failed: "the pages are not there yet" };
  try {
    return { decisions: await lookAtDecisions() };
  } catch (error) {
    return { failed: `decisions could not be looked at: ${error instanceof Error ? error.message : String(error)}` };
  }
}
