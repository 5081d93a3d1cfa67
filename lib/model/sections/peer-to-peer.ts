import { given as input } from "@/lib/model/input-term";
import { formula, nodeOf, quantity } from "../../formula/formula";
import { installPerPeer, installPerUser, monthsPerYear, oneCopy, oneMonth, oneYear, wattsPerKW } from "../constants";
import type { DeclaredRows } from "../rows/row-terms";
import type { ArchitectureCosts } from "./architecture-costs";
import { coordination } from "./coordination";
import type { Counts } from "./counted-by";
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
  users,
  volumeDiscount,
} from "./demand";
import { equipmentOf, withEquipment } from "./equipment";
import { compliance } from "./on-premises";
import type { Participants } from "./participants";
import { averageExpansion, declarePeerToPeer, peersOf, sentByPeers, storj } from "./peers";
import { operations, staffCost, workOf } from "./staff";

/** Section 6: peer to peer. */

const declare = declarePeerToPeer;

const k = input.dataPieces;
const m = input.repairThreshold;

const willing = declare(
  "willing",
  "Users who would take part",
  "install",
  formula`${users} * ${input.maximumParticipation} * ${installPerUser}`,
);

export function peerToPeer(rows: DeclaredRows, participants: Participants): ArchitectureCosts {
  const { alpha, alphaOfPieces, repairDown, repairUp, repairRatio, moved, needs, peers } = peersOf(participants);
  const { hasKinds, mean, meanOfStored } = participants;
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
    formula`(${input.storageReward} * ${storedTB} * ${averageExpansion} + ${input.egressReward} * ${sentByPeers} + ${input.repairReward} * ${repairDown} + ${input.computeReward} * ${coreHours} * ${input.computeQuorum} / ${input.cpuEfficiency}) * ${rewardLevel}`,
    storj,
  );
  const fees = declare(
    "fees",
    "Paying the peers",
    "money/month",
    formula`when(${rewards} > 0, ${peers} * ${input.paymentFee}, 0)`,
  );
  const cost = declare(
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
    formula`${control.cost} + ${sentByPeers} * ${input.relayShare} * ${input.relayPerTB} * ${bandwidthLevel} * ${volumeDiscount(egressTB)} + (${repairDown} + ${repairUp}) * ${input.repairWorkerPerTB} * ${generalLevel}`,
  );

  const dataDown = declare(
    "dataDown",
    "Too few pieces of an object online",
    "share",
    formula`when(${storedTB} <= 0, 0, binomialBelow(${m}, ${meanOfStored("piecesOnline", "Share of the time that a peer is online", "share", (of) => of("peerAvailability"))}, ${k}))`,
    "Rodrigues and Liskov, High Availability in DHTs",
  );
  const pieceLoss = declare(
    "pieceLoss",
    "Yearly chance of losing an object to leaving peers",
    "per year",
    formula`yearlyLoss(${k}, ${m}, ${input.repairHours} / ${input.hoursPerMonth} * ${alphaOfPieces}, ${monthsPerYear} * ${input.hoursPerMonth} / ${input.repairHours})`,
    storj,
  );

  const wattsOnline = mean(
    "wattsOnline",
    "Power of a peer, on average",
    "W/peer",
    (of) => formula`${of("peerWatts")} * ${of("peerAvailability")}`,
  );
  const device = mean(
    "device",
    "What a device costs while it lasts",
    "money/peer/month",
    (of) => formula`${of("peerDeviceCost")} / ${of("peerDeviceLifeMonths")}`,
  );
  const devices = hasKinds
    ? formula`${peers} * ${device}`
    : formula`${peers} * ${input.peerDeviceCost} / ${input.peerDeviceLifeMonths}`;
  const participantKWh = declare(
    "participantKWh",
    "Participants' electricity",
    "kWh/month",
    hasKinds
      ? formula`${peers} * ${wattsOnline} * ${input.attributedShare} / ${wattsPerKW} * ${input.hoursPerMonth}`
      : formula`${peers} * ${input.peerWatts} * ${input.attributedShare} / ${wattsPerKW} * ${input.hoursPerMonth} * ${input.peerAvailability}`,
  );

  const counts: Counts = { machines: nodeOf(control.servers), peers: nodeOf(peers) };
  const equipment = equipmentOf(rows, "peerToPeer", counts);
  const { operationsFTE, staff } = staffCost("peerToPeer", operations(workOf(nodeOf(control.servers))));
  return {
    capital: withEquipment({}, equipment),
    running: {
      participants: cost,
      coordination: coordinationCost,
      software: declare("software", "Software", "money/month", nodeOf(backup)),
      facility: equipment.hosted?.facility,
      energy: equipment.hosted?.energy,
      staff,
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
      formula`${participantKWh} * ${input.homeElectricityPrice} * ${electricityLevel} + ${devices} + ${moved} * ${input.homeBandwidthPerTB} * ${generalLevel}`,
    ),
    participantPaid: rewards,
    participation: { installs, willing },
    peerNeeds: needs,
    energyKWh: equipment.hosted?.energyKWh,
    ...{ counts, operationsFTE, equipment },
    reported: { peers, installs, coordinators: control.servers, averageExpansion, repairRatio },
  };
}
