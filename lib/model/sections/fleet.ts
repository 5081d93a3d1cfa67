import { given as input } from "@/lib/model/input-term";
import { formula, quantity } from "../../formula/formula";
import type { InputTerm, Node, Quantity, Term } from "../../formula/node";
import { serverPerPiece, wholeLoadPerSite } from "../constants";
import { type CapitalLine, capitalLine } from "./capital";
import { type Delivery, hybridDelivery, isToday, onPremisesDelivery } from "./delivery";
import { coreHours, storedTB } from "./demand";

/**
 * Section 4: what the server side buys. What stands today serves own servers and hybrid alike, so both are declared
 * together.
 */

const withServers = ["onPremises", "hybrid"] as const;
type WithServers = (typeof withServers)[number];
type Both<T> = Readonly<Record<WithServers, T>>;

const both = <T>(make: (architecture: WithServers) => T): Both<T> => ({
  onPremises: make("onPremises"),
  hybrid: make("hybrid"),
});

const delivery: Both<Delivery> = { onPremises: onPremisesDelivery, hybrid: hybridDelivery };

/** Servers that computing keeps busy, at each site. */
export const busyServers = quantity({
  key: "busyServers",
  label: "Servers busy with computing",
  unit: "server/site",
  source: "model.md section 4",
  is: formula`ceil(${coreHours} / (${input.coresPerServer} * ${input.hoursPerMonth} * ${input.serverUtilisation}) * ${wholeLoadPerSite})`,
});

const serverNeed = both((architecture) =>
  quantity({
    key: `${architecture}.serverNeed`,
    label: "Servers needed",
    unit: "server",
    source: "model.md section 4",
    atMost: 1e15,
    is: formula`when(${busyServers} <= 0 and ${delivery[architecture].sized} <= 0, 0, ${input.sites} * (ceil((${busyServers} + ceil(${delivery[architecture].sized} / ${input.deliveryMbpsPerServer} * ${wholeLoadPerSite})) * (1 + ${input.serverHeadroom})) + ${input.spareServers}))`,
  }),
);

const rawTB = quantity({
  key: "rawTB",
  label: "Raw storage for the data",
  unit: "TB",
  source: "model.md section 4",
  is: formula`${storedTB} * ${input.storageTotalPieces} / ${input.storageDataPieces} / ${input.storageFill}`,
});

const storageNeed = quantity({
  key: "storageServerNeed",
  label: "Storage servers needed",
  unit: "server",
  source: "model.md section 4",
  atMost: 1e15,
  is: formula`when(${storedTB} <= 0, 0, ${input.sites} * max(${input.minStorageServers}, ${input.storageTotalPieces} * ${serverPerPiece}, ceil(${rawTB} / ${input.storageServerTB} * ${wholeLoadPerSite})))`,
});

/** The need of month 1 of whichever of the two runs today stands already, for both. */
function standing(key: string, label: string, unit: string, need: Both<Term>): Quantity {
  const inMonth1 = (architecture: WithServers): Node => formula`first(${need[architecture]})`;
  return quantity({
    key: `standing.${key}`,
    label: `${label} that stand today`,
    unit,
    source: "model.md section 9",
    is: formula`when(${isToday("onPremises")}, ${inMonth1("onPremises")}, ${isToday("hybrid")}, ${inMonth1("hybrid")}, 0)`,
  });
}

function lines(
  key: string,
  label: string,
  unit: string,
  need: Both<Quantity | InputTerm>,
  bought: { life: InputTerm; price: Term | Node; growth: InputTerm; atMost?: number },
): Both<CapitalLine> {
  const stands = standing(key, label, unit, need);
  return both((architecture) =>
    capitalLine({ architecture, key, label, unit, need: need[architecture], standing: stands, ...bought }),
  );
}

const servers = lines("servers", "Servers", "server", serverNeed, {
  life: input.serverLifeMonths,
  price: input.serverPrice,
  growth: input.hardwarePriceChange,
  atMost: 1e15,
});

const storageServers = lines(
  "storageServers",
  "Storage servers",
  "server",
  both(() => storageNeed),
  {
    life: input.storageServerLifeMonths,
    price: input.storageServerPrice,
    growth: input.hardwarePriceChange,
    atMost: 1e15,
  },
);

/** Need of network equipment is money, at today's prices. */
const networkNeed = both((architecture) =>
  quantity({
    key: `${architecture}.networkNeed`,
    label: "Network equipment needed, at today's prices",
    unit: "money",
    source: "AWS TCO calculator: a share of the servers' price",
    is: formula`${input.networkShare} * (${servers[architecture].inService} * ${input.serverPrice} + ${storageServers[architecture].inService} * ${input.storageServerPrice})`,
  }),
);

const network = lines("network", "Network equipment", "money", networkNeed, {
  life: input.networkLifeMonths,
  price: { kind: "number", value: 1 },
  growth: input.hardwarePriceChange,
});

const ownFacility = lines(
  "ownFacility",
  "Own facility",
  "kW",
  both(() => input.ownFacilityKW),
  {
    life: input.ownFacilityLifeMonths,
    price: input.ownFacilityCostPerKW,
    growth: input.generalInflation,
  },
);

export interface Fleet {
  readonly servers: CapitalLine;
  readonly storageServers: CapitalLine;
  readonly network: CapitalLine;
  readonly ownFacility: CapitalLine;
}

export const fleets: Both<Fleet> = both((architecture) => ({
  servers: servers[architecture],
  storageServers: storageServers[architecture],
  network: network[architecture],
  ownFacility: ownFacility[architecture],
}));

export const capitalLinesOf = (fleet: Fleet): CapitalLine[] => [
  fleet.servers,
  fleet.storageServers,
  fleet.network,
  fleet.ownFacility,
];
