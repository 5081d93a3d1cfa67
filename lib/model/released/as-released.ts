import { type DeclaredInputs, declaredAt, inCurrencyAt } from "../currency";
import { inputGroups } from "../inputs";
import type { InputDeclaration, InputGroup, NumberInput } from "../inputs/declaration";
import type { ReleasedInput } from "./released-input";

/** A declaration with what a version said of it; where that had no range, there is none. */
function inVersion(declared: InputDeclaration, released: ReleasedInput | undefined): InputDeclaration {
  if (released === undefined) return declared;
  const { low, high, ...rest } = declared as NumberInput;
  return { ...rest, ...released } as InputDeclaration;
}

/** Today's declarations with what a version said of each; an input that it had not keeps what it has today. */
export function asReleased(released: readonly ReleasedInput[]): readonly InputGroup[] {
  const of = new Map(released.map((one) => [one.key, one]));
  return inputGroups.map((group) => ({
    ...group,
    inputs: group.inputs.map((declared) => inVersion(declared, of.get(declared.key))),
  }));
}

/** What was last made of each list: reading a model of an earlier version asks for the same several times. */
const lastMade = new WeakMap<readonly ReleasedInput[], { rate: number; declared: DeclaredInputs }>();

/**
 * The inputs of a model at a rate to the dollar: today's, or those of the version that it keeps to.
 *
 * @param released what that version said of those that are otherwise today; nothing where it is today's
 */
export function declaredBy(released: readonly ReleasedInput[] | undefined, rate: number): DeclaredInputs {
  if (released === undefined) return declaredAt(rate);
  const known = lastMade.get(released);
  if (known?.rate === rate) return known.declared;
  const declared = inCurrencyAt(asReleased(released), rate);
  lastMade.set(released, { rate, declared });
  return declared;
}
