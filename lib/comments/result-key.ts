import { type Architecture, architectures, type Category, categoryNames } from "@/lib/model/architectures";

interface CostResult {
  architecture: Architecture;
  category: Category | "total";
}

export const resultKeyOf = (architecture: Architecture, category: Category | "total") => `${architecture}.${category}`;

/** The opposite of `resultKeyOf`. */
export function readResultKey(key: string): CostResult | null {
  const [given, category = "", ...rest] = key.split(".");
  const architecture = architectures.find((name) => name === given);
  const isCategory = category === "total" || Object.hasOwn(categoryNames, category);
  return architecture === undefined || !isCategory || rest.length > 0
    ? null
    : { architecture, category: category as CostResult["category"] };
}

/** Results that can be commented on: the answer, and each architecture's total and categories. */
export function isResultKey(key: string): boolean {
  return key === "answer" || readResultKey(key) !== null;
}
