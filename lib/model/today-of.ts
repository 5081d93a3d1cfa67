import type { Architecture } from "./architectures";
import type { Inputs } from "./inputs";

/** What runs today; null where nothing does. */
export function todayOf({ currentArchitecture }: Pick<Inputs, "currentArchitecture">): Architecture | null {
  return currentArchitecture === "none" ? null : (currentArchitecture as Architecture);
}
