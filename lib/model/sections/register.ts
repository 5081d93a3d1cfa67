import { given as input } from "@/lib/model/input-term";
import { applied, formula, nodeOf, quantity } from "../../formula/formula";
import type { InputTerm, Node, Quantity, Term } from "../../formula/node";
import { monthsPerYear, nothing, oneMonth, oneYear } from "../constants";
import type { RegisterKind } from "../rows/choices";
import type { DeclaredRows } from "../rows/row-terms";
import { type CapitalLine, capitalLine, type DeclaredLine, lineDeclarer, monthsOfBoth } from "./capital";
import { isToday } from "./delivery";

/** Section 20: what stands, in rows: each a cohort of its own age, price and power. */

const source = "infrastructure.md section 20";

/** What stands is read where own servers or hybrid run today, and serves both. */
const isRead = formula`${isToday("onPremises")} or ${isToday("hybrid")}`;

/** What a kind of rows is, and what a figure that a row leaves out comes to. */
interface Kind {
  readonly what: RegisterKind;
  readonly label: string;
  /** Of what counts for work. */
  readonly unit: "server" | "money" | "kW";
  readonly life: InputTerm;
  /** Price of a unit today; it changes by `growth` a year. */
  readonly price: Term | Node;
  readonly growth: InputTerm;
  /** Watts of a unit. */
  readonly watts?: InputTerm | undefined;
  /** Units that one of a row does the work of, from the sum of all counts. Default 1. */
  readonly equivalents?: ((counts: Node) => Quantity) | undefined;
}

/** The rows of a kind while they are in service, month by month. */
export interface StandingRows {
  /** Units that count for work. */
  readonly units: Quantity;
  /** How many they are. */
  readonly machines: Quantity;
  /** Their watts; servers and storage servers have some. */
  readonly watts?: Quantity;
  /** What was paid for them. */
  readonly value: Quantity;
  readonly pastWarranty: Quantity;
  readonly bookValue: Quantity;
  readonly life: InputTerm;
  readonly rows: readonly RowQuantities[];
}

/** One row for itself. The model's program has none of these: they are worked out for those who look at the row. */
export interface RowQuantities {
  /** Of the row among all. */
  readonly place: number;
  readonly units: Quantity;
  readonly paid: Quantity;
  /** The month in which its life is over. */
  readonly renewedIn: Quantity;
  /** What its units cost in that month. */
  readonly renewal: Quantity;
}

/** A formula of each row that is read once: there are hundreds of rows. */
function onceForEach(make: (place: number) => Node): (place: number) => Node {
  const made = new Map<number, Node>();
  return (place) => {
    const node = made.get(place) ?? make(place);
    made.set(place, node);
    return node;
  };
}

