import { type DeclaredInputs, declaredAt } from "@/lib/model/currency";
import type { Inputs } from "@/lib/model/inputs";
import { declaredBy } from "@/lib/model/released/as-released";
import type { ReleasedInput } from "@/lib/model/released/released-input";
import { changedInputs } from "./inputs";
import type { ModelDraft } from "./model";

/**
 * Of a draft's inputs those that differ from the defaults of the version that its model keeps to. A draft lists what differs from the
 * defaults of today, whatever version its model keeps to: an input that it leaves out has today's default, and is listed here where that
 * version had another.
 *
 * @param declared of that version, at the draft's rate
 */
export function ownInputs(inputs: Partial<Inputs>, rate: number, declared: DeclaredInputs): Partial<Inputs> {
  return changedInputs({ ...declaredAt(rate).defaults, ...inputs }, rate, declared);
}

/**
 * What a draft lists of inputs that are stored under a version: these, and that version's defaults that are others today.
 *
 * @param own what differs from the defaults of that version; what is listed though it does not, stays listed
 * @param declared of that version, at the draft's rate
 */
export function listedInputs(own: Partial<Inputs>, rate: number, declared: DeclaredInputs): Partial<Inputs> {
  return { ...changedInputs({ ...declared.defaults, ...own }, rate), ...own };
}

/**
 * A draft under the present version: what was stated of it stays, and what had the default of the earlier version has today's.
 *
 * @param released what the earlier version said of those inputs that are otherwise today
 */
export function movedDraft(draft: ModelDraft, released: readonly ReleasedInput[]): ModelDraft {
  const { inputs, currencyRate } = draft;
  const own = ownInputs(inputs, currencyRate, declaredBy(released, currencyRate));
  return { ...draft, inputs: changedInputs(own, currencyRate) };
}
