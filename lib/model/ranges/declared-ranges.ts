import { bandwidthRanges } from "./bandwidth";
import { cloudRanges } from "./cloud";
import type { DeclaredRange } from "./declaration";
import { demandRanges } from "./demand";
import { escalationRanges } from "./escalation";
import { facilityRanges } from "./facility";
import { generalRanges } from "./general";
import { hybridRanges } from "./hybrid";
import { onPremisesRanges } from "./on-premises";
import { participantsRanges } from "./participants";
import { peersRanges } from "./peers";
import { serversRanges } from "./servers";
import { staffRanges } from "./staff";
import { transitionRanges } from "./transition";

/** The range of every input that has one; those without are choices, or facts. */
export const declaredRanges: Readonly<Record<string, DeclaredRange>> = {
  ...generalRanges,
  ...escalationRanges,
  ...demandRanges,
  ...serversRanges,
  ...facilityRanges,
  ...bandwidthRanges,
  ...staffRanges,
  ...onPremisesRanges,
  ...transitionRanges,
  ...cloudRanges,
  ...peersRanges,
  ...participantsRanges,
  ...hybridRanges,
};
