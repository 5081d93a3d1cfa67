import type { Frame, Kernel, Shape } from "../node";

/** An elementwise result changes by month where any argument does. */
export function shapeOfAny(args: readonly Shape[]): Shape {
  return args.includes("monthly") ? "monthly" : "one";
}

const rows = (frame: Frame, step: readonly number[]) => (step.some((s) => s !== 0) ? frame.months + 1 : 1);

/** A kernel that works value by value, for arguments of any number. The four of arithmetic are written out for speed. */
export function elementwise(f: (...values: number[]) => number): Kernel {
  return (frame, out, at, step) => {
    const { cells, samples } = frame;
    const values = at.map(() => 0);
    for (let t = 0, n = rows(frame, step); t < n; t++) {
      for (let s = 0; s < samples; s++) {
        for (let i = 0; i < at.length; i++)
          values[i] = cells[(at[i] as number) + t * (step[i] as number) + s] as number;
        cells[out + t * samples + s] = f(...values);
      }
    }
  };
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
