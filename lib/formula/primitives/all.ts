import type { Primitive } from "../node";
import { catalogueFunctions } from "./catalogue-offload";
import { chanceFunctions } from "./chance";
import { financeFunctions } from "./finance";
import { functions } from "./functions";
import { monthFunctions } from "./months";
import { standingRowFunctions } from "./standing-rows";
import { stockFunctions } from "./stock";

/** The functions of the language, by name: a closed list. */
export const functionByName: ReadonlyMap<string, Primitive> = new Map(
  [
    ...functions,
    ...monthFunctions,
    ...financeFunctions,
    ...chanceFunctions,
    ...catalogueFunctions,
    ...stockFunctions,
    ...standingRowFunctions,
  ].map((primitive) => [primitive.name, primitive]),
);
