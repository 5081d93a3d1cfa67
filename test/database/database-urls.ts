import { inject } from "vitest";

/** The addresses of a database, as each of the roles that have to do with it. */
export interface DatabaseUrls {
  ownerUrl: string;
  applicationUrl: string;
  superuserUrl: string;
}

declare module "vitest" {
  interface ProvidedContext {
    databases: DatabaseUrls[];
  }
}

/** Those of this worker: no two that run at the same time share a database. */
export function databaseUrls(): DatabaseUrls {
  const databases = inject("databases");
  const urls = databases[Number(process.env.VITEST_POOL_ID) - 1];
  if (!urls)
    throw new Error(`There are ${databases.length} databases, and none for worker ${process.env.VITEST_POOL_ID}.`);
  return urls;
}
