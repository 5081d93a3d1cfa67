import type { Steps } from "@/lib/analysis/steps";
import type { Asked, Replied } from "./messages";

/** How long a worker works before it looks for a newer question, ms. */
const slice = 20;
const pause = () => new Promise((resolve) => setTimeout(resolve, 0));

/** Ends the work on a question after which a newer one was asked. */
class Stale extends Error {}

interface Work<Reply> {
  /** Sends a part of the answer. @param handed buffers that are handed over without a copy */
  readonly reply: (reply: Reply, handed?: ArrayBuffer[]) => void;
  /** Runs steps with pauses, and ends the work where a newer question has come. */
  readonly follow: <T>(steps: Steps<T>) => Promise<T>;
}

/** In a worker: answers questions, always the newest only. */
export function answerNewest<Question, Reply>(answer: (question: Question, work: Work<Reply>) => Promise<void>): void {
  let newest = 0;
  addEventListener("message", ({ data: { run, question } }: MessageEvent<Asked<Question>>) => {
    newest = run;
    const reply = (reply: Reply, handed: ArrayBuffer[] = []) =>
      postMessage({ run, reply } satisfies Replied<Reply>, { transfer: handed });
    async function follow<T>(steps: Steps<T>): Promise<T> {
      let since = performance.now();
      for (;;) {
        const step = steps.next();
        if (step.done) return step.value;
        if (performance.now() - since < slice) continue;
        await pause();
        if (newest !== run) throw new Stale();
        since = performance.now();
      }
    }
    answer(question, { reply, follow }).catch((error) => {
      if (!(error instanceof Stale)) reportError(error);
    });
  });
}
