import type { InputKey } from "@/lib/model/inputs";

/** The inputs of the first page's comparison: those that tell most, in the order in which they are shown. */
export const liveInputs = [
  "users",
  "storedTB",
  "egressTB",
  "coreHours",
  "onPremisesEngineeringFTE",
  "peerToPeerEngineeringFTE",
  "cdnPricePerTB",
  "peerLifetimeMonths",
] as const satisfies readonly InputKey[];
