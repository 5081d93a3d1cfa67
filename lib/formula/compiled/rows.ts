import { FunctionWriter } from "./function-writer";
import { instantiate, ModuleWriter, type VectorFunction } from "./module-writer";
import { integer, local, repeat } from "./scalar";
import * as vector from "./vector";

/** Puts a function's value in the place of each double of a row. */
export type RowFunction = (values: Float64Array) => void;

/** Values that lie in a module's memory at once. */
const room = 1024;
const bytesPerPair = 16;

function machineOf(of: VectorFunction): RowFunction | undefined {
  const module = new ModuleWriter(0, () => 0);
  const w = new FunctionWriter({ params: ["i32"] });
  const at = w.local("i32");
  const body = vector.store(local(at), 0, module.call(of, [vector.load(local(at), 0)]));
  w.add(repeat(at, integer(0), local(0), bytesPerPair, body));
  const index = module.addExported(w.body);
  const instance = instantiate(module, room);
  if (!instance) return undefined;
  const { cells } = instance;
  const work = instance.functionOf(index);
  return (values) => {
    for (let from = 0; from < values.length; from += room) {
      const part = values.subarray(from, from + room);
      cells.set(part);
      // Of an odd number the last is worked out beside what lies there.
      work(part.length * 8);
      part.set(cells.subarray(0, part.length));
    }
  };
}

const oneByOne =
  ({ scalar }: VectorFunction): RowFunction =>
  (values) => {
    for (let i = 0; i < values.length; i++) values[i] = scalar(values[i] as number);
  };

/** A function of one double on rows of them: by machine code where it can run, and else one by one with the same digits. */
export function rowFunction(of: VectorFunction): RowFunction {
  let work: RowFunction | undefined;
  return (values) => {
    work ??= machineOf(of) ?? oneByOne(of);
    work(values);
  };
}
