import { type DestinationStream, pino } from "pino";
import { sharedState } from "@/lib/web-process/shared-state";

/**
 * Where the lines of the log go: standard output. Where it cannot be written (the disk is full, its reader went), lines are lost and the
 * server goes on. The pages, which are bundled and would open one of their own, find it in the shared state.
 */
export function openLogStream(): DestinationStream {
  const stream = pino.destination({ dest: 1, sync: true });
  // pino takes its own listener off after the first error, and the next would end the process.
  stream.on("error", () => {});
  sharedState.logStream = stream;
  return stream;
}
