import { given as input } from "@/lib/model/input-term";
import { formula, nodeOf, quantity } from "../../formula/formula";
import type { InputTerm, Node, Quantity, Term } from "../../formula/node";
import { nothing, serverPerPiece, wholeLoadPerSite } from "../constants";
import type { RegisterKind } from "../rows/choices";
import type { DeclaredRows } from "../rows/row-terms";
import { type CapitalByCategory, type CapitalLine, capitalLine, type DeclaredLine } from "./capital";
import { type Delivery, isToday } from "./delivery";
import { coreHours, storedTB } from "./demand";
import { networkFor, networkOfARow, registerLine, type StandingRows, standingRows } from "./register";

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

/** Servers that computing keeps busy, at each site. */
export const busyServers = quantity({
  key: "busyServers",
  label: "Servers busy with computing",
  unit: "server/site",
  source: "model.md section 4",
  is: formula`ceil(${coreHours} / (${input.coresPerServer} * ${input.hoursPerMonth} * ${input.serverUtilisation}) * ${wholeLoadPerSite})`,
});

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

const serverNeed = (architecture: WithServers, { sized }: Delivery): Quantity =>
  quantity({
    key: `${architecture}.serverNeed`,
    label: "Servers needed",
    unit: "server",
    source: "model.md section 4",
    atMost: 1e15,
    is: formula`when(${busyServers} <= 0 and ${sized} <= 0, 0, ${input.sites} * (ceil((${busyServers} + ceil(${sized} / ${input.deliveryMbpsPerServer} * ${wholeLoadPerSite})) * (1 + ${input.serverHeadroom})) + ${input.spareServers}))`,
  });

/** The need of month 1 of whichever of the two runs today stands already, for both. */
function needOfMonth1(key: string, label: string, unit: string, need: Both<Term>): Quantity {
  const inMonth1 = (architecture: WithServers): Node => formula`first(${need[architecture]})`;
  return quantity({
    key: `standing.${key}`,
    label: `${label} that stand today`,
    unit,
    source: "model.md section 9",
    is: formula`when(${isToday("onPremises")}, ${inMonth1("onPremises")}, ${isToday("hybrid")}, ${inMonth1("hybrid")}, 0)`,
  });
}

/** What stands of a kind, and what is bought of it, for both. */
interface Kind {
  readonly lines: Both<CapitalLine>;
  /** Units that stand in month 0. */
  readonly standing: Node;
  /** How many are in service; a row of the register may do the work of more than one unit, or of less. */
  readonly machines: Both<Node>;
  /** Their power, where they have any. */
  readonly watts: Both<Node>;
  readonly stands?: StandingRows;
}

interface DeclaredKind extends Pick<DeclaredLine, "label" | "life" | "price" | "growth" | "atMost"> {
  readonly what: RegisterKind;
  readonly key: string;
  readonly unit: "server" | "money" | "kW";
  readonly need: Both<Quantity | InputTerm>;
  /** Without rows; the need of month 1 unless stated. */
  readonly standing?: Quantity;
  readonly watts?: InputTerm;
  readonly equivalents?: (counts: Node) => Quantity;
}

function declareKind(rows: DeclaredRows, declared: DeclaredKind): Kind {
  const { what, key, label, unit, need, watts, equivalents, standing, ...bought } = declared;
  const line = (architecture: WithServers) => ({
    ...{ ...bought, key: `${architecture}.${key}`, label, unit },
    need: need[architecture],
  });
  const wattsOf = (units: Quantity): Node => (watts ? formula`${units} * ${watts}` : nothing);
  const stands = standingRows(rows, { ...bought, what, label, unit, watts, equivalents });
  if (stands) {
    const lines = both((architecture) => registerLine(line(architecture), stands));
    const each = (make: (added: Quantity) => Node) => both((architecture) => make(lines[architecture].added));
    return {
      ...{ lines, stands },
      standing: formula`first(${stands.units})`,
      machines: each((added) => formula`${stands.machines} + ${added}`),
      watts: each((added) => (stands.watts ? formula`${stands.watts} + ${wattsOf(added)}` : wattsOf(added))),
    };
  }
  const inMonth1 = standing ?? needOfMonth1(key, label, unit, need);
  const lines = both((architecture) => capitalLine({ ...line(architecture), standing: inMonth1 }));
  return {
    lines,
    standing: nodeOf(inMonth1),
    machines: both((architecture) => nodeOf(lines[architecture].inService)),
    watts: both((architecture) => wattsOf(lines[architecture].inService)),
  };
}

