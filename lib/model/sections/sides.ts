import type { Architecture } from "../architectures";
import type { DeclaredRows } from "../rows/row-terms";
import type { ArchitectureCosts } from "./architecture-costs";
import { cloud } from "./cloud";
import { hybridDelivery, onPremisesDelivery } from "./delivery";
import { declareFleets, type Fleet } from "./fleet";
import { hybrid } from "./hybrid";
import { onPremises } from "./on-premises";
import { participantsOf } from "./participants";
import { peerToPeer } from "./peer-to-peer";

/** What each architecture costs, apart from moving, own lines and contingency; and the fleets of the two that have servers. */
export interface Sides {
  readonly costs: Readonly<Record<Architecture, ArchitectureCosts>>;
  readonly fleets: Readonly<Record<"onPremises" | "hybrid", Fleet>>;
}

export function declareSides(rows: DeclaredRows): Sides {
  const participants = participantsOf(rows);
  const delivery = hybridDelivery(participants);
  const fleets = declareFleets(rows, { onPremises: onPremisesDelivery, hybrid: delivery });
  return {
    costs: {
      onPremises: onPremises(rows, fleets.onPremises),
      cloud: cloud(rows),
      hybrid: hybrid(rows, fleets.hybrid, delivery, participants),
      peerToPeer: peerToPeer(rows, participants),
    },
    fleets,
  };
}
