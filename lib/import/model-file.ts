import { type Checked, checkInputs } from "@/lib/draft/inputs";
import type { CustomLine } from "@/lib/model/custom-lines";
import type { Inputs } from "@/lib/model/inputs";
import type { FieldError } from "@/lib/outcome";
import { checkCustomLines } from "@/lib/schemas/custom-lines";

/** A model as it is given in a file: both parts may be left out. */
export interface ModelFile {
  readonly inputs: Partial<Inputs>;
  readonly customLines: CustomLine[];
}

const fields = ["inputs", "customLines"];

/** Checks a file's content, all of it, and names every fault at once. */
export function checkModelFile(given: unknown): Checked<ModelFile, "file"> {
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    return { ok: false, faults: [{ key: "file", message: `The file must be an object: {"inputs": {...}}.` }] };
  }
  const { inputs = {}, customLines = [] } = given as { inputs?: unknown; customLines?: unknown };
  const unknown = Object.keys(given)
    .filter((key) => !fields.includes(key))
    .map(
      (key): FieldError => ({
        key,
        message: `A file has no part "${key.slice(0, 60)}". It has inputs and customLines.`,
      }),
    );
  const checkedInputs = checkInputs(inputs);
  const checkedLines = checkCustomLines(customLines);
  if (checkedInputs.ok && checkedLines.ok && unknown.length === 0) {
    return { ok: true, file: { inputs: checkedInputs.inputs, customLines: checkedLines.customLines } };
  }
  return {
    ok: false,
    faults: [
      ...unknown,
      ...(checkedInputs.ok ? [] : checkedInputs.faults),
      ...(checkedLines.ok ? [] : checkedLines.faults),
    ],
  };
}
