import "server-only";
import { input, isInputKey } from "@/lib/model/inputs";
import { rowTables } from "@/lib/model/rows/own-rows";
import { rowNames } from "@/lib/model/rows/table-names";
import type { FieldError } from "@/lib/outcome";
import { textFault, type UnstorableText, unstorableTexts } from "@/lib/text/text-fault";

/** More than this is not worth listing. */
const most = 20;

/** What is wrong with the texts of a call or a body: each by the key of its field, as the schemas name it. */
export function textFaults(given: unknown): FieldError[] {
  return unstorableTexts(given).slice(0, most).map(faultOf);
}

function faultOf({ path, text, isKey }: UnstorableText): FieldError {
  // Arguments have places and no names; a draft's parts are named from the draft down.
  const named = path.slice(path.lastIndexOf("draft") + 1);
  const parts = typeof named[0] === "number" ? named.slice(1) : named;
  const what = nameOf(parts);
  return {
    key: parts.join(".") || "form",
    message: textFault(isKey ? `The name of a field in ${what}` : what, text) ?? "",
  };
}

/** "Own line 4: label", "Register row 2: note", "Users: source", "First month", as people and programs name what they sent. */
function nameOf(parts: readonly (string | number)[]): string {
  const [first, second, ...rest] = parts;
  const table = rowTables.find((one) => one === first);
  if (table !== undefined && typeof second === "number") return `${rowNames[table]} ${second + 1}: ${wordsOf(rest)}`;
  if ((first === "notes" || first === "inputs") && typeof second === "string" && isInputKey(second)) {
    return [input[second].label, wordsOf(rest)].filter(Boolean).join(": ");
  }
  const words = wordsOf(parts);
  return words === "" ? "What you sent" : words.charAt(0).toUpperCase() + words.slice(1);
}

function wordsOf(parts: readonly (string | number)[]): string {
  return parts
    .filter((part) => typeof part === "string")
    .map((part) => part.replaceAll(/([a-z])([A-Z])/g, "$1 $2").toLowerCase())
    .join(", ");
}
