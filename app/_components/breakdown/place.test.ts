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

type At = [row: number, column: number];
type Move = [key: string, at: At, to: At];

/** @param hasControl whether Control is held */
function expectMoves(hasControl: boolean, moves: Move[]) {
  for (const [key, [row, column], [toRow, toColumn]] of moves)
    expect(placeAfter(key, hasControl, { row, column }, size), `${key} at ${row}, ${column}`).toEqual({
      row: toRow,
      column: toColumn,
    });
}

it("moves one cell by an arrow, and stays at the edge", () => {
  expectMoves(false, [
    ["ArrowRight", [0, 0], [0, 1]],
    ["ArrowDown", [0, 3], [1, 3]],
    ["ArrowLeft", [4, 0], [4, 0]],
    ["ArrowUp", [0, 6], [0, 6]],
    ["ArrowDown", [5, 6], [5, 6]],
  ]);
});

it("goes to the ends of the row and of the table", () => {
  expectMoves(false, [["End", [5, 2], [5, 6]]]);
  expectMoves(true, [
    ["Home", [5, 2], [0, 0]],
    ["End", [0, 2], [5, 6]],
  ]);
});

it("goes to the same category of the next architecture; where it has none, to its total; where there is no other, nowhere", () => {
  expectMoves(false, [
    ["PageDown", [1, 2], [3, 2]],
    ["PageUp", [4, 2], [2, 2]],
    ["PageDown", [0, 2], [4, 2]],
    ["PageUp", [5, 2], [2, 2]],
    ["PageDown", [5, 2], [5, 2]],
  ]);
});

it("leaves every other key to the browser", () => {
  for (const key of ["Tab", "a", "Enter", "Escape"])
    expect(placeAfter(key, false, { row: 0, column: 0 }, size)).toBeNull();
});
