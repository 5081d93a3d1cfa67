import type { Architecture } from "../model/architectures";
import { type InputKey, type Inputs, input } from "../model/inputs";
import { type TrialResult, type Trials, trialOf } from "./sensitivity/trial";
import type { Steps } from "./steps";

/** The inputs that matching service levels sets. */
export type MatchedKey = "sites" | "spareServers" | "storageTotalPieces" | "repairThreshold" | "totalPieces";

export interface ServiceMatch {
  /** What to change so that every side that can, just reaches the targets; nothing where they do so already. */
  readonly changes: Readonly<Partial<Record<MatchedKey, number>>>;
  /** The sides that reach the targets then. */
  readonly reached: readonly Architecture[];
  /** The sides that no setting brings there, and which target they miss. */
  readonly unreached: readonly { readonly architecture: Architecture; readonly misses: readonly Target[] }[];
  /** The result with the changes. */
  readonly result: TrialResult;
}

export type Target = "availability" | "annualLoss";

const sides = ["onPremises", "cloud", "hybrid", "peerToPeer"] as const;
const serverSides: readonly Architecture[] = ["onPremises", "hybrid"];
const ample = {
  sites: input.sites.max,
  spareServers: 1000,
  storageTotalPieces: 200,
} as const;

/**
 * The smallest numbers of sites, spare servers and pieces with which each side reaches the targets of availability and of
 * yearly loss. More of each never makes either worse, so each is searched by halving, with plenty of the others; among
 * the numbers of sites the one that costs least is taken. Pieces of peers keep their proportion to the threshold of repair.
 *
 * @returns null where the model as it stands has no result
 */
export function* matchServiceLevels({
  inputs,
  trials,
}: {
  inputs: Inputs;
  trials: Trials;
}): Steps<ServiceMatch | null> {
  const trial = (changes: Partial<Inputs>) => trialOf(trials, changes);
  const isStored = inputs.storedTB > 0 && inputs.demandScale > 0;
  const pieces = (repairThreshold: number) => piecesAt(inputs, repairThreshold);
  const mostThreshold = largestThreshold(inputs);
  const plenty: Partial<Inputs> = {
    sites: ample.sites,
    spareServers: ample.spareServers,
    ...(isStored && {
      storageTotalPieces: Math.max(ample.storageTotalPieces, inputs.storageTotalPieces),
      ...pieces(mostThreshold),
    }),
  };
  const best = trial(plenty);
  yield;
  if (best === null) return null;
  const reachable = sides.filter((name) => misses(best, name).length === 0);
  const servers = reachable.filter((name) => serverSides.includes(name));
  const hasPeers = reachable.includes("peerToPeer");
  const passes = (changes: Partial<Inputs>, names: readonly Architecture[]) => {
    const result = trial({ ...plenty, ...changes });
    return result !== null && names.every((name) => misses(result, name).length === 0);
  };

  let chosen: Partial<Inputs> | null = null;
  let least = Number.POSITIVE_INFINITY;
  const siteCounts = servers.length > 0 ? range(input.sites.min, input.sites.max) : [inputs.sites];
  const adjustable = [...servers, ...(hasPeers ? (["peerToPeer"] as const) : [])];
  for (const sites of siteCounts) {
    if (adjustable.length === 0) break;
    const canPass = passes({ sites }, adjustable);
    yield;
    if (!canPass) continue;
    const setting: { -readonly [K in keyof Partial<Inputs>]: Partial<Inputs>[K] } = { sites };
    if (isStored && servers.length > 0) {
      setting.storageTotalPieces = yield* smallest(
        inputs.storageDataPieces,
        plenty.storageTotalPieces as number,
        (storageTotalPieces) => passes({ ...setting, storageTotalPieces }, servers),
      );
    }
    setting.spareServers = yield* smallest(0, ample.spareServers, (spareServers) =>
      passes({ ...setting, spareServers }, adjustable),
    );
    const cost = trial({ ...plenty, ...setting })?.architectures[servers[0] ?? "peerToPeer"].netPresentCost;
    yield;
    if (cost !== undefined && cost < least) {
      least = cost;
      chosen = setting;
    }
  }
  if (chosen !== null && isStored && hasPeers) {
    const setting = chosen;
    const threshold = yield* smallest(inputs.dataPieces + 1, mostThreshold, (repairThreshold) =>
      passes({ ...setting, ...pieces(repairThreshold) }, ["peerToPeer"]),
    );
    chosen = { ...setting, ...pieces(threshold) };
  }

  const changes = Object.fromEntries(
    Object.entries(chosen ?? {}).filter(([key, value]) => value !== inputs[key as InputKey]),
  ) as ServiceMatch["changes"];
  const result = trial(changes);
  if (result === null) return null;
  return {
    changes,
    reached: sides.filter((name) => misses(result, name).length === 0),
    unreached: sides
      .filter((name) => misses(result, name).length > 0)
      .map((architecture) => ({ architecture, misses: misses(best, architecture) })),
    result,
  };
}

function misses({ architectures }: TrialResult, name: Architecture): Target[] {
  const { meetsAvailability, meetsAnnualLoss } = architectures[name];
  return [...(meetsAvailability ? [] : ["availability" as const]), ...(meetsAnnualLoss ? [] : ["annualLoss" as const])];
}

/** Pieces in all for a threshold of repair: as many times the threshold as now, so that repair works as often. */
function piecesAt(inputs: Inputs, repairThreshold: number): { repairThreshold: number; totalPieces: number } {
  // The setting that stands is one of those tried.
  const times = inputs.totalPieces / inputs.repairThreshold;
  return { repairThreshold, totalPieces: Math.max(repairThreshold + 1, Math.round(times * repairThreshold)) };
}

function largestThreshold(inputs: Inputs): number {
  const byTotal = Math.floor((input.totalPieces.max - 1) * (inputs.repairThreshold / inputs.totalPieces));
  return Math.max(inputs.dataPieces + 1, Math.min(input.repairThreshold.max, byTotal, inputs.dataPieces * 4 + 40));
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** The smallest whole number that passes, where every larger one passes too and the largest is known to. */
function* smallest(from: number, to: number, passes: (value: number) => boolean): Steps<number> {
  let [low, high] = [from, to];
  // Small numbers are the likely ones: widen from below before halving.
  for (let width = 1; low + width < high; width *= 2) {
    const tried = low + width - 1;
    const hasPassed = passes(tried);
    yield;
    if (hasPassed) {
      high = tried;
      break;
    }
    low = tried + 1;
  }
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const hasPassed = passes(middle);
    yield;
    if (hasPassed) high = middle;
    else low = middle + 1;
  }
  return high;
}
