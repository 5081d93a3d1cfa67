import { expect, it } from "vitest";
import { placeAfter } from "./cell";

const size = { rows: 52, columns: 7 };

it("moves one cell by an arrow, and stays at the edge", () => {
  expect(placeAfter("ArrowRight", false, { row: 0, column: 0 }, size)).toEqual({ row: 0, column: 1 });
  expect(placeAfter("ArrowDown", false, { row: 0, column: 3 }, size)).toEqual({ row: 1, column: 3 });
  expect(placeAfter("ArrowLeft", false, { row: 4, column: 0 }, size)).toEqual({ row: 4, column: 0 });
  expect(placeAfter("ArrowUp", false, { row: 0, column: 6 }, size)).toEqual({ row: 0, column: 6 });
  expect(placeAfter("ArrowDown", false, { row: 51, column: 6 }, size)).toEqual({ row: 51, column: 6 });
});

it("goes to the ends of the row, of the table, and to the same category of the next architecture", () => {
  expect(placeAfter("End", false, { row: 5, column: 2 }, size)).toEqual({ row: 5, column: 6 });
  expect(placeAfter("Home", true, { row: 5, column: 2 }, size)).toEqual({ row: 0, column: 0 });
  expect(placeAfter("PageDown", false, { row: 5, column: 2 }, size)).toEqual({ row: 18, column: 2 });
  expect(placeAfter("PageUp", false, { row: 5, column: 2 }, size)).toEqual({ row: 0, column: 2 });
});

it("leaves every other key to the browser", () => {
  for (const key of ["Tab", "a", "Enter", "Escape"])
    expect(placeAfter(key, false, { row: 0, column: 0 }, size)).toBeNull();
});
