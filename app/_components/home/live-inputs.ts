import { type InputKey, input } from "@/lib/model/inputs";
import type { NumberInput } from "@/lib/model/inputs/declaration";

const choices = [
  { key: "users" },
  { key: "storedTB" },
  { key: "egressTB" },
  { key: "coreHours" },
  // On the model's page the group says whose engineers they are; here the label does.
  { key: "onPremisesEngineeringFTE", label: "Software engineers, own servers" },
  { key: "peerToPeerEngineeringFTE", label: "Software engineers, peer to peer" },
  { key: "cdnPricePerTB", label: "CDN price" },
  { key: "peerLifetimeMonths" },
] as const satisfies readonly { key: InputKey; label?: string }[];

/** The inputs of the first page's comparison: those that matter most, in the order of the page. */
export const liveInputs: readonly (NumberInput & { key: (typeof choices)[number]["key"] })[] = choices.map((one) => ({
  ...input[one.key],
  ...one,
}));
