import "server-only";
import { modelVersion } from "@/lib/model/version";
import { checkCustomLines } from "@/lib/schemas/custom-lines";
import { changedInputs, checkInputs } from "@/lib/schemas/inputs";
import type { ModelDraft } from "@/lib/schemas/model";
import type { Prisma } from "@/prisma/generated/client";

type Figures = Pick<ModelDraft, "inputs" | "customLines">;

/** What is stored of a draft's figures: only what differs from the defaults, and the version whose defaults these are. */
export function storedFigures({ inputs, customLines }: Figures) {
  return {
    inputs: changedInputs(inputs) as Prisma.InputJsonObject,
    customLines: customLines as unknown as Prisma.InputJsonArray,
    modelVersion,
  };
}

/**
 * The figures of a stored model, checked as if they had been typed: nothing in the database is evaluated on trust.
 *
 * @throws Error where they do not pass; only a fault of ours can bring that about
 */
export function readStoredFigures(row: { id: string; inputs: unknown; customLines: unknown }): Figures {
  const inputs = checkInputs(row.inputs);
  const lines = checkCustomLines(row.customLines);
  if (inputs.ok && lines.ok) return { inputs: inputs.inputs, customLines: lines.customLines };
  const keys = [inputs, lines].flatMap((checked) => (checked.ok ? [] : checked.faults.map(({ key }) => key)));
  throw new Error(`model ${row.id} holds figures that do not pass: ${keys.join(", ")}`);
}
