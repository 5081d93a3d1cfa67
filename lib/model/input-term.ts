import type { InputTerm } from "@/lib/formula/node";
import { type InputKey, inputList } from "./inputs";

/** Every input as formulas refer to it. */
export const given = Object.fromEntries(
  inputList.map((declared): [string, InputTerm] => [
    declared.key,
    declared.format === "choice"
      ? { kind: "given", key: declared.key, label: declared.label, unit: "1", words: declared.choices }
      : { kind: "given", key: declared.key, label: declared.label, unit: declared.unit, dimension: declared.dimension },
  ]),
) as Record<InputKey, InputTerm>;
