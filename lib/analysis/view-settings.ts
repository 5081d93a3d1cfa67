import type { Architecture, View } from "@/lib/model/architectures";
import type { InputKey } from "@/lib/model/inputs";
import type { Base, Measure } from "./breakdown";
import type { Span } from "./columns";
import { triedKeys } from "./switching/tried-keys";

/** What a table of assumptions is sorted by; "group" is the order of the inputs. */
export const assumptionSorts = ["group", "name", "evidence", "swing", "share", "worth", "changed"] as const;
export type AssumptionSort = (typeof assumptionSorts)[number];

/** To which of them it is narrowed: by what is known of a figure, or to those that nobody has looked at. */
export const assumptionFilters = ["any", "untouched", "default", "estimated", "measured", "certain"] as const;
export type AssumptionFilter = (typeof assumptionFilters)[number];

/** What the values that bring an architecture to the first place are sorted by. */
export const switchingOrders = ["likely", "near", "inputs"] as const;
export type SwitchingOrder = (typeof switchingOrders)[number];

/** What of a model a page shows, and how: it stands in the page's address, so that a link opens what was seen. */
export interface ViewSettings {
  readonly view: View;
  /** Whether figures are differences from going on as now; where nothing runs today they are totals all the same. */
  readonly against: "nothing" | "today";
  /** How long a column is. */
  readonly by: Span;
  /** What figures are divided by. */
  readonly per: Measure;
  /** What differences are counted from. */
  readonly base: Base;
  /** Whether rows without a figure are shown. */
  readonly zeros: boolean;
  readonly sort: AssumptionSort;
  readonly evidence: AssumptionFilter;
  /** Whom a decision looks at; null is the second of the ranking. */
  readonly of: Architecture | null;
  readonly order: SwitchingOrder;
  /** The two inputs of a map, across and up; null is what a page chooses by itself. */
  readonly across: InputKey | null;
  readonly up: InputKey | null;
  /** The ids of the scenarios that are shown, the first of them where there is room for one; null is what a page shows by itself. */
  readonly scenarios: readonly string[] | null;
}

export const defaultViewSettings: ViewSettings = {
  view: "cash",
  against: "nothing",
  by: "year",
  per: "money",
  base: "cheapest",
  zeros: false,
  sort: "group",
  evidence: "any",
  of: null,
  order: "likely",
  across: null,
  up: null,
  scenarios: null,
};

const architectureWords: readonly (readonly [Architecture, string])[] = [
  ["onPremises", "own-servers"],
  ["cloud", "cloud"],
  ["hybrid", "hybrid"],
  ["peerToPeer", "peer-to-peer"],
];
/** A default that no address names. */
const unnamed = [null, ""] as const;
const inputWords = [unnamed, ...triedKeys.map((key) => [key, key] as const)];

/** The settings of one value, each with the word for it in an address. */
const words: {
  [Name in Exclude<keyof ViewSettings, "scenarios">]: readonly (readonly [ViewSettings[Name], string])[];
} = {
  view: [
    ["cash", "cash"],
    ["straightLine", "straight-line"],
    ["financed", "financed"],
  ],
  against: [
    ["nothing", "nothing"],
    ["today", "today"],
  ],
  by: [
    ["year", "year"],
    ["fiscalYear", "fiscal-year"],
    ["month", "month"],
  ],
  per: [
    ["money", "total"],
    ["perUser", "user"],
    ["perTBStored", "tb-stored"],
    ["perTBDelivered", "tb-delivered"],
  ],
  base: [["cheapest", "cheapest"], ...architectureWords],
  zeros: [
    [false, "hidden"],
    [true, "shown"],
  ],
  sort: assumptionSorts.map((sort) => [sort, sort]),
  evidence: assumptionFilters.map((filter) => [filter, filter === "certain" ? "contracted" : filter]),
  of: [unnamed, ...architectureWords],
  order: switchingOrders.map((order) => [order, order]),
  across: inputWords,
  up: inputWords,
};

const names = Object.keys(words) as (keyof typeof words)[];
const scenarioName = "scenario";
const noScenario = "none";
/** More than a page shows side by side. */
const mostScenarios = 8;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What an address says; a value that means nothing counts as if it had not been given. */
export function readViewSettings(parameters: Pick<URLSearchParams, "get" | "getAll">): ViewSettings {
  const single = names.map((name) => {
    const known = words[name].find(([, word]) => word === parameters.get(name));
    return [name, known === undefined ? defaultViewSettings[name] : known[0]];
  });
  const given = parameters.getAll(scenarioName);
  const ids = [...new Set(given)].filter((id) => uuid.test(id)).slice(0, mostScenarios);
  const scenarios = ids.length > 0 || given.includes(noScenario) ? ids : null;
  return { ...(Object.fromEntries(single) as Omit<ViewSettings, "scenarios">), scenarios };
}

/**
 * The settings as parameters of an address, those that differ from the defaults alone.
 *
 * @param parameters what else stands in the address, and stays
 * @returns "" or "?view=financed&by=month"
 */
export function viewSettingsText(settings: ViewSettings, parameters = new URLSearchParams()): string {
  const written = new URLSearchParams(parameters);
  for (const name of names) {
    const [, word] = words[name].find(([value]) => value === settings[name]) ?? [];
    if (word === undefined || settings[name] === defaultViewSettings[name]) written.delete(name);
    else written.set(name, word);
  }
  written.delete(scenarioName);
  const ids = settings.scenarios?.length === 0 ? [noScenario] : settings.scenarios;
  for (const id of ids ?? []) written.append(scenarioName, id);
  return written.size === 0 ? "" : `?${written}`;
}
