import { given as input } from "@/lib/model/input-term";
import { formula, nodeOf, quantity } from "../../formula/formula";
import type { Node } from "../../formula/node";
import {
  installPerPeer,
  installPerUser,
  monthsPerYear,
  oneCopy,
  oneMonth,
  oneYear,
  peerPerPiece,
  wattsPerKW,
} from "../constants";
import type { ArchitectureCosts } from "./architecture-costs";
import { coordination } from "./coordination";
import { isToday } from "./delivery";
import {
  backup,
  bandwidthLevel,
  coreHours,
  egressTB,
  electricityLevel,
  generalLevel,
  rewardLevel,
  siteLoss,
  storedTB,
  tbPerMbps,
  users,
  volumeDiscount,
} from "./demand";
import { compliance } from "./on-premises";
import { operations, staffCost, workOf } from "./staff";

/** Section 6: peer to peer. */

const declare = (key: string, label: string, unit: string, is: Node, source = "model.md section 6") =>
  quantity({ key: `peerToPeer.${key}`, label, unit, is, source });
const storj = "Storj whitepaper v3.1";
const lazy = "Giroire, Monteiro, Pérennes: Peer-to-Peer Storage Systems: a Practical Guideline to be Lazy";

const k = input.dataPieces;
const m = input.repairThreshold;
const n = input.totalPieces;

const alpha = declare("alpha", "Share of peers that leave", "1/month", formula`1 / ${input.peerLifetimeMonths}`, lazy);
const lg = declare("lg", "Peers' lifetimes between repairs of an object", "number", formula`ln(${n} / ${m})`, lazy);
const averageExpansion = declare(
  "averageExpansion",
  "Copies paid for, averaged over a repair cycle",
  "ratio",
  formula`(${n} - ${m}) / (${k} * ${lg})`,
  lazy,
);
const repairDown = declare("repairDown", "Read by repair", "TB/month", formula`${storedTB} * ${alpha} / ${lg}`, lazy);
const repairUp = declare(
  "repairUp",
  "Written by repair",
  "TB/month",
  formula`${repairDown} * (${n} - ${m}) / ${k}`,
  lazy,
);
const repairRatio = declare(
  "repairRatio",
  "Repair traffic to stored data",
  "1/month",
  formula`${alpha} / ${lg} * (1 + (${n} - ${m}) / ${k})`,
  storj,
);
const sent = declare("sent", "Sent to users", "TB/month", formula`${egressTB} * (1 + ${input.transferOverhead})`);
const moved = declare("moved", "Sent by peers in all", "TB/month", formula`${sent} + ${repairDown}`);

const peersForStorage = declare(
  "peersForStorage",
  "Peers that storage takes",
  "peer",
  formula`ceil(${storedTB} * (${n} / ${k}) / (${input.peerStorageTB} * ${input.peerFill}))`,
);
const peersForPeak = declare(
  "peersForPeak",
  "Peers that the peak takes",
  "peer",
  formula`ceil((${input.peakToMean} * ${sent} + ${repairDown}) / (${input.uplinkMbps} * ${input.uplinkShare} * ${input.peerAvailability} * ${tbPerMbps}))`,
);
const peersForCap = declare(
  "peersForCap",
  "Peers that the monthly cap takes",
  "peer",
  formula`ceil(${moved} / ${input.peerMonthlyCapTB})`,
);
const peersForCompute = declare(
  "peersForCompute",
  "Peers that computing takes",
  "peer",
  formula`ceil(${coreHours} * ${input.computeQuorum} / (${input.hoursPerMonth} * ${input.peerAvailability} * ${input.peerCores} * ${input.peerCpuShare} * ${input.cpuEfficiency}))`,
  "Anderson, BOINC",
);
const peers = declare(
  "peers",
  "Peers",
  "peer",
  formula`max(${input.minimumPeers}, when(${storedTB} <= 0, 0, ${n} * ${peerPerPiece}), ${peersForStorage}, ${peersForPeak}, ${peersForCap}, ${peersForCompute})`,
);
const installs = declare(
  "installs",
  "Installs",
  "install",
  formula`ceil(${peers} / ${input.contributingShare} * ${installPerPeer})`,
);
const joins = declare(
  "joins",
  "Installs to be won",
  "install/month",
  formula`${installs} * ${alpha} + when(month() <= ${oneMonth}, 0, max(0, ${installs} - previous(${installs})) / ${oneMonth})`,
);

