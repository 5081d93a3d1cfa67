import type { AsyncLocalStorage } from "node:async_hooks";
import type { DestinationStream } from "pino";
import type { Counter, Registry } from "prom-client";
import type { CountedUse, PageRead, PageReads } from "./page-reads";

/** Who reads what a request is answered with. */
export interface Reader {
  /** How this reader writes numbers, as lib/value/number-marks.ts has it. */
  marks: string;
}

/** What the web process leaves for the pages, and they for it. All of it is missing in a build, a test and a script. */
export interface SharedState {
  /** The reader of the request that is being answered. */
  readers?: AsyncLocalStorage<Reader>;
  /** Where the lines of the log go: a process has one way out. */
  logStream?: DestinationStream;
  /** Errors that have their line in the log. */
  loggedErrors?: WeakSet<object>;
  metrics?: { registry: Registry; faults: Counter<"where"> };
  /** Whether the server was told to stop and only finishes what was asked. */
  isStopping?: boolean;
  /** Ids of the requests that Next.js could read as calls of an action. */
  readCalls?: Set<string>;
  /** Ids of the requests that hold what no page of ours sends. */
  malformedCalls?: Set<string>;
  /** Ids of the requests that could not be served because the database is away. */
  databaseAway?: Set<string>;
  /** The page that is being drawn for the request. */
  drawnPages?: AsyncLocalStorage<PageReads>;
  /** Reads once more what a page was drawn from. @returns whether all of it is as it was */
  isAsRead?: (reads: readonly PageRead[]) => Promise<boolean>;
  /** Counts uses once more. @returns whether all are within their limits */
  countAgain?: (uses: readonly CountedUse[]) => Promise<boolean>;
  /** Looks at the decisions that are due. @returns how many there were */
  lookAtDecisions?: () => Promise<number>;
}

/*
 * Next.js bundles the pages apart from the web process (server/), so that a module is there twice, each with a state of its own. The
 * global object is there once.
 */
const here = globalThis as typeof globalThis & { peerbalance?: SharedState };
here.peerbalance ??= {};

export const sharedState: SharedState = here.peerbalance;
