import "server-only";
import { costModel } from "@/lib/model/cost-model";
import type { OwnRows } from "@/lib/model/rows/own-rows";
import { withoutNames } from "@/lib/model/rows/without-names";
import { takeTurns } from "@/lib/server/runtime/take-turns";

/**
 * Declares the formulas of rows ahead of their evaluation, with a turn for others before and after. With every table full one takes as long
 * as the other, and together they would hold the server for too long.
 */
export async function declareInTurns(rows: OwnRows): Promise<void> {
  await takeTurns();
  costModel(withoutNames(rows));
  await takeTurns();
}
