import type { DeclaredInputs } from "../currency";
import { inputList } from "../inputs";
import { modelVersion } from "../version";
import { declaredBy } from "./as-released";
import { olderVersions, type ReleasedInput } from "./older-versions";

/** What an earlier version said of those inputs that are otherwise today; undefined for the present one, and where no other was ever released. */
export function releasedBy(version: number): readonly ReleasedInput[] | undefined {
  if (version === modelVersion) return undefined;
  const today = new Map<string, object>(inputList.map((declared) => [declared.key, declared]));
  return olderVersions.get(version)?.filter((released) => {
    const declared = today.get(released.key) as Record<string, unknown> | undefined;
    return (
      declared !== undefined &&
      Object.entries(released).some(([name, value]) => JSON.stringify(declared[name]) !== JSON.stringify(value))
    );
  });
}

/** The inputs with the defaults and bounds of a version, at a rate to the dollar; those of today where no other were ever released. */
export function declaredOf(version: number, rate: number): DeclaredInputs {
  return declaredBy(releasedBy(version), rate);
}
