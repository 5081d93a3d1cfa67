import { isObject } from "@/lib/value/is-object";
/**
 * Applies a JSON merge patch (RFC 7396): a null removes, an object is merged name by name, anything else replaces.
 * What is given is left as it was.
 */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const merged: Record<string, unknown> = Object.assign(Object.create(null), isObject(target) ? target : {});
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete merged[name];
    else merged[name] = mergePatch(merged[name], value);
  }
  return merged;
}
