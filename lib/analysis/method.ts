import type { Quantity } from "@/lib/formula/node";
import { architectureNames, architectures } from "@/lib/model/architectures";
import { costModel } from "@/lib/model/cost-model";
import { registerKindNames, registerKinds } from "@/lib/model/rows/choices";
import { kindInputs, noRows, type OwnRows } from "@/lib/model/rows/own-rows";
import { formulaTexts } from "./explain";

/** A quantity as the method page and the document show it. */
export interface MethodEntry {
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  readonly source: string;
  readonly words: string;
  readonly symbols: string;
}

export interface MethodGroup {
  /** An architecture's name, or "Shared" for what several rest on. */
  readonly title: string;
  readonly entries: readonly MethodEntry[];
}

export interface MethodSection {
  readonly number: number;
  readonly title: string;
  /** What the formulas do not say by themselves. */
  readonly paragraphs: readonly string[];
  readonly groups: readonly MethodGroup[];
}

const sections: readonly { number: number; title: string; paragraphs: readonly string[] }[] = [
  {
    number: 1,
    title: "Conventions",
    paragraphs: [
      "Months run from 0 to the horizon T. Month 0 is set-up: one-off costs and opening purchases. The service runs in months 1 to T; unless a formula speaks of month 0, its quantity is 0 there. t is the month.",
      "⌈x⌉ rounds up, forgiving a relative 1e-9 of x, so that floating-point dust never buys a server. A count above 1e15 is refused with a message.",
      "P[B(n; p) < k] is the chance that fewer than k of n are there, each with chance p. Chances near 1 are carried as what is missing from 1.",
      "A TB is 10^12 bytes; a core is a hardware thread (a cloud's vCPU). Money is not rounded inside the model, only where it is shown or exported.",
      "Every cost belongs to one of twelve categories, and all four architectures carry the same list; a zero is shown, never left out.",
    ],
  },
  { number: 2, title: "Demand", paragraphs: ["The same demand is put to all four architectures."] },
  {
    number: 3,
    title: "Capital: what is bought, and its three views",
    paragraphs: [
      "What is bought comes in cohorts, so that what is in service never falls below the need: in service(t) = max(need(t), in service(t − 1) − retired(t)). Nothing is sold when the need falls. A cohort serves its life and retires.",
      "What enters service in month 1 is paid in month 0, all else in the month in which it enters service, at the price of the month in which it is paid: the unit price × (1 + growth)^(month/12).",
      "A fleet that stands already entered service in month 1 − min(its age, its life − 1); it costs no cash until it is replaced, but counts in the two other views.",
      "Purchases (cash): what is paid, when it is paid. Straight line: each cohort in service costs its purchase ÷ life a month. Financed: each costs the level payment that repays its purchase over its life. The three views are never added together.",
      "The book value of a cohort falls by 1 ÷ life of its purchase in each month of service.",
    ],
  },
  {
    number: 4,
    title: "The server side",
    paragraphs: [
      "Own servers, and the servers of a hybrid, which deliver what users' devices do not.",
      "Volume prices and peak prices of bandwidth are alternatives: one of the two is left at 0.",
    ],
  },
  { number: 5, title: "Cloud", paragraphs: [] },
  {
    number: 6,
    title: "Peer to peer",
    paragraphs: ["The yearly loss is taken always at the repair threshold: the pessimistic reading."],
  },
  {
    number: 7,
    title: "Hybrid",
    paragraphs: [
      "An item's popularity falls with its rank i as i^−exponent. Of an item that c users take at once, of whom a share f uploads, g(c) is the share of the delivery that they carry for one another. An uplink above the rate of delivery is not counted: the pessimistic reading.",
    ],
  },
  {
    number: 8,
    title: "Staff",
    paragraphs: [
      "Staff are fractional: a small service is not charged a whole administrator by rounding. User support is the same in all four.",
    ],
  },
  {
    number: 9,
    title: "What runs today, and moving",
    paragraphs: [
      "What runs today pays none of its development. Every other architecture pays its own move in month 0, the running cost of what it leaves while both run, and is credited with the resale of a fleet that it gives up. Between own servers and hybrid the fleet carries over.",
    ],
  },
  {
    number: 10,
    title: "Own lines and contingency",
    paragraphs: [
      "An own line joins its category before running cost, contingency and views are taken, alike in all three views: once, every so many months, or each month between two months, for each month, user, server or peer; times (1 + escalation)^(t/12).",
    ],
  },
  {
    number: 11,
    title: "Results",
    paragraphs: [
      "Ranking: the architectures that are eligible first, then the others, each group by net present cost.",
      "Break-even of one against another: the first month from which its cumulative cash never again exceeds the other's; never, where it ends above.",
      "What participants bear and are paid, the cost of outages and the expected loss from incidents stand beside the total, never in it.",
    ],
  },
  {
    number: 12,
    title: "What stands, in rows",
    paragraphs: [
      "A model may state what stands in rows of its own: servers, storage servers, network equipment and facility. It is read where own servers or a hybrid run today, and serves both. A kind without rows keeps the rule of section 9. The formulas show one row of each kind.",
      "A unit is a server or storage server of the model, money at today's prices (network) or a kW (facility). Units count for work: need, network, storage and outages. Machines count for management, staff and lines per server. An own facility carries the kW that are in service.",
      "Each row entered service in month 1 − min(its age, its life − 1). What the rows lack is bought, servers and storage servers whole. The servers of a site are rounded down before outages are worked out: ⌊x + 1e-9 × max(1; x)⌋.",
    ],
  },
  {
    number: 13,
    title: "Equipment lines",
    paragraphs: [
      "A line that is bought: pieces for each server, user, TB, peer or site, or a fixed number, with a price, a life, upkeep and power of its own. It is a capital line of section 3 in its category. Its load joins that of the servers; where there is no server side, it is hosted at the price of colocation.",
      "What stands counts where the architecture runs today, or where both it and what runs today are own servers or a hybrid. It is sold with what is given up; a licence is not sold.",
    ],
  },
  {
    number: 14,
    title: "Staff lines",
    paragraphs: [
      "People in lines, beside the roles of section 8 or in their place: in fractions or in whole heads. Who works where the service runs today is there and is not hired.",
    ],
  },
  {
    number: 15,
    title: "Kinds of participants",
    paragraphs: [
      "Up to eight kinds instead of one average. Each product is averaged as a whole, weighted by the share of the kind: the few who are always on count for what they are. Pieces fill the room that is offered, so what is said of pieces is weighted by the storage of the kind too. The formulas show two kinds, the second of which states every figure.",
    ],
  },
];

