import { completeInputs } from "@/lib/model/currency";
import type { Inputs } from "@/lib/model/inputs";

/** Every input in US dollars: what is given, and today's default for all others. */
export function complete(given: Partial<Inputs> = {}): Inputs {
  return completeInputs(given, 1);
}
