/** How long a connection to the database is waited for, ms: a server that swallows packets would else hold every request for minutes. */
export const longestConnecting = 10_000;

/** How long a transaction may last, and a statement be waited for, ms: a database that hangs would else hold every request. */
export const longestRunning = 15_000;
