import { declaredAt } from "@/lib/model/currency";
import { type InputKey, type Inputs, inputList } from "@/lib/model/inputs";
import type { Basis } from "@/lib/model/inputs/basis";
import type { TemplateBases } from "@/lib/model/templates/declaration";

const isAssumption = (basis: Basis | undefined) => basis?.kind === "assumption";

/**
 * The unchanged inputs whose basis is an assumption, of the defaults or of the template; in the currency of the rate.
 */
export function untouchedAssumptions(
  inputs: Inputs,
  starting: Partial<Inputs>,
  bases: TemplateBases,
  rate: number,
): InputKey[] {
  const { input } = declaredAt(rate);
  return inputList
    .map(({ key }) => key as InputKey)
    .filter((key) => {
      if (Object.hasOwn(starting, key)) return inputs[key] === starting[key] && isAssumption(bases[key]);
      return inputs[key] === input[key].default && isAssumption(input[key].basis);
    });
}
