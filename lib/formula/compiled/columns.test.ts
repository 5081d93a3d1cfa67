import { expect, it } from "vitest";
import { type Columns, columnsOf, plainColumns } from "./columns";

const [height, count] = [10, 9];

/** Sums and cells after one column was multiplied by others, and taken out of them. */
function worked(columns: Columns): number[][] {
  for (let i = 0; i < height * count; i++) columns.cells[i] = 1 / (i + 3) - 0.1;
  columns.products(2, 3, 8);
  const sums = [...columns.sums];
  columns.factors.set([0.3, -1 / 7, 1e-20, 5]);
  columns.takeOut(2, 3, 8);
  return [sums, [...columns.cells.subarray(0, height * count)]];
}

it("machine code and JavaScript have the same digits", () => {
  expect(worked(columnsOf(height, count))).toEqual(worked(plainColumns(height, count)));
});

it("adds products, and takes out multiples, of the rows that are asked", () => {
  // By hand: 1·5 + 2·6 = 17, and so on; 1 and 2 by their factors out of the others.
  const columns = plainColumns(4, 5);
  columns.cells.set([1, 2, 9, 9, 5, 6, 9, 9, 1, 0, 9, 9, 0, 1, 9, 9, -1, -2, 9, 9]);
  columns.products(0, 1, 2);
  expect([...columns.sums]).toEqual([17, 1, 2, -5]);
  columns.factors.set([1, 2, 3, 0]);
  columns.takeOut(0, 1, 2);
  expect([...columns.cells]).toEqual([1, 2, 9, 9, 4, 4, 9, 9, -1, -4, 9, 9, -3, -5, 9, 9, -1, -2, 9, 9]);
});
