/** What an earlier version said of an input, in US dollars: its default, what values it took, and its usual range if it had one. */
export type ReleasedInput =
  | { key: string; default: number; min: number; max: number; integer: boolean; low?: number; high?: number }
  | { key: string; default: string; choices: readonly string[] };
