import { defineConfig } from "prisma/config";

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  // Only `prisma migrate deploy`, run by hand, asks for it; `npm start` applies migrations itself.
  datasource: { url: process.env.DATABASE_URL ?? "" },
});
