import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/lib/server/env";
import { PrismaClient } from "@/prisma/generated/client";

/** Kept over the reloads of a development server, which would else leave a pool of connections behind each time. */
const kept = globalThis as typeof globalThis & { peerbalancePrisma?: PrismaClient };

/**
 * The database as the application's role. Only scope.ts, before-scope.ts and before-sign-in.ts may import this (a lint rule holds it):
 * outside a scope, row-level security shows nothing.
 */
export function unsafePrisma(): PrismaClient {
  kept.peerbalancePrisma ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: env().DATABASE_APP_URL,
      max: 20,
      keepAlive: true,
      // A server that swallows packets would else hold every request for minutes.
      connectionTimeoutMillis: 10_000,
    }),
    // The role may not read the column; a query that asked for it would be refused.
    omit: { user: { passwordHash: true } },
  });
  return kept.peerbalancePrisma;
}
