import "server-only";
import { unsafePrisma } from "@/lib/server/runtime/prisma";

/** Names of the migrations that the database has, whole ones. */
export async function unsafeAppliedMigrations(): Promise<string[]> {
  const rows = await unsafePrisma().$queryRaw<{ name: string }[]>`select name from applied_migrations() as name`;
  return rows.map(({ name }) => name);
}