/** The rows of a kind as quantities; nothing where it has none. */
export function standingRows({ register, term }: DeclaredRows, kind: Kind): StandingRows | undefined {
  const { what, life, unit } = kind;
  const counted = unit === "server" ? "server" : "piece";
  const each = unit === "server" ? "1" : `${unit}/piece`;
  const places = [...register.keys()].filter((place) => register[place]?.what === what);
  if (places.length === 0) return undefined;
  const figure = (place: number, field: string, of: string) => nodeOf(term("register", place, field, of));
  const count = (place: number) => figure(place, "count", counted);
  const age = (place: number) =>
    register[place]?.ageMonths === undefined ? nodeOf(input.currentAgeMonths) : figure(place, "ageMonths", "month");
  const rows = (word: string, before: readonly (Term | Node)[], amount: (place: number) => Node) =>
    formula`when(${isRead}, ${applied(word, [life, ...before, ...places.flatMap((place) => [amount(place), age(place)])])}, 0)`;
  const declarer = lineDeclarer({ key: `register.${what}`, label: kind.label, source });

  const machines = declarer(".machines", " of the register, how many", counted, rows("rowsInService", [], count));
  const otherwise = kind.equivalents?.(formula`first(${machines})`);
  const equivalents = (place: number) =>
    register[place]?.equivalents === undefined && otherwise ? nodeOf(otherwise) : figure(place, "equivalents", each);
  const units = onceForEach((place) => formula`${count(place)} * ${equivalents(place)}`);
  const entered = (place: number) => formula`${oneMonth} - min(${age(place)}, ${life} - ${oneMonth})`;
  const levelIn = (month: Term | Node) =>
    formula`(1 + ${kind.growth} * ${oneYear}) ^ ((${month}) / ${monthsPerYear} / ${oneYear})`;
  const paid = onceForEach((place) => {
    if (register[place]?.pricePaid !== undefined)
      return formula`${count(place)} * ${figure(place, "pricePaid", `money/${counted}`)}`;
    return formula`${units(place)} * (${kind.price} * ${levelIn(entered(place))})`;
  });
  const { watts } = kind;
  const power = (place: number, standard: InputTerm) =>
    register[place]?.watts === undefined
      ? formula`${units(place)} * ${standard}`
      : formula`${count(place)} * ${figure(place, "watts", `W/${counted}`)}`;
  return {
    life,
    units: declarer("", " of the register in service", unit, rows("rowsInService", [], units)),
    machines,
    ...(watts && {
      watts: declarer(
        ".watts",
        " of the register, their power",
        "W",
        rows("rowsInService", [], (place) => power(place, watts)),
      ),
    }),
    value: declarer(".value", " of the register, what was paid", "money", rows("rowsInService", [], paid)),
    pastWarranty: declarer(
      ".pastWarranty",
      " of the register, purchase value past warranty",
      "money",
      rows("rowsOlderThan", [input.warrantyMonths], paid),
    ),
    bookValue: declarer(
      ".bookValue",
      " of the register, book value when both have run",
      "money",
      rows("rowsBookValue", [monthsOfBoth], paid),
    ),
    rows: places.map((place) => {
      const ofRow = lineDeclarer({ key: `register.${place}`, label: register[place]?.label ?? "", source });
      const renewedIn = ofRow(".renewedIn", ", month of its renewal", "month", formula`${entered(place)} + ${life}`);
      return {
        ...{ place, renewedIn },
        units: ofRow(".units", ", units", unit, units(place)),
        paid: ofRow(".paid", ", what was paid", "money", paid(place)),
        renewal: ofRow(
          ".renewal",
          ", what its renewal costs",
          "money",
          formula`${units(place)} * (${kind.price} * ${levelIn(renewedIn)})`,
        ),
      };
    }),
  };
}

/** What network equipment a row stands for that does not say: what section 4 asks for what stands, shared among all. */
export function networkOfARow(standing: Node): (counts: Node) => Quantity {
  return (counts) =>
    quantity({
      key: "register.network.each",
      label: "Network equipment of the register, each",
      unit: "money/piece",
      source,
      is: formula`when(${counts} <= 0, 0, ${standing} / ${counts})`,
    });
}

/** Section 4's need of network equipment, in money at today's prices. */
export function networkFor(servers: Term | Node, storageServers: Term | Node): Node {
  return formula`${input.networkShare} * (${servers} * ${input.serverPrice} + ${storageServers} * ${input.storageServerPrice})`;
}

/** A capital line of which rows stand: what they lack is bought, servers whole. */
export interface RegisterLine extends CapitalLine {
  /** Units that were bought beside the rows. */
  readonly added: Quantity;
}

export function registerLine(line: Omit<DeclaredLine, "standing">, rows: StandingRows): RegisterLine {
  const { unit, need, life } = line;
  const declare = lineDeclarer({ ...line, source });
  const lacking = formula`max(0, ${need} - ${rows.units})`;
  const added = capitalLine({
    ...line,
    ...{ key: `${line.key}.added`, label: `${line.label} beside the register`, source },
    need: declare(
      ".lacking",
      " that the register lacks",
      unit,
      unit === "server" ? formula`ceil(${lacking})` : lacking,
      "running",
    ),
    standing: nothing,
  });
  return {
    added: added.inService,
    inService: {
      ...declare("", " in service", unit, formula`${rows.units} + ${added.inService}`),
      ...(line.atMost !== undefined && { atMost: line.atMost }),
    },
    views: {
      cash: added.views.cash,
      straightLine: declare(
        ".straightLine",
        ", straight line",
        "money/month",
        formula`running(${rows.value} / ${life}) + ${added.views.straightLine}`,
      ),
      financed: declare(
        ".financed",
        ", financed",
        "money/month",
        formula`running(levelPayment(${rows.value}, ${input.costOfMoney} / ${monthsPerYear}, ${life})) + ${added.views.financed}`,
      ),
    },
    pastWarranty: declare(
      ".pastWarranty",
      ", purchase value past warranty",
      "money",
      formula`${rows.pastWarranty} + ${added.pastWarranty}`,
    ),
    residual: added.residual,
    standingBookValue: rows.bookValue,
  };
}
