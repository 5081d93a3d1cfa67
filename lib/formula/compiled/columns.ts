import { FunctionWriter } from "./function-writer";
import { instantiate, ModuleWriter } from "./module-writer";
import { addIntegers, integer, local, repeat, setLocal } from "./scalar";
import * as vector from "./vector";

/** Columns of doubles, one after the other in one memory; four that follow one another are worked on at once. */
export interface Columns {
  readonly cells: Float64Array;
  readonly count: number;
  /** Doubles from one column to the next: an even number. */
  readonly height: number;
  /** Σ of a column's values by those of each of four others: the first of these, and how many rows, an even number. */
  readonly products: (column: number, first: number, rows: number) => void;
  /** What `products` found. */
  readonly sums: Float64Array;
  /** Takes a column, times each of the factors, out of four others. */
  readonly takeOut: (column: number, first: number, rows: number) => void;
  readonly factors: Float64Array;
}

const four = [0, 1, 2, 3] as const;
const [bytesPerDouble, bytesPerPair] = [8, 16];

/** Parameters: a column, the first of four, where the column ends; sums of the two values of each pair. */
function productsCode(height: number, sums: number): FunctionWriter {
  const w = new FunctionWriter({ params: ["i32", "i32", "i32"] });
  const [at, x] = [w.local("i32"), w.local("v128")];
  const found = four.map(() => w.local("v128"));
  for (const sum of found) w.add(setLocal(sum, vector.constant(0)));
  const other = addIntegers(local(1), local(at));
  const body = [
    setLocal(x, vector.load(addIntegers(local(0), local(at)), 0)),
    ...four.map((i) => {
      const product = vector.multiply(local(x), vector.load(other, i * height * bytesPerDouble));
      return setLocal(found[i] as number, vector.add(local(found[i] as number), product));
    }),
  ];
  w.add(repeat(at, integer(0), local(2), bytesPerPair, body));
  for (const i of four) w.add(vector.store(integer(sums), i * bytesPerPair, local(found[i] as number)));
  return w;
}

/** Parameters as above. */
function takeOutCode(height: number, factors: number): FunctionWriter {
  const w = new FunctionWriter({ params: ["i32", "i32", "i32"] });
  const by = four.map((i) => w.keep("v128", vector.loadSplat(integer(factors), i * bytesPerDouble)));
  const [at, x] = [w.local("i32"), w.local("v128")];
  const other = addIntegers(local(1), local(at));
  const body = [
    setLocal(x, vector.load(addIntegers(local(0), local(at)), 0)),
    ...four.map((i) => {
      const offset = i * height * bytesPerDouble;
      const taken = vector.multiply(by[i] as vector.Expression, local(x));
      return vector.store(other, offset, vector.subtract(vector.load(other, offset), taken));
    }),
  ];
  w.add(repeat(at, integer(0), local(2), bytesPerPair, body));
  return w;
}

function machineColumns(height: number, columns: number): Columns | undefined {
  let taken = height * columns;
  const take = (doubles: number) => {
    taken += doubles;
    return (taken - doubles) * bytesPerDouble;
  };
  const module = new ModuleWriter(0, take);
  const [sumsAt, factorsAt] = [take(2 * four.length), take(four.length)];
  const codes = [productsCode(height, sumsAt), takeOutCode(height, factorsAt)] as const;
  const [productsBy, takeOutBy] = [module.addExported(codes[0].body), module.addExported(codes[1].body)];
  const instance = instantiate(module, taken);
  if (!instance) return undefined;
  const { cells } = instance;
  const [products, takeOut] = [instance.functionOf(productsBy), instance.functionOf(takeOutBy)];
  const byte = (column: number) => column * height * bytesPerDouble;
  const pairs = new Float64Array(cells.buffer, sumsAt, 2 * four.length);
  const sums = new Float64Array(four.length);
  return {
    ...{ cells, height, count: columns, sums, factors: new Float64Array(cells.buffer, factorsAt, four.length) },
    products: (column, first, rows) => {
      products(byte(column), byte(first), rows * bytesPerDouble);
      for (const i of four) sums[i] = (pairs[2 * i] as number) + (pairs[2 * i + 1] as number);
    },
    takeOut: (column, first, rows) => takeOut(byte(column), byte(first), rows * bytesPerDouble),
  };
}

/** The same operations in the same order without machine code. */
export function plainColumns(height: number, columns: number): Columns {
  const cells = new Float64Array(height * columns);
  const [sums, factors] = [new Float64Array(four.length), new Float64Array(four.length)];
  return {
    ...{ cells, height, count: columns, sums, factors },
    products: (column, first, rows) => {
      for (const k of four) {
        const [x, other] = [column * height, (first + k) * height];
        let even = 0;
        let odd = 0;
        for (let i = 0; i < rows; i += 2) {
          even += (cells[x + i] as number) * (cells[other + i] as number);
          odd += (cells[x + i + 1] as number) * (cells[other + i + 1] as number);
        }
        sums[k] = even + odd;
      }
    },
    takeOut: (column, first, rows) => {
      for (const k of four) {
        const [x, other, factor] = [column * height, (first + k) * height, factors[k] as number];
        for (let i = 0; i < rows; i++) {
          cells[other + i] = (cells[other + i] as number) - factor * (cells[x + i] as number);
        }
      }
    },
  };
}

/** Room for so many columns, with zeros in it. */
export function columnsOf(height: number, columns: number): Columns {
  return machineColumns(height, columns) ?? plainColumns(height, columns);
}
