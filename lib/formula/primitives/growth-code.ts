import type { Bytes } from "../compiled/bytes";
import { powOfTwo } from "../compiled/elementary";
import { FunctionWriter } from "../compiled/function-writer";
import type { ModuleWriter, Routine } from "../compiled/module-writer";
import * as scalar from "../compiled/scalar";
import * as vector from "../compiled/vector";
import { monthsPerYear } from "./growth";

const { integer, local, addIntegers } = scalar;
const bytesPerPair = 16;
const yearBytes = monthsPerYear * bytesPerPair;

/** growthLevels() of two rates at once. Parameters: rate, row. */
function levelsCode(module: ModuleWriter): FunctionWriter {
  const w = new FunctionWriter({ params: ["i32", "i32"] });
  const year = w.keep("v128", vector.add(vector.constant(1), vector.load(local(0), 0)));
  const month = w.keep("v128", module.call(powOfTwo, [year, vector.constant(1 / monthsPerYear)]));
  const [t, level] = [w.local("i32"), w.local("v128")];
  w.add(scalar.setLocal(level, vector.constant(1)));
  w.add(vector.store(local(1), 0, local(level)));
  const end = (module.months + 1) * bytesPerPair;
  const place = addIntegers(local(1), local(t));
  const within = [scalar.setLocal(level, vector.multiply(local(level), month)), vector.store(place, 0, local(level))];
  w.add(scalar.repeat(t, integer(bytesPerPair), integer(Math.min(yearBytes, end)), bytesPerPair, within));
  const before = vector.load(scalar.subtractIntegers(place, integer(yearBytes)), 0);
  const later = vector.store(place, 0, vector.multiply(before, year));
  w.add(scalar.repeat(t, integer(yearBytes), integer(end), bytesPerPair, later));
  return w;
}

const fill = (module: ModuleWriter, rate: number, row: number): Bytes => {
  const levels = module.function("levels", () => levelsCode(module));
  return scalar.call(levels, [integer(rate), integer(row)]);
};

/** The row of a rate's levels, worked out once for all that ask. @param rate its byte */
export function levelsOf(module: ModuleWriter, rate: number): { row: number; code: Bytes } {
  const { places: row, isNew } = module.shared(`levels ${rate}`, () => module.take(2 * (module.months + 1)));
  return { row, code: isNew ? fill(module, rate, row) : [] };
}

export const growRoutine: Routine = (module, { out, at }) => fill(module, at[0] as number, out);
