import type { InputDeclaration } from "@/lib/model/inputs/declaration";
import { synonymsOf } from "@/lib/model/inputs/synonyms";
import { hasWords } from "@/lib/text/fold-text";

/**
 * Whether a search finds an input: each of its words stands in the input's group, label, key, basis or synonyms, or in what people wrote
 * beside it.
 */
export function isFound(search: string, declared: InputDeclaration, groupTitle: string, written = ""): boolean {
  const { key, label, basis } = declared;
  return hasWords(`${groupTitle} ${label} ${key} ${basis.text} ${synonymsOf(key)} ${written}`, search);
}
