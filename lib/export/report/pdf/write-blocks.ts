import type { Block } from "../blocks";
import { writeChart } from "./drawing";
import type { Sheet } from "./sheet";
import { heldTogether, writeTable } from "./table";
import { headingHeight, writeWords } from "./words";

/** Writes blocks one below the other. */
export function writeBlocks(sheet: Sheet, blocks: readonly Block[]): void {
  for (const [place, block] of blocks.entries()) {
    const next = blocks[place + 1];
    // A heading stands on the page of its table.
    if (block.kind === "heading" && next?.kind === "table") sheet.keep(headingHeight + heldTogether(sheet, next));
    if (block.kind === "table") writeTable(sheet, block);
    else if (block.kind === "chart") writeChart(sheet, block);
    else writeWords(sheet, block);
  }
}
