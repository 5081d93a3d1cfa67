import type { Architecture } from "@/lib/model/architectures";
import { type JudgedKey, judgedCriteria } from "./judged";

/** Criteria whose levels the model works out. */
export const computedKeys = [
  "cost",
  "upFront",
  "growth",
  "availability",
  "durability",
  "carbon",
  "burden",
  "people",
] as const;
export type ComputedKey = (typeof computedKeys)[number];

/** What architectures are compared by beside, or with, money. */
export interface Criterion {
  /** Of a team's own: `own:` and what names it. */
  readonly key: string;
  readonly name: string;
  /** What a level is, in one sentence. */
  readonly about: string;
  /** What one unit is called in a sentence, "" for money: "an hour of downtime a year". */
  readonly perUnit: string;
  /** Whether equal factors count alike. */
  readonly isLog: boolean;
  readonly kind: "money" | "figure" | "judged";
}

const computed: Readonly<Record<ComputedKey, Omit<Criterion, "key">>> = {
  cost: {
    name: "Cost",
    about: "Net present cost over the horizon.",
    perUnit: "",
    ...{ isLog: false, kind: "money" },
  },
  upFront: {
    name: "Cash up front",
    about: "Cash of set-up and the first 12 months.",
    perUnit: "",
    ...{ isLog: false, kind: "money" },
  },
  growth: {
    name: "Cost of growth",
    about:
      "Net present cost at ten times the demand, as a multiple of ten times that at the demand: 1 is proportional.",
    perUnit: "a tenth of that multiple",
    ...{ isLog: false, kind: "figure" },
  },
  availability: {
    name: "Downtime",
    about: "Hours of downtime a year at the worst month's unavailability; equal factors count alike.",
    perUnit: "ten times less downtime",
    ...{ isLog: true, kind: "figure" },
  },
  durability: {
    name: "Loss of data",
    about: "Yearly chance that an object is lost; equal factors count alike.",
    perUnit: "a ten times smaller chance of loss",
    ...{ isLog: true, kind: "figure" },
  },
  carbon: {
    name: "Carbon",
    about: "Kilograms of CO2 of the organisation and its participants over the horizon.",
    perUnit: "a tonne of CO2",
    ...{ isLog: false, kind: "figure" },
  },
  burden: {
    name: "Burden on participants",
    about: "What participants bear beyond what they are paid, over the horizon.",
    perUnit: "",
    ...{ isLog: false, kind: "money" },
  },
  people: {
    name: "People",
    about: "Full-time equivalents of the roles that are paid and of the lines of staff, mean of the months.",
    perUnit: "a full-time equivalent",
    ...{ isLog: false, kind: "figure" },
  },
};

/** How many units of a criterion its exchange rate is for: a tonne of carbon is a thousand of its kilograms. */
export const unitsOfRate: Readonly<Record<string, number>> = { carbon: 1000, growth: 0.1 };

/** A criterion that a team adds: judged, 0 to 10. */
export interface OwnCriterion {
  readonly key: string;
  readonly name: string;
  readonly about: string;
}

/** Every criterion there is, computed ones first, a team's own last. */
export function criteriaWith(own: readonly OwnCriterion[]): Criterion[] {
  const judged = (key: string, { name, about }: { name: string; about: string }): Criterion => ({
    ...{ key, name, about, perUnit: "a point of ten", isLog: false, kind: "judged" },
  });
  return [
    ...computedKeys.map((key) => ({ key, ...computed[key] })),
    ...Object.entries(judgedCriteria).map(([key, each]) => judged(key, each)),
    ...own.map((each) => judged(each.key, each)),
  ];
}

export function isComputed(key: string): key is ComputedKey {
  return (computedKeys as readonly string[]).includes(key);
}

export function isJudged(key: string): key is JudgedKey {
  return Object.hasOwn(judgedCriteria, key);
}

/** A level of an architecture that people judge, and why. */
export interface JudgedLevel {
  /** 0 to 10. */
  readonly level: number;
  readonly reason: string;
}

export type JudgedLevels = Readonly<Partial<Record<Architecture, JudgedLevel>>>;
