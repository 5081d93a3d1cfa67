import { type DeclaredInputs, declaredAt, inCurrencyAt } from "../currency";
import { inputGroups } from "../inputs";
import type { InputDeclaration, InputGroup } from "../inputs/declaration";
import { modelVersion } from "../version";
import { olderVersions, type ReleasedInput } from "./older-versions";

/** The inputs with the defaults and bounds of a version, at a rate to the dollar; those of today where no other were ever released. */
export function declaredOf(version: number, rate: number): DeclaredInputs {
  const released = version === modelVersion ? undefined : olderVersions.get(version);
  return released === undefined ? declaredAt(rate) : inCurrencyAt(asReleased(released), rate);
}

/** Today's declarations with what a version said of each; an input that it had not keeps what it has today. */
export function asReleased(released: readonly ReleasedInput[]): readonly InputGroup[] {
  const of = new Map(released.map((one) => [one.key, one]));
  return inputGroups.map((group) => ({
    ...group,
    inputs: group.inputs.map((declared) => ({ ...declared, ...of.get(declared.key) }) as InputDeclaration),
  }));
}
