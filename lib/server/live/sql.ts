import "server-only";
import type pg from "pg";
import type { ScopedTransaction } from "@/lib/server/runtime/scope";

/** Says of many windows at once that they are still open. */
export async function touchPresences(tx: ScopedTransaction, ids: readonly string[]): Promise<void> {
  await tx.$queryRaw`select touch_presences(${ids}::uuid[])::text`;
}

/** Clears away those who went without a word, as where a server was killed. */
export async function sweepPresences(tx: ScopedTransaction): Promise<void> {
  await tx.$queryRaw`select sweep_presences()::text`;
}

/** Of windows that were closed. */
export async function removePresences(tx: ScopedTransaction, ids: readonly string[]): Promise<void> {
  await tx.$queryRaw`select remove_presences(${ids}::uuid[])::text`;
}

/** Every change of a model is told to the connection from now on, by its id (prisma/migrations/*_revisions_and_presence). */
export async function listenToModels(client: pg.Client): Promise<void> {
  await client.query("listen model_changes");
}

/** @throws where the connection is lost, or takes longer to answer than it is given */
export async function answers(client: pg.Client): Promise<void> {
  await client.query("select 1");
}
