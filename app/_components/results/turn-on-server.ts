import { use } from "react";
import { type OwnRows, rowTables } from "@/lib/model/rows/own-rows";

/** A model of no more rows in each table is worked out within some 50 ms: there is nothing that a turn would mend. */
const few = 5;

let last: Promise<void> = Promise.resolve();

/** On a server, one after the other: what React draws for two that have a turn at once would again be one piece. */
export function nextTurn(): Promise<void> {
  last = last.then(() => new Promise<void>((resolve) => setImmediate(resolve)));
  return last;
}

/**
 * On a server, gives all that waits its turn before what a component works out next: React draws a page in one piece, and would hold the
 * server for all that its parts work out of many rows together. What stands before it in the component is done again after it. Nothing may
 * catch it: below a Suspense boundary the fallback would be sent. In a browser it does nothing.
 */
export function takeTurnOnServer(rows: OwnRows): void {
  if (typeof window === "undefined" && rowTables.some((table) => rows[table].length > few)) use(nextTurn());
}
