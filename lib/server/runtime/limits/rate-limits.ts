import "server-only";
import pg from "pg";
import { RateLimiterPostgres } from "rate-limiter-flexible";
import { type Refusal, refused } from "@/lib/outcome";
import { longestConnecting, longestRunning } from "@/lib/server/runtime/database-waits";
import { env } from "@/lib/server/runtime/env";
import { logger } from "@/lib/server/runtime/logger";
import { drawAnew } from "@/lib/server/runtime/page-reads";

/** Kept over the reloads of a development server, as the pool of prisma.ts is. */
const kept = globalThis as typeof globalThis & { peerbalanceLimits?: pg.Pool };

interface Limit {
  keyPrefix: string;
  points: number;
  /** Seconds. */
  duration: number;
}

/**
 * A counter that every server of an installation shares. Its table holds no tenant's data, only hashed or random keys, and its
 * statements run outside scopes: a try must stay counted where the transaction it led to is rolled back.
 */
export function rateLimiter(limit: Limit): () => RateLimiterPostgres {
  let made: RateLimiterPostgres | undefined;
  return () => {
    kept.peerbalanceLimits ??= newPool();
    made ??= new RateLimiterPostgres({
      ...limit,
      storeClient: withoutNames(kept.peerbalanceLimits),
      storeType: "pool",
      tableName: "rate_limits",
      // A migration makes it: the application's role may not.
      tableCreated: true,
    });
    return made;
  };
}

/**
 * The limiter names its statements, which PostgreSQL then keeps in the session. Behind a pooler in transaction mode the next statement
 * meets another session, where the name means nothing or something else.
 */
function withoutNames(pool: pg.Pool) {
  return { query: ({ text, values = [] }: pg.QueryConfig) => pool.query({ text, values }) };
}

function newPool(): pg.Pool {
  const pool = new pg.Pool({
    connectionString: env().DATABASE_APP_URL,
    max: 4,
    keepAlive: true,
    connectionTimeoutMillis: longestConnecting,
    query_timeout: longestRunning,
  });
  // Without a listener, a database that restarts would end the process by its idle connections. The pool opens new ones.
  pool.on("error", (error) => logger.warn({ err: error }, "a connection of the limits was lost"));
  return pool;
}

const general = rateLimiter({ keyPrefix: "use", points: 1, duration: 60 });

/** Counts one use of `what` by `key` and says whether it is within `points` in `seconds`. */
export async function isWithinLimit(
  what: string,
  key: string,
  { points, seconds }: { points: number; seconds: number },
): Promise<boolean> {
  return (await refuseAbove(what, key, { points, seconds }, "")) === null;
}

/** Counts one use of `what` by `key`. @returns null within `points` in `seconds`, else the refusal, which says when there is room again */
export async function refuseAbove(
  what: string,
  key: string,
  { points, seconds }: { points: number; seconds: number },
  message: string,
): Promise<Refusal | null> {
  const { uses, endsIn } = await countUses(`${what}:${key}`, 1, seconds);
  return uses <= points ? null : refused("form", message, { seconds: Math.ceil(endsIn / 1000) });
}

/** Counts so many uses under a name. @returns how many there were in its window, by every server, and for how many more milliseconds that lasts */
export async function countUses(
  name: string,
  count: number,
  seconds: number,
): Promise<{ uses: number; endsIn: number }> {
  drawAnew();
  const { consumedPoints, msBeforeNext } = await general().penalty(name, count, { customDuration: seconds });
  return { uses: consumedPoints, endsIn: msBeforeNext };
}

/** Gives the limiter's connections back; for tests and scripts that end. */
export async function closeRateLimits(): Promise<void> {
  await kept.peerbalanceLimits?.end();
  delete kept.peerbalanceLimits;
}