const control = coordination(
  "peerToPeer",
  { key: "coordinators", label: "Coordination" },
  nodeOf(installs),
  nodeOf(input.minimumCoordinators),
);

const rewards = declare(
  "rewards",
  "Rewards",
  "money/month",
  formula`(${input.storageReward} * ${storedTB} * ${averageExpansion} + ${input.egressReward} * ${sent} + ${input.repairReward} * ${repairDown} + ${input.computeReward} * ${coreHours} * ${input.computeQuorum} / ${input.cpuEfficiency}) * ${rewardLevel}`,
  storj,
);
const fees = declare(
  "fees",
  "Paying the peers",
  "money/month",
  formula`when(${rewards} > 0, ${peers} * ${input.paymentFee}, 0)`,
);
const participants = declare(
  "participants",
  "Participants",
  "money/month",
  formula`${rewards} * (1 + ${input.fraudShare}) + (${fees} + ${joins} * ${input.acquisitionCost} + ${installs} * ${input.supportPerInstallYear} / ${monthsPerYear}) * ${generalLevel}`,
);
const opening = quantity({
  key: "peerToPeer.opening",
  label: "Winning the opening installs",
  unit: "money/month",
  during: "all",
  source: "model.md section 6",
  is: formula`once(0, when(${isToday("peerToPeer")}, 0, first(${installs}) * ${input.acquisitionCost}))`,
});
const coordinationCost = declare(
  "coordination",
  "Coordination",
  "money/month",
  formula`${control.cost} + ${sent} * ${input.relayShare} * ${input.relayPerTB} * ${bandwidthLevel} * ${volumeDiscount(egressTB)} + (${repairDown} + ${repairUp}) * ${input.repairWorkerPerTB} * ${generalLevel}`,
);

const dataDown = declare(
  "dataDown",
  "Too few pieces of an object online",
  "share",
  formula`when(${storedTB} <= 0, 0, binomialBelow(${m}, ${input.peerAvailability}, ${k}))`,
  "Rodrigues and Liskov, High Availability in DHTs",
);
const pieceLoss = declare(
  "pieceLoss",
  "Yearly chance of losing an object to leaving peers",
  "per year",
  formula`yearlyLoss(${k}, ${m}, ${input.repairHours} / ${input.hoursPerMonth} * ${alpha}, ${monthsPerYear} * ${input.hoursPerMonth} / ${input.repairHours})`,
  storj,
);

const participantKWh = declare(
  "participantKWh",
  "Participants' electricity",
  "kWh/month",
  formula`${peers} * ${input.peerWatts} * ${input.attributedShare} / ${wattsPerKW} * ${input.hoursPerMonth} * ${input.peerAvailability}`,
);

const willing = declare(
  "willing",
  "Users who would take part",
  "install",
  formula`${users} * ${input.maximumParticipation} * ${installPerUser}`,
);

export const peerToPeer: ArchitectureCosts = {
  capital: {},
  running: {
    participants,
    coordination: coordinationCost,
    software: declare("software", "Software", "money/month", nodeOf(backup)),
    staff: staffCost("peerToPeer", operations(workOf(nodeOf(control.servers)))).staff,
    compliance: compliance("peerToPeer"),
  },
  opening: { participants: opening },
  unavailability: declare(
    "unavailability",
    "Unavailability",
    "share",
    formula`either(${control.down}, ${input.peerCommonFailure}, ${dataDown})`,
  ),
  annualLoss: declare(
    "annualLoss",
    "Yearly chance of losing a given object",
    "per year",
    formula`either(${pieceLoss} * ${oneYear}, ${input.peerCorrelatedLossPerYear} * ${oneYear}) * ${siteLoss} ^ (${input.backupCopies} / ${oneCopy}) / ${oneYear}`,
  ),
  participantKWh,
  participantCost: declare(
    "participantCost",
    "What participants bear",
    "money/month",
    formula`${participantKWh} * ${input.homeElectricityPrice} * ${electricityLevel} + ${peers} * ${input.peerDeviceCost} / ${input.peerDeviceLifeMonths} + ${moved} * ${input.homeBandwidthPerTB} * ${generalLevel}`,
  ),
  participantPaid: rewards,
  participation: { installs, willing },
  servers: nodeOf(control.servers),
  peers: nodeOf(peers),
  reported: { peers, installs, coordinators: control.servers, averageExpansion, repairRatio },
};
