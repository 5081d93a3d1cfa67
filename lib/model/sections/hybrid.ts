import { given as input } from "@/lib/model/input-term";
import { formula, nodeOf, quantity } from "../../formula/formula";
import type { Node } from "../../formula/node";
import { installPerUser, megabitsPerTB, monthsPerYear, peerPerUser, secondsPerHour, wattsPerKW } from "../constants";
import type { DeclaredRows } from "../rows/row-terms";
import type { ArchitectureCosts } from "./architecture-costs";
import { coordination } from "./coordination";
import type { Counts } from "./counted-by";
import { type HybridDelivery, ownDelivery } from "./delivery";
import { egressTB, electricityLevel, generalLevel, peak, rewardLevel, users } from "./demand";
import { equipmentOf, withEquipment } from "./equipment";
import { capitalOf, type Fleet } from "./fleet";
import { compliance } from "./on-premises";
import type { Participants } from "./participants";
import { serverRunning, serverSide } from "./server-side";
import { operations, staffCost, workOf } from "./staff";

/** Section 7: hybrid: own servers, and users' devices that carry part of the delivery. */

const declare = (key: string, label: string, unit: string, is: Node, source = "model.md section 7") =>
  quantity({ key: `hybrid.${key}`, label, unit, is, source });

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
const peakOnServers = declare(
  "peakOnServers",
  "Peak, were all of it on own servers",
  "Mbit/s",
  formula`${ownDelivery} * ${peak}`,
);

export function hybrid(
  rows: DeclaredRows,
  fleet: Fleet,
  delivery: HybridDelivery,
  { mean }: Participants,
): ArchitectureCosts {
  const { servers, storageServers } = fleet.machines;
  const counts: Counts = {
    ...{ servers, storageServers, machines: formula`${servers} + ${storageServers} + ${signalling.servers}` },
    peers: formula`${contributors} * ${peerPerUser}`,
    sites: nodeOf(input.sites),
  };
  const equipment = equipmentOf(rows, "hybrid", counts);
  const side = serverSide("hybrid", fleet, delivery, equipment.kW);
  const { operationsFTE, staff } = staffCost(
    "hybrid",
    operations(workOf(formula`${servers} + ${signalling.servers}`, side.rawStorage)),
  );
  const off = declare("off", "Data that users deliver", "TB/month", formula`${egressTB} * ${delivery.offload}`);
  const rewards = declare(
    "rewards",
    "Rewards",
    "money/month",
    formula`${off} * ${input.hybridRewardPerTB} * ${rewardLevel}`,
  );
  const coverage = declare(
    "coverage",
    "Share of the peak that servers alone could carry",
    "share",
    formula`when(${peakOnServers} <= 0, 1, min(1, ${delivery.sized} / ${peakOnServers}))`,
  );
  const uplink = mean(
    "uplink",
    "Uplink that a peer offers",
    "Mbit/s/peer",
    (of) => formula`${of("uplinkMbps")} * ${of("uplinkShare")}`,
  );
  const watts = mean("watts", "Power of a peer", "W/peer", (of) => of("peerWatts"));
  const participantKWh = declare(
    "participantKWh",
    "Participants' electricity",
    "kWh/month",
    formula`${off} / (${uplink} * ${secondsPerHour} / ${megabitsPerTB}) * ${watts} * ${input.attributedShare} / ${wattsPerKW}`,
  );
  return {
    capital: withEquipment(capitalOf(fleet), equipment),
    running: {
      ...serverRunning(side),
      staff,
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
    ...{ counts, operationsFTE, equipment },
    reported: {
      servers: fleet.servers.inService,
      storageServers: fleet.storageServers.inService,
      offload: delivery.offload,
      offloadPeak: delivery.offloadPeak,
      signalling: signalling.servers,
      contributors,
    },
  };
}
