import type { Server } from "node:http";
import { sharedState } from "@/lib/web-process/shared-state";

/** Milliseconds from the signal until connections are closed, and until requests that are still open are. */
const patience = { connections: 300, requests: 8_000 };

/** Ends this process in order at a signal, and where the process that started it is gone. */
export function stopOnSignals(server: Server): void {
  const stop = () => {
    if (sharedState.isStopping) return;
    // /api/ready says no from now on, so that a proxy sends its requests elsewhere.
    sharedState.isStopping = true;
    // What is on its way already arrives in this moment; closing at once would cut connections that have not said what they want.
    setTimeout(() => {
      server.close(() => process.exit(0));
      // A connection whose last request was answered after that would stay open for the next one.
      setInterval(() => server.closeIdleConnections(), 50).unref();
    }, patience.connections);
    // Open streams have no end of their own.
    setTimeout(() => {
      server.closeAllConnections();
      process.exit(0);
    }, patience.requests).unref();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
  // The channel closes with the process that started this one, however it ended.
  process.on("disconnect", stop);
}
