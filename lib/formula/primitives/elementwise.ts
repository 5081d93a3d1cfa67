import type { VectorFunction } from "../compiled/module-writer";
import type { Frame, Kernel } from "../kernel";
import type { Primitive, Shape } from "../node";

/** An elementwise result changes by month where any argument does. */
export function shapeOfAny(args: readonly Shape[]): Shape {
  return args.includes("monthly") ? "monthly" : "one";
}

const rows = (frame: Frame, step: readonly number[]) => {
  for (let i = 0; i < step.length; i++) if (step[i] !== 0) return frame.months + 1;
  return 1;
};

type Values = (...values: number[]) => number;

function work1(f: Values, frame: Frame, out: number, at: readonly number[], step: readonly number[]): void {
  const { cells, samples } = frame;
  const [a = 0] = at;
  const [stepA = 0] = step;
  for (let t = 0, n = rows(frame, step); t < n; t++) {
    for (let s = 0; s < samples; s++) cells[out + t * samples + s] = f(cells[a + t * stepA + s] as number);
  }
}

function work2(f: Values, frame: Frame, out: number, at: readonly number[], step: readonly number[]): void {
  const { cells, samples } = frame;
  const [a = 0, b = 0] = at;
  const [stepA = 0, stepB = 0] = step;
  for (let t = 0, n = rows(frame, step); t < n; t++) {
    for (let s = 0; s < samples; s++)
      cells[out + t * samples + s] = f(cells[a + t * stepA + s] as number, cells[b + t * stepB + s] as number);
  }
}

function work3(f: Values, frame: Frame, out: number, at: readonly number[], step: readonly number[]): void {
  const { cells, samples } = frame;
  const [a = 0, b = 0, c = 0] = at;
  const [stepA = 0, stepB = 0, stepC = 0] = step;
  for (let t = 0, n = rows(frame, step); t < n; t++) {
    for (let s = 0; s < samples; s++)
      cells[out + t * samples + s] = f(
        cells[a + t * stepA + s] as number,
        cells[b + t * stepB + s] as number,
        cells[c + t * stepC + s] as number,
      );
  }
}

function workMany(f: Values, frame: Frame, out: number, at: readonly number[], step: readonly number[]): void {
  const { cells, samples } = frame;
  const values = at.map(() => 0);
  for (let t = 0, n = rows(frame, step); t < n; t++) {
    for (let s = 0; s < samples; s++) {
      for (let i = 0; i < at.length; i++) values[i] = cells[(at[i] as number) + t * (step[i] as number) + s] as number;
      cells[out + t * samples + s] = f(...values);
    }
  }
}

/** By the number of arguments. In a list, as a minifier would write them out in the kernels that use them. */
const works = [workMany, work1, work2, work3] as const;

/** A kernel that works value by value. One to three arguments are written out, and so are the four of arithmetic, for speed. */
export function elementwise(f: Values): Kernel {
  return (frame, out, at, step) => {
    const work = works[at.length] ?? workMany;
    work(f, frame, out, at, step);
  };
}

/** A word that works value by value, by its kernel and in compiled code. */
export function byValue(of: VectorFunction): Pick<Primitive, "kernel" | "vector"> {
  return { kernel: elementwise(of.scalar), vector: of };
}

export const addKernel: Kernel = (frame, out, [a = 0, b = 0], step) => {
  const { cells, samples } = frame;
  const [stepA = 0, stepB = 0] = step;
  for (let t = 0, n = rows(frame, step); t < n; t++) {
    for (let s = 0; s < samples; s++) {
      cells[out + t * samples + s] = (cells[a + t * stepA + s] as number) + (cells[b + t * stepB + s] as number);
    }
  }
};

export const subtractKernel: Kernel = (frame, out, [a = 0, b = 0], step) => {
  const { cells, samples } = frame;
  const [stepA = 0, stepB = 0] = step;
  for (let t = 0, n = rows(frame, step); t < n; t++) {
    for (let s = 0; s < samples; s++) {
      cells[out + t * samples + s] = (cells[a + t * stepA + s] as number) - (cells[b + t * stepB + s] as number);
    }
  }
};

export const multiplyKernel: Kernel = (frame, out, [a = 0, b = 0], step) => {
  const { cells, samples } = frame;
  const [stepA = 0, stepB = 0] = step;
  for (let t = 0, n = rows(frame, step); t < n; t++) {
    for (let s = 0; s < samples; s++) {
      cells[out + t * samples + s] = (cells[a + t * stepA + s] as number) * (cells[b + t * stepB + s] as number);
    }
  }
};

export const divideKernel: Kernel = (frame, out, [a = 0, b = 0], step) => {
  const { cells, samples } = frame;
  const [stepA = 0, stepB = 0] = step;
  for (let t = 0, n = rows(frame, step); t < n; t++) {
    for (let s = 0; s < samples; s++) {
      cells[out + t * samples + s] = (cells[a + t * stepA + s] as number) / (cells[b + t * stepB + s] as number);
    }
  }
};
