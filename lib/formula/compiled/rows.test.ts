import { afterEach, expect, it, vi } from "vitest";
import { exp } from "../../math/exp";
import { expOfTwo } from "./elementary";
import { rowFunction } from "./rows";

afterEach(() => vi.unstubAllGlobals());

it.each([
  { way: "by machine code", engine: WebAssembly },
  { way: "where none can run", engine: undefined },
])("a function of a row is that of each value, $way", ({ engine }) => {
  vi.stubGlobal("WebAssembly", engine);
  const expOfRow = rowFunction(expOfTwo);
  // Longer than the room of the code, of an odd number, and with what is a special case.
  for (const length of [0, 1, 1000, 2049]) {
    const values = Float64Array.from({ length }, (_, i) => (i % 7 === 0 ? 1000 : i / 10 - 60));
    const wanted = values.map(exp);
    expOfRow(values);
    expect(values).toEqual(wanted);
  }
});
