import type { InputKey, Inputs } from "./inputs";

/** A rule between inputs (model.md section 1): the values in this order rise, strictly or not. */
export interface OrderRule {
  readonly keys: readonly InputKey[];
  readonly isStrict: boolean;
}

export const orderRules: readonly OrderRule[] = [
  { keys: ["dataPieces", "repairThreshold", "totalPieces"], isStrict: true },
  { keys: ["storageDataPieces", "storageTotalPieces"], isStrict: false },
  { keys: ["cloudEgressTier1TB", "cloudEgressTier2TB", "cloudEgressTier3TB"], isStrict: false },
];

export function keepsOrder({ keys, isStrict }: OrderRule, inputs: Inputs): boolean {
  return keys.every((key, i) => {
    if (i === 0) return true;
    const before = inputs[keys[i - 1] as InputKey];
    return isStrict ? before < inputs[key] : before <= inputs[key];
  });
}
