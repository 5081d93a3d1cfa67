import type { DeclaredInputs } from "../currency";
import { inputList } from "../inputs";
import type { InputDeclaration } from "../inputs/declaration";
import { modelVersion } from "../version";
import { declaredBy } from "./as-released";
import { olderVersions } from "./older-versions";
import type { ReleasedInput } from "./released-input";

/** What of a declaration may be another in an earlier version. */
const kept = ["default", "min", "max", "integer", "low", "high", "choices"] as const;

function isOtherwise(released: ReleasedInput, declared: InputDeclaration): boolean {
  const [then, now] = [released, declared] as Record<string, unknown>[];
  return kept.some((name) => JSON.stringify(then?.[name]) !== JSON.stringify(now?.[name]));
}

const compared = new Map<number, readonly ReleasedInput[] | undefined>();

/**
 * What an earlier version said of those inputs that are otherwise today; undefined for the present one, and where no other was ever released.
 * The same list each time.
 */
export function releasedBy(version: number): readonly ReleasedInput[] | undefined {
  if (version === modelVersion) return undefined;
  if (!compared.has(version)) compared.set(version, comparedWithToday(version));
  return compared.get(version);
}

function comparedWithToday(version: number): readonly ReleasedInput[] | undefined {
  const today = new Map(inputList.map((declared) => [declared.key, declared]));
  return olderVersions.get(version)?.filter((released) => {
    const declared = today.get(released.key);
    return declared !== undefined && isOtherwise(released, declared);
  });
}

/** The inputs with the defaults and bounds of a version, at a rate to the dollar; those of today where no other were ever released. */
export function declaredOf(version: number, rate: number): DeclaredInputs {
  return declaredBy(releasedBy(version), rate);
}
