import type { Asked, Held, Replied } from "./messages";

/** A worker that takes a share of another's work. A question that was made stale is never answered. */
export class WorkerBeside<Question, Reply> {
  private worker: Worker | null = null;
  private run = 0;

  constructor(private readonly create: () => Worker) {
    // While the page draws, it waits too.
    addEventListener("message", ({ data }: MessageEvent<Held | object>) => {
      if ("isHeld" in data) this.worker?.postMessage(data);
    });
  }

  /** Ends the work on what was asked. */
  drop(): void {
    this.run += 1;
    this.worker?.postMessage({ run: this.run, question: null } satisfies Asked<Question>);
  }

  /** Makes the question before it stale. @throws Error where it cannot be started, or fails */
  async ask(question: Question): Promise<Reply> {
    this.worker ??= this.create();
    const { worker } = this;
    this.run += 1;
    const { run } = this;
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Replied<Reply>>) => {
        if (data.run === run) resolve(data.reply);
      };
      worker.onerror = () => {
        worker.terminate();
        this.worker = null;
        reject(new Error("The second worker failed."));
      };
      worker.postMessage({ run, question } satisfies Asked<Question>);
    });
  }
}
