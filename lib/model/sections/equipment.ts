import { given as input } from "@/lib/model/input-term";
import { formula, nodeOf, quantity } from "../../formula/formula";
import type { Node, Quantity } from "../../formula/node";
import { sumOf } from "../../formula/primitives/arithmetic";
import type { Architecture, Category } from "../architectures";
import { monthsPerYear, nothing, wattsPerKW } from "../constants";
import type { EquipmentLine } from "../rows/own-rows";
import type { DeclaredRows } from "../rows/row-terms";
import { type CapitalByCategory, type CapitalLine, capitalLine, type DeclaredLine, standingBookValue } from "./capital";
import { basisOf, type Counts, inMonths, kWhOf, runsToday, sharesFleet, standsFor, unitPer } from "./counted-by";
import { electricityLevel, facilityLevel } from "./demand";

/** Section 21: what is bought beside the kinds of the model: a capital line of section 3 for each line and architecture. */

const source = "infrastructure.md section 21";

/** One line in one architecture. */
export interface EquipmentCost {
  /** Of the line among all. */
  readonly place: number;
  readonly category: Category;
  readonly bought: CapitalLine;
  /** Money a month; a line that states no upkeep has none. */
  readonly upkeep: Quantity | undefined;
}

export interface Equipment {
  readonly lines: readonly EquipmentCost[];
  /** The load of all lines, where some have watts. */
  readonly kW?: Quantity;
  /** What that load costs where there is no server side that it joins. */
  readonly hosted?: { readonly facility: Quantity; readonly energyKWh: Quantity; readonly energy: Quantity };
}

/** The terms of the line at a place that do not depend on the architecture. */
function figuresOf({ equipmentLines, term }: DeclaredRows, place: number) {
  const line = equipmentLines[place] as EquipmentLine;
  const figure = (field: keyof EquipmentLine, unit: string) => term("equipmentLines", place, field, unit);
  const declared: Pick<DeclaredLine, "label" | "unit" | "life" | "age" | "price" | "growth" | "warranty" | "source"> = {
    ...{ label: line.label, unit: "piece", source },
    life: figure("lifeMonths", "month"),
    age: line.standingAgeMonths === undefined ? input.currentAgeMonths : figure("standingAgeMonths", "month"),
    price: figure("price", "money/piece"),
    growth: line.priceChange === undefined ? input.hardwarePriceChange : figure("priceChange", "1/year"),
    warranty: figure("warrantyMonths", "month"),
  };
  const standing = (where: readonly Architecture[]): Node =>
    line.standingPieces === undefined || where.length === 0
      ? nothing
      : formula`when(${runsToday(where)}, ${figure("standingPieces", "piece")}, 0)`;
  return { line, figure, declared, standing };
}

function costOf(rows: DeclaredRows, place: number, architecture: Architecture, counts: Counts) {
  const { line, figure, declared, standing } = figuresOf(rows, place);
  const key = `${architecture}.equipmentLines.${place}`;
  const declare = (suffix: string, label: string, unit: string, is: Node) =>
    quantity({ key: `${key}.${suffix}`, label: `${line.label}, ${label}`, unit, is, source });
  const { per = "fixed" } = line;
  const pieces = figure("pieces", unitPer("piece", per));
  const basis = per === "fixed" ? undefined : basisOf(per, counts);
  const needed = per === "fixed" ? nodeOf(pieces) : basis ? formula`ceil(${pieces} * ${basis})` : nothing;
  const from = line.fromMonth === undefined ? undefined : nodeOf(figure("fromMonth", "month"));
  const bought = capitalLine({
    ...declared,
    key,
    need: declare("need", "needed", "piece", inMonths(needed, from, undefined)),
    standing: standing(standsFor(architecture)),
  });
  const upkeep =
    line.upkeepRate === undefined
      ? undefined
      : declare(
          "upkeep",
          "upkeep",
          "money/month",
          formula`${figure("upkeepRate", "1/year")} / ${monthsPerYear} * ${bought.pastWarranty}`,
        );
  const kW =
    line.watts === undefined ? [] : [formula`${bought.inService} * ${figure("watts", "W/piece")} / ${wattsPerKW}`];
  return { cost: { place, category: line.category, bought, upkeep }, kW };
}

/** The equipment lines of an architecture. */
export function equipmentOf(rows: DeclaredRows, architecture: Architecture, counts: Counts): Equipment {
  const found = [...rows.equipmentLines.entries()]
    .filter(([, { architectures }]) => architectures.includes(architecture))
    .map(([place]) => costOf(rows, place, architecture, counts));
  const lines = found.map(({ cost }) => cost);
  const loads = found.flatMap(({ kW }) => kW);
  if (loads.length === 0) return { lines };
  const declare = (suffix: string, label: string, unit: string, is: Node) =>
    quantity({ key: `${architecture}.equipment${suffix}`, label: `Equipment lines, ${label}`, unit, is, source });
  const kW = declare("KW", "their load", "kW", sumOf(loads));
  if (sharesFleet(architecture)) return { lines, kW };
  const energyKWh = declare("KWh", "electricity used", "kWh/month", kWhOf(nodeOf(kW)));
  return {
    ...{ lines, kW },
    hosted: {
      energyKWh,
      facility: declare(
        "Facility",
        "colocation",
        "money/month",
        formula`${kW} * ${input.coloPerKWMonth} * ${facilityLevel}`,
      ),
      energy: declare(
        "Energy",
        "energy",
        "money/month",
        formula`${energyKWh} * ${input.electricityPrice} * ${electricityLevel}`,
      ),
    },
  };
}

/** An architecture's own capital lines with those of its equipment. */
export function withEquipment(own: CapitalByCategory, { lines }: Equipment): CapitalByCategory {
  const all: { [C in Category]?: readonly CapitalLine[] } = { ...own };
  for (const { category, bought } of lines) all[category] = [...(all[category] ?? []), bought];
  return all;
}

/**
 * What the standing pieces of what runs today are worth when both have run. A licence is not sold.
 *
 * @returns by the architectures that a line names, one of which must run today
 */
export function standingEquipment(
  rows: DeclaredRows,
): { architectures: readonly Architecture[]; bookValue: Quantity }[] {
  return [...rows.equipmentLines.keys()].flatMap((place) => {
    const { line, figure, declared, standing } = figuresOf(rows, place);
    if (line.category === "software" || line.standingPieces === undefined) return [];
    const { architectures } = line;
    const bookValue = standingBookValue({
      ...declared,
      key: `equipmentLines.${place}`,
      need: figure("standingPieces", "piece"),
      standing: standing(architectures),
    });
    return [{ architectures, bookValue }];
  });
}
