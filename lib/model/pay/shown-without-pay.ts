import { architectures, categories } from "@/lib/model/architectures";
import { inputList } from "@/lib/model/inputs";
import { payInputs, pooledCategories } from "./pay";

/** On what comments may be shown where pay is left out: these inputs and results, and nothing that pay would be read from. */
export const inputsShownWithoutPay: readonly string[] = inputList
  .map(({ key }) => key)
  .filter((key) => !(payInputs as readonly string[]).includes(key));
export const resultsShownWithoutPay: readonly string[] = [
  "answer",
  ...architectures.flatMap((architecture) =>
    ["total", ...categories.filter((category) => !pooledCategories.includes(category))].map(
      (category) => `${architecture}.${category}`,
    ),
  ),
];
