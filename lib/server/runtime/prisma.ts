import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { longestConnecting, longestRunning } from "@/lib/server/runtime/database-waits";
import { env } from "@/lib/server/runtime/env";
import { logger } from "@/lib/server/runtime/logger";
import { drawAnew, noteRead } from "@/lib/server/runtime/page-reads";
import { type Row, runTogether, type Statement } from "@/lib/server/runtime/statement-batch";
import { statementNames } from "@/lib/server/runtime/statement-names";
import { PrismaClient } from "@/prisma/generated/client";

/** Kept over the reloads of a development server, which would else leave a pool of connections behind each time. */
const kept = globalThis as typeof globalThis & { peerbalancePrisma?: PrismaClient; peerbalancePool?: pg.Pool };

/**
 * The database as the application's role. Only scope.ts, read-scope.ts and the files named sql.ts may import this (npm run architecture
 * holds it): outside a scope, row-level security shows nothing.
 */
export function unsafePrisma(): PrismaClient {
  // What Prisma does is not read again by its statements, and may write.
  drawAnew();
  kept.peerbalancePrisma ??= new PrismaClient({
    adapter: new PrismaPg(pool(), keepsSessions() ? { statementNameGenerator: nameOf } : {}),
    // The role may not read the column; a query that asked for it would be refused.
    omit: { user: { passwordHash: true } },
  });
  return kept.peerbalancePrisma;
}

/** The connections themselves, those of Prisma's too. */
function pool(): pg.Pool {
  if (kept.peerbalancePool) return kept.peerbalancePool;
  const made = new pg.Pool({
    connectionString: env().DATABASE_APP_URL,
    max: 20,
    keepAlive: true,
    // What is asked without waiting for the answer before it is sent at once.
    pipeline: true,
    connectionTimeoutMillis: longestConnecting,
    query_timeout: longestRunning,
    // What a connection has planned is gone with it; after the usual ten seconds each pause would be paid for.
    idleTimeoutMillis: 5 * 60_000,
  });
  // Without a listener, a database that restarts would end the process by its idle connections. The pool opens new ones.
  made.on("error", (error) => logger.warn({ err: error }, "a connection to the database was lost"));
  kept.peerbalancePool = made;
  return made;
}

const nameOf = statementNames();

/** A statement as Prisma.sql makes it. */
interface Written {
  text: string;
  values: unknown[];
}

/** Runs one statement past Prisma, on a connection of its own, and takes its values as they are. */
export async function unsafeRead<Row>(statement: Written): Promise<Row[]> {
  const [rows] = await unsafeReadTogether<[Row[]]>([statement]);
  return rows;
}

/**
 * Runs statements so in one transaction, which ends with them.
 *
 * @template Answers the rows of each
 */
export async function unsafeReadTogether<Answers>(statements: readonly Written[]): Promise<Answers> {
  return (await unsafeConnected((client) => unsafeRunNoted(client, statements.map(asStatement)))) as Answers;
}

/** Runs statements in one transaction, and notes them for the page that is drawn from them: on a page they only read. */
export async function unsafeRunNoted(client: pg.ClientBase, statements: readonly Statement[]): Promise<Row[][]> {
  try {
    const answers = await runTogether(client, statements);
    noteRead(statements, answers);
    return answers;
  } catch (error) {
    // The page, or a part of it, says that something failed.
    drawAnew();
    throw error;
  }
}

export function asStatement({ text, values }: Written): Statement {
  return { text, values, name: keepsSessions() ? nameOf({ sql: text }) : "" };
}

/** Lends a connection. */
export async function unsafeConnected<Result>(work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> {
  const client = await pool().connect();
  // The pool listens while a connection is idle only. What breaks meanwhile is told by what is asked next; without a listener it would end
  // the process. The pool takes no broken connection back.
  client.on("error", ignore);
  try {
    return await work(client);
  } finally {
    client.off("error", ignore);
    client.release();
  }
}

const ignore = () => {};

/**
 * Whether a connection stays with one session of PostgreSQL's, which remembers statements by their names. Behind a pooler in transaction mode
 * it does not; a start then names another address to listen at.
 */
function keepsSessions(): boolean {
  const { DATABASE_LISTEN_URL, DATABASE_APP_URL } = env();
  return DATABASE_LISTEN_URL === undefined || DATABASE_LISTEN_URL === DATABASE_APP_URL;
}
