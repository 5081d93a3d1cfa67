import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "@/lib/server/runtime/env";
import { logger } from "@/lib/server/runtime/logger";
import { statementNames } from "@/lib/server/runtime/statement-names";
import { PrismaClient } from "@/prisma/generated/client";

/** Kept over the reloads of a development server, which would else leave a pool of connections behind each time. */
const kept = globalThis as typeof globalThis & { peerbalancePrisma?: PrismaClient; peerbalancePool?: pg.Pool };

/**
 * The database as the application's role. Only scope.ts, read-scope.ts and the files named sql.ts may import this (npm run architecture
 * holds it): outside a scope, row-level security shows nothing.
 */
export function unsafePrisma(): PrismaClient {
  kept.peerbalancePrisma ??= new PrismaClient({
    adapter: new PrismaPg(unsafePool(), keepsSessions() ? { statementNameGenerator: nameOf } : {}),
    // The role may not read the column; a query that asked for it would be refused.
    omit: { user: { passwordHash: true } },
  });
  return kept.peerbalancePrisma;
}

/** The connections themselves, which Prisma uses too, for the few statements that stand before almost every answer. */
export function unsafePool(): pg.Pool {
  if (kept.peerbalancePool) return kept.peerbalancePool;
  const pool = new pg.Pool({
    connectionString: env().DATABASE_APP_URL,
    max: 20,
    keepAlive: true,
    // What is asked without waiting for the answer before it is sent at once (read-scope.ts).
    pipeline: true,
    // A server that swallows packets would else hold every request for minutes.
    connectionTimeoutMillis: 10_000,
    // The same of a server that swallows what is asked on an open connection: as long as a transaction may last (scope.ts).
    query_timeout: 15_000,
    // What a connection has planned is gone with it; after the usual ten seconds each pause would be paid for.
    idleTimeoutMillis: 5 * 60_000,
  });
  // Without a listener, a database that restarts would end the process by its idle connections. The pool opens new ones.
  pool.on("error", (error) => logger.warn({ err: error }, "a connection to the database was lost"));
  kept.peerbalancePool = pool;
  return pool;
}

const nameOf = statementNames();

/** Days are days: without this they would be midnights of the server's time zone, where Prisma makes midnights of UTC. */
const types = {
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    oid === pg.types.builtins.DATE && format !== "binary"
      ? (text: string) => new Date(`${text}T00:00:00Z`)
      : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

/** Runs one statement on a connection, past Prisma: for what reads only, and takes its values as they are. */
export async function unsafeRead<Row>(
  on: pg.Pool | pg.PoolClient,
  { text, values }: { text: string; values: unknown[] },
): Promise<Row[]> {
  const name = keepsSessions() ? nameOf({ sql: text }) : "";
  const { rows } = await on.query<Row & pg.QueryResultRow>({ ...(name !== "" && { name }), text, values, types });
  return rows;
}

/**
 * Whether a connection stays with one session of PostgreSQL's, which remembers statements by their names. Behind a pooler in transaction mode
 * it does not; a start then names another address to listen at.
 */
function keepsSessions(): boolean {
  const { DATABASE_LISTEN_URL, DATABASE_APP_URL } = env();
  return DATABASE_LISTEN_URL === undefined || DATABASE_LISTEN_URL === DATABASE_APP_URL;
}