/** The rows of what stands, by kind. */
export type Register = Readonly<Partial<Record<RegisterKind, StandingRows>>>;

export interface Fleet {
  readonly servers: CapitalLine;
  readonly storageServers: CapitalLine;
  readonly network: CapitalLine;
  readonly ownFacility: CapitalLine;
  /** How many there are of each, and the watts of all. */
  readonly machines: { readonly servers: Node; readonly storageServers: Node };
  readonly watts: Node;
  /** What the own facility carries, kW. */
  readonly facilityKW: Term;
  readonly register: Register;
}

export function declareFleets(rows: DeclaredRows, delivery: Both<Delivery>): Both<Fleet> {
  const servers = declareKind(rows, {
    ...{ what: "server", key: "servers", label: "Servers", unit: "server", atMost: 1e15 },
    need: both((architecture) => serverNeed(architecture, delivery[architecture])),
    life: input.serverLifeMonths,
    price: input.serverPrice,
    growth: input.hardwarePriceChange,
    watts: input.serverPeakWatts,
  });
  const storageServers = declareKind(rows, {
    ...{ what: "storageServer", key: "storageServers", label: "Storage servers", unit: "server", atMost: 1e15 },
    need: both(() => storageNeed),
    life: input.storageServerLifeMonths,
    price: input.storageServerPrice,
    growth: input.hardwarePriceChange,
    watts: input.storageServerPeakWatts,
  });
  const networkOfStanding = networkFor(servers.standing, storageServers.standing);
  const network = declareKind(rows, {
    ...{ what: "network", key: "network", label: "Network equipment", unit: "money" },
    // Need of network equipment is money, at today's prices.
    need: both((architecture) =>
      quantity({
        key: `${architecture}.networkNeed`,
        label: "Network equipment needed, at today's prices",
        unit: "money",
        source: "AWS TCO calculator: a share of the servers' price",
        is: networkFor(servers.lines[architecture].inService, storageServers.lines[architecture].inService),
      }),
    ),
    ...((servers.stands || storageServers.stands) && {
      standing: quantity({
        key: "standing.network",
        label: "Network equipment that stands today",
        unit: "money",
        source: "infrastructure.md section 20",
        is: networkOfStanding,
      }),
    }),
    life: input.networkLifeMonths,
    price: { kind: "number", value: 1 },
    growth: input.hardwarePriceChange,
    equivalents: networkOfARow(networkOfStanding),
  });
  const ownFacility = declareKind(rows, {
    ...{ what: "facility", key: "ownFacility", label: "Own facility", unit: "kW" },
    need: both(() => input.ownFacilityKW),
    life: input.ownFacilityLifeMonths,
    price: input.ownFacilityCostPerKW,
    growth: input.generalInflation,
  });
  const kinds = { server: servers, storageServer: storageServers, network, facility: ownFacility };
  const register = Object.fromEntries(
    Object.entries(kinds).flatMap(([what, { stands }]) => (stands ? [[what, stands]] : [])),
  ) as Register;
  return both((architecture) => ({
    register,
    servers: servers.lines[architecture],
    storageServers: storageServers.lines[architecture],
    network: network.lines[architecture],
    ownFacility: ownFacility.lines[architecture],
    machines: { servers: servers.machines[architecture], storageServers: storageServers.machines[architecture] },
    watts: formula`${servers.watts[architecture]} + ${storageServers.watts[architecture]}`,
    facilityKW: ownFacility.stands ? ownFacility.lines[architecture].inService : input.ownFacilityKW,
  }));
}

export const capitalLinesOf = (fleet: Fleet): CapitalLine[] => [
  fleet.servers,
  fleet.storageServers,
  fleet.network,
  fleet.ownFacility,
];

export const capitalOf = (fleet: Fleet): CapitalByCategory => ({
  hardware: [fleet.servers, fleet.storageServers, fleet.network],
  facility: [fleet.ownFacility],
});
