import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const alias = {
  "@/": root,
  // The package throws outside a React server; tests of server code are one.
  "server-only": `${root}node_modules/server-only/empty.js`,
};

export default defineConfig({
  test: {
    // The default leaves a processor idle.
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          // Properties are tried hundreds of times: on a busy machine that takes longer than the 5 s that are usual.
          testTimeout: 30_000,
          include: ["lib/**/*.test.ts", "app/**/*.test.ts", "scripts/**/*.test.ts", "server/**/*.test.ts"],
          exclude: ["**/*.database.test.ts", "**/*.start.test.ts", "**/node_modules/**"],
        },
      },
      {
        resolve: { alias },
        test: {
          name: "start",
          include: ["scripts/**/*.start.test.ts", "server/**/*.start.test.ts"],
          maxWorkers: 2,
          testTimeout: 300_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "database",
          // People sign up in them, and hashing a password takes its time on a busy machine.
          testTimeout: 30_000,
          include: ["lib/**/*.database.test.ts", "test/**/*.database.test.ts", "prisma/**/*.database.test.ts"],
          // Each worker has a PostgreSQL of its own.
          maxWorkers: 2,
          globalSetup: ["test/database-server.ts"],
          setupFiles: ["test/database-environment.ts"],
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