/** One row of each table, so that the formulas of rows can be shown. */
const sampleRows: OwnRows = {
  ...noRows,
  register: registerKinds.map((what) => ({ label: `A ${registerKindNames[what].toLowerCase()} row`, what, count: 1 })),
  equipmentLines: [
    {
      ...{ label: "An equipment line", category: "hardware", architectures: ["onPremises", "cloud"], per: "site" },
      ...{ pieces: 1, price: 1, priceChange: 0, lifeMonths: 1, fromMonth: 1, standingPieces: 1, standingAgeMonths: 0 },
      ...{ watts: 1, upkeepRate: 0, warrantyMonths: 0 },
    },
  ],
  staffLines: [
    {
      ...{ role: "A staff line", architectures: ["onPremises"], fte: 1, per: "machine", whole: true, pay: 1 },
      ...{ fromMonth: 1, toMonth: 1, hiringCost: 0, leavesPerYear: 0 },
    },
  ],
  participantKinds: [
    { label: "First kind", share: 0.5 },
    { label: "Second kind", share: 0.5, ...Object.fromEntries(kindInputs.map((key) => [key, 1])) },
  ],
};

/** How the sections of infrastructure.md are numbered here. */
const rowSections = { from: 20, here: 12 };

const architectureOf = ({ key }: Quantity) => architectures.find((name) => key.startsWith(`${name}.`));

