import { expOfTwo } from "../../formula/compiled/elementary";
import { FunctionWriter } from "../../formula/compiled/function-writer";
import { instantiate, ModuleWriter } from "../../formula/compiled/module-writer";
import * as scalar from "../../formula/compiled/scalar";
import * as vector from "../../formula/compiled/vector";
import type { Scale } from "../ranges/declaration";

/** Values of scaled spreads in machine code, two at a time: the operations of quantile-function.ts in their order. */

const { add, subtract, multiply, divide, constant, choose } = vector;
const { integer, local } = scalar;
const [bytesPerDouble, bytesPerPair] = [8, 16];

/** Values that lie in memory at once. */
const room = 1024;

const scales = ["plain", "log", "logit"] as const satisfies readonly Scale[];

const given = ["sign", "unit", "middle", "down", "up", "scaleMin", "scaleMax", "min", "max", "isWhole"] as const;

/** What a row is made with: the sign of the figures, the quantile at which a spread reaches its ends, and whether values are whole, 1 or 0. */
type Given = Readonly<Record<(typeof given)[number], number>>;

/** Parameters: how many bytes, then what is given. */
function rowCode(module: ModuleWriter, scale: Scale): FunctionWriter {
  const w = new FunctionWriter({ params: ["i32", ...given.map(() => "f64" as const)] });
  const keep = (value: vector.Expression) => w.keep("v128", value);
  const of = Object.fromEntries(given.map((name, i) => [name, keep(vector.splat(local(1 + i)))])) as Record<
    keyof Given,
    vector.Expression
  >;
  const isWhole = keep(vector.isEqual(of.isWhole, constant(1)));
  const at = w.local("i32");
  const body = w.apart(() => {
    const z = keep(multiply(of.sign, vector.load(local(at), 0)));
    const side = choose(vector.isAtLeast(z, constant(0)), of.up, of.down);
    const place = keep(add(of.middle, multiply(divide(z, of.unit), side)));
    const exponential = (s: vector.Expression) => module.call(expOfTwo, [s]);
    const values = {
      plain: () => place,
      log: () => exponential(place),
      logit: () => {
        const e = exponential(subtract(constant(0), place));
        return add(of.scaleMin, divide(subtract(of.scaleMax, of.scaleMin), add(constant(1), e)));
      },
    };
    const clipped = keep(vector.min(vector.max(multiply(of.sign, values[scale]()), of.min), of.max));
    const whole = vector.floor(add(clipped, constant(0.5)));
    w.add(vector.store(local(at), 0, choose(isWhole, whole, clipped)));
  });
  w.add(scalar.repeat(at, integer(0), local(0), bytesPerPair, body));
  return w;
}

/** Puts the values at the standard normal's quantiles in a row. */
type RowOfScale = (scale: Scale, z: Float64Array, of: Given, row: Float64Array) => void;

function make(): RowOfScale | undefined {
  const module = new ModuleWriter(0, () => 0);
  const indices = scales.map((scale) => module.addExported(rowCode(module, scale).body));
  const instance = instantiate(module, room);
  if (!instance) return undefined;
  const { cells } = instance;
  const functions = indices.map((index) => instance.functionOf(index));
  return (scale, z, of, row) => {
    const work = functions[scales.indexOf(scale)] as (...args: number[]) => void;
    for (let from = 0; from < z.length; from += room) {
      const part = z.length > room ? z.subarray(from, from + room) : z;
      cells.set(part);
      // Of an odd number the last is worked out beside what lies there.
      const { sign, unit, middle, down, up, scaleMin, scaleMax, min, max } = of;
      work(part.length * bytesPerDouble, sign, unit, middle, down, up, scaleMin, scaleMax, min, max, of.isWhole);
      row.set(cells.subarray(0, part.length), from);
    }
  };
}

let known: { readonly row: RowOfScale | undefined } | undefined;

/** @returns nothing where machine code cannot run */
export function rowOfScale(): RowOfScale | undefined {
  known ??= { row: make() };
  return known.row;
}
