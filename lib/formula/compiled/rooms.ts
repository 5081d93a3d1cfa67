import type { Program } from "../compile";

/** Two samples side by side in each cell pair. */
export const samples = 2;
const bytesPerDouble = 8;
export const bytesPerPair = samples * bytesPerDouble;

/** Where a cell begins, in bytes. */
export const byteOf = (cell: number) => cell * bytesPerDouble;

/** Rooms of places in memory, in cells; made as they are asked for. */
export class Rooms {
  private readonly offsets = new Map<number, number>();
  private next = 0;

  constructor(
    private readonly program: Program,
    private readonly months: number,
  ) {}

  /** @param months how many, of two samples each */
  take(months: number): number {
    return this.takeCells(months * samples);
  }

  takeCells(cells: number): number {
    const offset = this.next;
    this.next += cells;
    return offset;
  }

  isMonthly(place: number): boolean {
    return this.program.places[place]?.shape === "monthly";
  }

  of(place: number): number {
    let offset = this.offsets.get(place);
    if (offset === undefined) {
      offset = this.take(this.isMonthly(place) ? this.months + 1 : 1);
      this.offsets.set(place, offset);
    }
    return offset;
  }

  /** All places that have a room. */
  get taken(): ReadonlyMap<number, number> {
    return this.offsets;
  }

  get cells(): number {
    return this.next;
  }
}
