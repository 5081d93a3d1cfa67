import type { Quantity } from "@/lib/formula/node";
import { type Architecture, architectures } from "@/lib/model/architectures";
import { type EvaluatedModel, seriesOf } from "@/lib/model/evaluate";

/** What one line costs an architecture over the horizon. */
export interface LineCost {
  readonly table: "customLines" | "equipmentLines" | "staffLines";
  /** Of the line among all of its table. */
  readonly place: number;
  /** Cash, money over the horizon; of equipment what is bought and its upkeep, its electricity and its room apart. */
  readonly total: number;
  /** Pieces in service, or heads, in month 1 and in the last month; own lines have none. */
  readonly count?: { readonly first: number; readonly last: number };
}

/**
 * What each line costs each architecture that it names. One that has none of what the line is counted by may leave it out.
 *
 * @param whole of evaluateWhole
 */
export function lineCosts({ model, evaluation }: EvaluatedModel): Record<Architecture, readonly LineCost[]> {
  const sum = (quantity: Quantity) => seriesOf(evaluation, quantity).reduce((all, amount) => all + amount, 0);
  const count = (quantity: Quantity) => {
    const series = seriesOf(evaluation, quantity);
    return { first: series[1] as number, last: series.at(-1) as number };
  };
  const of = (architecture: Architecture): LineCost[] => {
    const { customLines, equipmentLines, staffLines } = model.lines[architecture];
    return [
      ...customLines.map(({ place, cost }): LineCost => ({ table: "customLines", place, total: sum(cost) })),
      ...equipmentLines.map(
        ({ place, bought, upkeep }): LineCost => ({
          ...{ table: "equipmentLines", place, count: count(bought.inService) },
          total: sum(bought.views.cash) + (upkeep ? sum(upkeep) : 0),
        }),
      ),
      ...staffLines.map(
        ({ place, heads, cost }): LineCost => ({ table: "staffLines", place, count: count(heads), total: sum(cost) }),
      ),
    ];
  };
  return Object.fromEntries(architectures.map((a) => [a, of(a)])) as Record<Architecture, LineCost[]>;
}