/** The section that a quantity belongs to: as its source says, or, where it has another source, by what it is of. */
export function sectionOf(quantity: Quantity): number {
  const stated = /^model\.md section (\d+)$/.exec(quantity.source ?? "");
  if (stated) return Number(stated[1]);
  const ofRows = /^infrastructure\.md section (\d+)$/.exec(quantity.source ?? "");
  if (ofRows) return Number(ofRows[1]) - rowSections.from + rowSections.here;
  if (quantity.source === "own line") return 10;
  const architecture = architectureOf(quantity);
  if (architecture === "cloud") return 5;
  if (architecture === "peerToPeer") return 6;
  return /^hybrid\.offload/.test(quantity.key) ? 7 : 4;
}

/** Where a quantity rests on nothing but the model itself, its section is its source. */
const shownSource = (quantity: Quantity) =>
  (quantity.source ?? "").replace(
    /^(model|infrastructure)\.md section \d+$/,
    `this method, section ${sectionOf(quantity)}`,
  );

/** Every quantity that the method shows: those of a model without rows, and those that rows bring. */
export function methodQuantities(): Quantity[] {
  const ofRows = [...costModel(sampleRows).program.quantities.keys()].filter(({ source }) =>
    source?.startsWith("infrastructure.md"),
  );
  return [...costModel(noRows).program.quantities.keys(), ...ofRows];
}

export function sectionTitle(number: number): string {
  return sections.find((section) => section.number === number)?.title ?? `Section ${number}`;
}

/** Every formula of the model, by the section that it belongs to, from the declarations. */
export function methodSections(): MethodSection[] {
  const quantities = methodQuantities();
  const groupTitles = ["Shared", ...architectures.map((name) => architectureNames[name])];
  return sections.map((section) => {
    const own = quantities.filter((quantity) => sectionOf(quantity) === section.number);
    const groups = groupTitles.map((title, place) => ({
      title,
      entries: own
        .filter((quantity) => architectureOf(quantity) === architectures[place - 1])
        .map(
          (quantity): MethodEntry => ({
            key: quantity.key,
            label: quantity.label,
            unit: quantity.unit,
            source: shownSource(quantity),
            ...formulaTexts(quantity.is),
          }),
        ),
    }));
    return { ...section, groups: groups.filter(({ entries }) => entries.length > 0) };
  });
}

/** What the model does not say, so that nobody takes its answer for more than it is. */
export const leftOut: readonly { readonly what: string; readonly why: string }[] = [
  {
    what: "Latency and distance",
    why: "where users and servers are, and how long an answer takes, is not modelled: regions near the users cost what the inputs for sites say, and no more.",
  },
  {
    what: "Cheating and abuse by participants",
    why: "beyond the share of rewards lost to fraud, the repetition of computations, and the staff that the inputs state.",
  },
  {
    what: "The price of trust",
    why: "what it is worth that no single operator controls the service, or that one does, is no cost here.",
  },
  {
    what: "Revenue",
    why: "costs are compared for the same demand; what users pay, or whether more would come, is outside.",
  },
  {
    what: "Taxes, grants and accounting rules",
    why: "costs are before tax; straight line and financed are views of cost, not a statement under any standard.",
  },
  {
    what: "Selling what is no longer needed",
    why: "when the need falls nothing is sold; only a fleet that is given up in a move is, and a share of book value is credited at the end.",
  },
  {
    what: "How demand moves within a month",
    why: "there is one mean, one peak and one popularity curve; seasons, launches and regions apart are not.",
  },
  {
    what: "Shortage and delivery times",
    why: "what is bought serves in the month that needs it; hiring, contracts and commitments are as fast.",
  },
  {
    what: "Failures that spread",
    why: "what fails together is one stated share; one outage causing another, and attacks that are aimed, are not modelled.",
  },
  {
    what: "The value of the time and goodwill of participants",
    why: "they bear electricity, wear and bandwidth; their trouble has no price.",
  },
  {
    what: "Data that peers may not hold",
    why: "law and policy are a yes or no for each architecture, not a cost of encryption or of keeping data in a country.",
  },
];
