import { convertInputs, type DeclaredInputs } from "@/lib/model/currency";
import type { Inputs } from "@/lib/model/inputs";
import { declaredBy } from "@/lib/model/released/as-released";
import type { ReleasedInput } from "@/lib/model/released/released-input";

/** What a model's inputs are reset to, in its currency and under the version that it keeps to. */
export interface StartingValues {
  declared: DeclaredInputs;
  /** What the template states; the rest have their defaults. */
  ofTemplate: Readonly<Partial<Inputs>>;
  /** The template's value where it states one, else the default. */
  starts: Readonly<Inputs>;
}

/**
 * @param template the figures of the template that the model was made from, in dollars
 * @param released what an earlier version said of inputs that are otherwise today, where the model keeps to one
 */
export function startingValues(
  template: Readonly<Partial<Inputs>>,
  rate: number,
  released: readonly ReleasedInput[] | undefined,
): StartingValues {
  const declared = declaredBy(released, rate);
  const ofTemplate = convertInputs(template, 1, rate, declared);
  return { declared, ofTemplate, starts: { ...declared.defaults, ...ofTemplate } };
}
