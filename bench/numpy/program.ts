import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { StartupError } from "@/scripts/support/startup-error.mjs";

const python = "python3";
const script = fileURLToPath(new URL("run.py", import.meta.url));
/** One thread against one. */
const oneThread = Object.fromEntries(
  ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"].map((key) => [key, "1"]),
);
const env = { ...process.env, ...oneThread, PYTHONDONTWRITEBYTECODE: "1" };

/** Which Python and numpy there are. @throws StartupError in words where either is missing */
export function versions(): string {
  const ask = (code: string, missing: string, todo: string): string => {
    try {
      return execFileSync(python, ["-c", code], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], env }).trim();
    } catch {
      throw new StartupError(missing, todo);
    }
  };
  const version = ask(
    "import platform; print(platform.python_version())",
    "There is no python3 here, beside which this bench measures.",
    "Install Python 3.10 or later with numpy 2.",
  );
  const numpy = ask(
    "import numpy; print(numpy.__version__)",
    "This python3 has no numpy, beside which this bench measures.",
    "Install numpy 2 for it.",
  );
  return `Python ${version}, numpy ${numpy}`;
}

/** The other program, which stays warm between questions. */
export class Program {
  private constructor(
    private readonly child: ChildProcess,
    private readonly answers: AsyncIterator<string>,
  ) {}

  static start(folder: string): Program {
    const child = spawn(python, [script, folder], { env, stdio: ["pipe", "pipe", "inherit"] });
    if (!child.stdout) throw new Error("The other program has no output.");
    return new Program(child, createInterface({ input: child.stdout })[Symbol.asyncIterator]());
  }

  /** @throws Error where it has ended instead */
  async ask<T>(question: object): Promise<T> {
    this.child.stdin?.write(`${JSON.stringify(question)}\n`);
    const { value, done } = await this.answers.next();
    if (done) throw new Error("The numpy program has ended: what it says stands above.");
    return JSON.parse(value) as T;
  }

  async end(): Promise<void> {
    if (this.child.exitCode !== null) return;
    this.child.stdin?.end();
    await once(this.child, "exit");
  }
}
