import "server-only";
import { defaultInputs, type Inputs } from "@/lib/model/inputs";
import { checkDraft } from "@/lib/schemas/inputs";
import type { ModelDraft } from "@/lib/schemas/model";
import type { Prisma } from "@/prisma/generated/client";

/** The version of formulas and defaults that a model is saved with. */
const modelVersion = 1;

/** What is stored of a draft's figures: only what differs from the defaults, and the version whose defaults these are. */
export function storedFigures({ inputs, customLines }: Pick<ModelDraft, "inputs" | "customLines">) {
  const changed = Object.entries(inputs).filter(([key, value]) => value !== defaultInputs[key as keyof Inputs]);
  return {
    inputs: Object.fromEntries(changed) satisfies Prisma.InputJsonValue,
    customLines: customLines.map((line) => ({ ...line, architectures: [...line.architectures] })) as Prisma.InputJsonValue,
    modelVersion,
  };
}

interface StoredRow {
  id: string;
  name: string;
  inputs: Prisma.JsonValue;
  customLines: Prisma.JsonValue;
}

/**
 * The figures of a stored model, checked as if they had been typed: nothing in the database is evaluated on trust.
 *
 * @throws Error where they do not pass; only a fault of ours can bring that about
 */
export function readStoredFigures(row: StoredRow): Pick<ModelDraft, "inputs" | "customLines"> {
  const { id, name, inputs, customLines } = row;
  const plain = { description: "", startMonth: "2027-01", currency: "USD" };
  const checked = checkDraft({ ...plain, name, inputs, customLines });
  if (!checked.ok) {
    throw new Error(`model ${id} holds figures that do not pass: ${checked.faults.map(({ key }) => key).join(", ")}`);
  }
  return { inputs: checked.draft.inputs, customLines: checked.draft.customLines };
}
