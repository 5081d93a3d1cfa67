import { costModel } from "@/lib/model/cost-model";
import type { OwnRows } from "@/lib/model/rows/own-rows";
import { withoutNames } from "@/lib/model/rows/without-names";
import { takeTurnOnServer } from "./turn-on-server";

/** Declares the formulas of rows in a turn of its own on a server, as what follows evaluates them; that has the next. */
export function useDeclaredOnServer(rows: OwnRows): void {
  takeTurnOnServer(rows);
  if (typeof window === "undefined") costModel(withoutNames(rows));
  takeTurnOnServer(rows);
}
