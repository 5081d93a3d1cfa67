import type { Steps } from "@/lib/analysis/steps";
import { type Asked, type Held, type Replied, settling } from "./messages";

/** How long a worker works before it looks for a newer question, or for a page that draws, ms: half a frame. */
const slice = 8;

const pauses: (() => void)[] = [];
const channel = new MessageChannel();
channel.port1.onmessage = () => pauses.shift()?.();

/** Lets messages in. By a message, as timers that follow one another wait for 4 ms each. */
function pause(): Promise<void> {
  channel.port2.postMessage(null);
  return new Promise((resolve) => pauses.push(resolve));
}

/** How long a worker waits at most for a page that draws, ms: one that is not seen draws nothing, and tells nothing. */
const longestHold = 300;

let release: (() => void) | null = null;
let held: Promise<void> | null = null;

function setHeld(isHeld: boolean): void {
  release?.();
  [release, held] = [null, null];
  if (!isHeld) return;
  held = new Promise((resolve) => {
    release = resolve;
    setTimeout(resolve, longestHold);
  });
}

/** Ends the work on a question after which a newer one was asked. */
class Stale extends Error {}

interface Work<Reply> {
  /** Sends a part of the answer. @param handed buffers that are handed over without a copy */
  readonly reply: (reply: Reply, handed?: ArrayBuffer[]) => void;
  /** Runs steps with pauses, and ends the work where a newer question has come. */
  readonly follow: <T>(steps: Steps<T>) => Promise<T>;
  /** Waits until the question has stood for a pause in typing, and ends the work where a newer one has come. */
  readonly settled: () => Promise<void>;
}

/** In a worker: answers questions, always the newest only. */
export function answerNewest<Question, Reply>(answer: (question: Question, work: Work<Reply>) => Promise<void>): void {
  let newest = 0;
  addEventListener("message", ({ data }: MessageEvent<Asked<Question> | Held>) => {
    if ("isHeld" in data) {
      setHeld(data.isHeld);
      return;
    }
    const { run, question } = data;
    newest = run;
    if (question === null) return;
    const asked = performance.now();
    const reply = (reply: Reply, handed: ArrayBuffer[] = []) =>
      postMessage({ run, reply } satisfies Replied<Reply>, { transfer: handed });
    async function follow<T>(steps: Steps<T>): Promise<T> {
      if (newest !== run) throw new Stale();
      let since = performance.now();
      for (;;) {
        const step = steps.next();
        if (step.done) return step.value;
        if (performance.now() - since < slice) continue;
        await pause();
        await held;
        if (newest !== run) throw new Stale();
        since = performance.now();
      }
    }
    async function settled(): Promise<void> {
      await new Promise((resolve) => setTimeout(resolve, asked + settling - performance.now()));
      if (newest !== run) throw new Stale();
    }
    answer(question, { reply, follow, settled }).catch((error) => {
      if (!(error instanceof Stale)) reportError(error);
    });
  });
}
