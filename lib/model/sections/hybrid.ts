import { given as input } from "@/lib/model/input-term";
import { formula, nodeOf, quantity } from "../../formula/formula";
import type { Node } from "../../formula/node";
import { installPerUser, megabitsPerTB, monthsPerYear, peerPerUser, secondsPerHour, wattsPerKW } from "../constants";
import type { ArchitectureCosts } from "./architecture-costs";
import { coordination } from "./coordination";
import { hybridDelivery, offloadMean, offloadPeak, ownDelivery } from "./delivery";
import { egressTB, electricityLevel, generalLevel, peak, rewardLevel, users } from "./demand";
import { compliance } from "./on-premises";
import { serverSides } from "./server-side";
import { operations, staffCost, workOf } from "./staff";

/** Section 7: hybrid: own servers, and users' devices that carry part of the delivery. */

const declare = (key: string, label: string, unit: string, is: Node, source = "model.md section 7") =>
  quantity({ key: `hybrid.${key}`, label, unit, is, source });

const { fleet, ...side } = serverSides.hybrid;

const off = declare("off", "Data that users deliver", "TB/month", formula`${egressTB} * ${offloadMean}`);
const contributors = declare(
  "contributors",
  "Users who upload",
  "user",
  formula`${users} * ${input.hybridContributingShare}`,
);
const signalling = coordination(
  "hybrid",
  { key: "signalling", label: "Signalling" },
  formula`${contributors} * ${installPerUser}`,
  nodeOf(input.minimumSignallingServers),
);
const rewards = declare(
  "rewards",
  "Rewards",
  "money/month",
  formula`${off} * ${input.hybridRewardPerTB} * ${rewardLevel}`,
);

const peakOnServers = declare(
  "peakOnServers",
  "Peak, were all of it on own servers",
  "Mbit/s",
  formula`${ownDelivery} * ${peak}`,
);
const coverage = declare(
  "coverage",
  "Share of the peak that servers alone could carry",
  "share",
  formula`when(${peakOnServers} <= 0, 1, min(1, ${hybridDelivery.sized} / ${peakOnServers}))`,
);
const participantKWh = declare(
  "participantKWh",
  "Participants' electricity",
  "kWh/month",
  formula`${off} / (${input.uplinkMbps} * ${input.uplinkShare} * ${secondsPerHour} / ${megabitsPerTB}) * ${input.peerWatts} * ${input.attributedShare} / ${wattsPerKW}`,
);

export const hybrid: ArchitectureCosts = {
  capital: { hardware: [fleet.servers, fleet.storageServers, fleet.network], facility: [fleet.ownFacility] },
  running: {
    hardware: side.maintenance,
    facility: side.facilityRunning,
    energy: side.energy,
    bandwidth: side.bandwidth,
    software: side.software,
    staff: staffCost(
      "hybrid",
      operations(workOf(formula`${fleet.servers.inService} + ${signalling.servers}`, side.rawStorage)),
    ).staff,
    compliance: compliance("hybrid"),
    coordination: declare(
      "coordination",
      "Coordination",
      "money/month",
      formula`${off} * ${input.sdkPerTB} * ${generalLevel} + ${signalling.cost}`,
    ),
    participants: declare(
      "participants",
      "Participants",
      "money/month",
      formula`${rewards} * (1 + ${input.fraudShare}) + ${contributors} * ${installPerUser} * ${input.supportPerInstallYear} / ${monthsPerYear} * ${generalLevel}`,
    ),
  },
  opening: {},
  unavailability: declare(
    "unavailability",
    "Unavailability",
    "share",
    formula`either(${side.unavailability}, either(${input.peerCommonFailure}, ${signalling.down}) * (1 - ${coverage}))`,
  ),
  annualLoss: side.annualLoss,
  energyKWh: side.energyKWh,
  participantKWh,
  participantCost: declare(
    "participantCost",
    "What participants bear",
    "money/month",
    formula`${participantKWh} * ${input.homeElectricityPrice} * ${electricityLevel} + ${off} * ${input.homeBandwidthPerTB} * ${generalLevel}`,
  ),
  participantPaid: rewards,
  servers: formula`${side.allServers} + ${signalling.servers}`,
  peers: formula`${contributors} * ${peerPerUser}`,
  reported: {
    servers: fleet.servers.inService,
    storageServers: fleet.storageServers.inService,
    offload: offloadMean,
    offloadPeak,
    signalling: signalling.servers,
    contributors,
  },
};
