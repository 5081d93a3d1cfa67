import type { InputKey, Inputs } from "@/lib/model/inputs";
import type { RegisterRow } from "@/lib/model/rows/own-rows";
import type { Notes } from "./model";

/** The inputs that the first questions ask for directly, in their order. */
export const askedInputs = [
  "currentArchitecture",
  "users",
  "storedTB",
  "egressTB",
  "targetAvailability",
  "targetAnnualLoss",
] as const satisfies readonly InputKey[];
export type AskedInput = (typeof askedInputs)[number];

/** The built-in roles (model.md section 8). */
export const roles = ["operations", "support", "engineering", "security"] as const;
export type Role = (typeof roles)[number];

/** Full-time equivalents by role; a role that is left out was skipped. */
export type People = Readonly<Partial<Record<Role, number>>>;

/** The bill of a month for what runs in the cloud. */
export interface BillAnswer {
  /** In the model's currency. */
  readonly amount: number;
  /** Of which it is, "2026-10". */
  readonly month: string;
}

/** What a person answered before a model is made; whatever is left out was skipped. */
export interface StartingAnswers {
  readonly inputs: Partial<Pick<Inputs, AskedInput>>;
  /** What was stated beside the inputs. */
  readonly notes: Notes;
  readonly register: readonly RegisterRow[];
  readonly people: People;
  readonly bill: BillAnswer | null;
}

export const noAnswers: StartingAnswers = { inputs: {}, notes: {}, register: [], people: {}, bill: null };
