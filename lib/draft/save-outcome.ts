import type { FieldError } from "@/lib/outcome";

/** What became of a save. A stale one changes nothing and brings what stands now, so that nothing typed is lost. */
export type SaveOutcome<Current> =
  | { kind: "saved"; revision: number; changedAt: string }
  | { kind: "stale"; current: Current }
  /** Too many saves within a short while: there is room again in so many seconds. */
  | { kind: "later"; seconds: number; message: string }
  | { kind: "invalid"; faults: FieldError[] }
  | { kind: "refused"; message: string };
