import { ModuleWriter, type VectorFunction } from "@/lib/formula/compiled/module-writer";
import { integer } from "@/lib/formula/compiled/scalar";
import * as vector from "@/lib/formula/compiled/vector";

const start = integer(0);

/** Runs a function on two samples, and counts how often it asks for the one that it is made after. */
export function compiledOfTwo(of: VectorFunction, args: number) {
  const asked = { times: 0 };
  const scalar: VectorFunction["scalar"] = (...values) => {
    asked.times++;
    return of.scalar(...values);
  };
  let taken = 16 * (args + 1);
  const module = new ModuleWriter(0, (doubles) => {
    taken += 8 * doubles;
    return taken - 8 * doubles;
  });
  const given = Array.from({ length: args }, (_, i) => vector.load(start, 16 * (i + 1)));
  const code = vector.store(start, 0, module.call({ ...of, scalar }, given));
  const memory = new WebAssembly.Memory({ initial: 1 });
  const index = module.addExported({ params: [], locals: [], code });
  const { cells, functionOf } = module.instantiate(memory);
  const run = functionOf(index);
  const resultOf = (first: readonly number[], second: readonly number[]): number[] => {
    for (let i = 0; i < args; i++) cells.set([first[i] as number, second[i] as number], 2 * (i + 1));
    run();
    return [cells[0] as number, cells[1] as number];
  };
  return { asked, resultOf };
}
