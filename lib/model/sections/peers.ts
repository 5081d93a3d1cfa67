import { given as input } from "@/lib/model/input-term";
import { formula, quantity } from "../../formula/formula";
import type { Node, Quantity } from "../../formula/node";
import { peerPerPiece } from "../constants";
import { coreHours, egressTB, storedTB, tbPerMbps } from "./demand";
import type { Participants } from "./participants";

/** Section 6: how many peers it takes, and what they move. */

export const declarePeerToPeer = (key: string, label: string, unit: string, is: Node, source = "model.md section 6") =>
  quantity({ key: `peerToPeer.${key}`, label, unit, is, source });
const declare = declarePeerToPeer;

export const storj = "Storj whitepaper v3.1";
const lazy = "Giroire, Monteiro, Pérennes: Peer-to-Peer Storage Systems: a Practical Guideline to be Lazy";

const k = input.dataPieces;
const m = input.repairThreshold;
const n = input.totalPieces;

const lg = declare("lg", "Peers' lifetimes between repairs of an object", "number", formula`ln(${n} / ${m})`, lazy);

export const averageExpansion = declare(
  "averageExpansion",
  "Copies paid for, averaged over a repair cycle",
  "ratio",
  formula`(${n} - ${m}) / (${k} * ${lg})`,
  lazy,
);

export const sentByPeers = declare(
  "sent",
  "Sent to users",
  "TB/month",
  formula`${egressTB} * (1 + ${input.transferOverhead})`,
);

/** What peers are needed for. The most demanding decides how many there are. */
export const peerNeeds = ["minimum", "pieces", "storage", "peak", "cap", "compute"] as const;
export type PeerNeed = (typeof peerNeeds)[number];

export interface Peers {
  /** Share of peers that leave a month; and of those that hold pieces, weighted by what they hold. */
  readonly alpha: Quantity;
  readonly alphaOfPieces: Quantity;
  readonly repairDown: Quantity;
  readonly repairUp: Quantity;
  readonly repairRatio: Quantity;
  /** All that peers send. */
  readonly moved: Quantity;
  /** Peers that each need takes. The program has those of them that are formulas of their own. */
  readonly needs: Readonly<Record<PeerNeed, Quantity>>;
  readonly peers: Quantity;
}

export function peersOf({ hasKinds, mean, meanOfStored }: Participants): Peers {
  const leave = (declared: typeof mean, key: string) =>
    declared(key, "Share of peers that leave", "1/month", (of) => formula`1 / ${of("peerLifetimeMonths")}`);
  const alpha = declare("alpha", "Share of peers that leave", "1/month", leave(mean, "leaving"), lazy);
  const alphaOfPieces = hasKinds
    ? declare(
        "alphaOfPieces",
        "Share of pieces whose peer leaves",
        "1/month",
        leave(meanOfStored, "piecesLeaving"),
        lazy,
      )
    : alpha;
  const repairDown = declare(
    "repairDown",
    "Read by repair",
    "TB/month",
    formula`${storedTB} * ${alphaOfPieces} / ${lg}`,
    lazy,
  );
  const moved = declare("moved", "Total sent by peers", "TB/month", formula`${sentByPeers} + ${repairDown}`);
  const storage = mean("storage", "Storage that a peer offers", "TB/peer", (of) => of("peerStorageTB"));
  const online = mean(
    "uplinkOnline",
    "Uplink that a peer offers, on average",
    "Mbit/s/peer",
    (of) => formula`${of("uplinkMbps")} * ${of("uplinkShare")} * ${of("peerAvailability")}`,
  );
  const cap = mean("cap", "Monthly cap of a peer", "TB/month/peer", (of) => of("peerMonthlyCapTB"));
  const computing = hasKinds
    ? formula`${input.hoursPerMonth} * ${mean(
        "cores",
        "Cores that a peer offers, on average",
        "core/peer",
        (of) => formula`${of("peerAvailability")} * ${of("peerCores")} * ${of("peerCpuShare")}`,
      )} * ${input.cpuEfficiency}`
    : formula`${input.hoursPerMonth} * ${input.peerAvailability} * ${input.peerCores} * ${input.peerCpuShare} * ${input.cpuEfficiency}`;
  const pieces = formula`when(${storedTB} <= 0, 0, ${n} * ${peerPerPiece})`;
  const forStorage = declare(
    "peersForStorage",
    "Peers that storage takes",
    "peer",
    formula`ceil(${storedTB} * (${n} / ${k}) / (${storage} * ${input.peerFill}))`,
  );
  const forPeak = declare(
    "peersForPeak",
    "Peers that the peak takes",
    "peer",
    formula`ceil((${input.peakToMean} * ${sentByPeers} + ${repairDown}) / (${online} * ${tbPerMbps}))`,
  );
  const forCap = declare("peersForCap", "Peers that the monthly cap takes", "peer", formula`ceil(${moved} / ${cap})`);
  const forCompute = declare(
    "peersForCompute",
    "Peers that computing takes",
    "peer",
    formula`ceil(${coreHours} * ${input.computeQuorum} / (${computing}))`,
    "Anderson, BOINC",
  );
  return {
    alpha,
    alphaOfPieces,
    repairDown,
    repairUp: declare("repairUp", "Written by repair", "TB/month", formula`${repairDown} * (${n} - ${m}) / ${k}`, lazy),
    repairRatio: declare(
      "repairRatio",
      "Repair traffic to stored data",
      "1/month",
      formula`${alphaOfPieces} / ${lg} * (1 + (${n} - ${m}) / ${k})`,
      storj,
    ),
    moved,
    needs: {
      minimum: declare("peersAtLeast", "Fewest peers that are wanted", "peer", formula`${input.minimumPeers}`),
      pieces: declare("peersForPieces", "Peers that the pieces of an object take", "peer", pieces),
      storage: forStorage,
      peak: forPeak,
      cap: forCap,
      compute: forCompute,
    },
    peers: declare(
      "peers",
      "Peers",
      "peer",
      formula`max(${input.minimumPeers}, ${pieces}, ${forStorage}, ${forPeak}, ${forCap}, ${forCompute})`,
    ),
  };
}
