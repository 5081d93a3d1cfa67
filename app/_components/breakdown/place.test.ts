import { expect, it } from "vitest";
import { placeAfter } from "./place";

// Two architectures of three rows; the second has no hardware, and differs from the first.
const row = (architecture: "cloud" | "hybrid", key: "hardware" | "staff" | "total" | "difference") => ({
  architecture,
  key,
});
const size = {
  rows: [
    row("cloud", "hardware"),
    row("cloud", "staff"),
    row("cloud", "total"),
    row("hybrid", "staff"),
    row("hybrid", "total"),
    row("hybrid", "difference"),
  ],
  columns: 7,
};

it("moves one cell by an arrow, and stays at the edge", () => {
  expect(placeAfter("ArrowRight", false, { row: 0, column: 0 }, size)).toEqual({ row: 0, column: 1 });
  expect(placeAfter("ArrowDown", false, { row: 0, column: 3 }, size)).toEqual({ row: 1, column: 3 });
  expect(placeAfter("ArrowLeft", false, { row: 4, column: 0 }, size)).toEqual({ row: 4, column: 0 });
  expect(placeAfter("ArrowUp", false, { row: 0, column: 6 }, size)).toEqual({ row: 0, column: 6 });
  expect(placeAfter("ArrowDown", false, { row: 5, column: 6 }, size)).toEqual({ row: 5, column: 6 });
});

it("goes to the ends of the row, of the table, and to the same category of the next architecture", () => {
  expect(placeAfter("End", false, { row: 5, column: 2 }, size)).toEqual({ row: 5, column: 6 });
  expect(placeAfter("Home", true, { row: 5, column: 2 }, size)).toEqual({ row: 0, column: 0 });
  expect(placeAfter("End", true, { row: 0, column: 2 }, size)).toEqual({ row: 5, column: 6 });
  expect(placeAfter("PageDown", false, { row: 1, column: 2 }, size)).toEqual({ row: 3, column: 2 });
  expect(placeAfter("PageUp", false, { row: 4, column: 2 }, size)).toEqual({ row: 2, column: 2 });
  // Where the other has no such row, to its total; where there is no other, nowhere.
  expect(placeAfter("PageDown", false, { row: 0, column: 2 }, size)).toEqual({ row: 4, column: 2 });
  expect(placeAfter("PageUp", false, { row: 5, column: 2 }, size)).toEqual({ row: 2, column: 2 });
  expect(placeAfter("PageDown", false, { row: 5, column: 2 }, size)).toEqual({ row: 5, column: 2 });
});

it("leaves every other key to the browser", () => {
  for (const key of ["Tab", "a", "Enter", "Escape"])
    expect(placeAfter(key, false, { row: 0, column: 0 }, size)).toBeNull();
});
