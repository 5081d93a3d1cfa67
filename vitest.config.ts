import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const alias = {
  "@/": root,
  // The package throws outside a React server; tests of server code are one.
  "server-only": `${root}node_modules/server-only/empty.js`,
};

const unitTests = ["lib/**/*.test.ts", "app/**/*.test.ts", "scripts/**/*.test.ts", "server/**/*.test.ts"];
const others = ["**/*.database.test.ts", "**/*.start.test.ts", "**/node_modules/**"];
/** What puts something else in the place of a module, of the time or of the environment: others in the same process would see it. */
const apart = [
  "lib/server/auth/second-factor/codes.test.ts",
  "lib/server/mail/send-mail.test.ts",
  "lib/value/calendar.test.ts",
  "app/_components/editor/version-notice.test.ts",
  "app/_components/document/open-document.test.ts",
  "app/_components/document/saving/save-queue.test.ts",
  "app/_components/live/browser-stream.test.ts",
  "app/_components/worker/answer-newest.test.ts",
  "app/_components/worker/first-answers.test.ts",
  "app/_components/worker/while-drawing.test.ts",
  "app/s/\\[token\\]/version-differences.test.ts",
  "server/answers/page-memory.test.ts",
  "server/log/console-to-log.test.ts",
];

const databaseTests = ["lib", "test", "prisma"].flatMap((folder) => filesBelow(folder, ".database.test.ts"));
/** The same of tests on a database; and what reads its environment anew, or closes what others have open. */
const changesItsProcess =
  /\bvi\.(mock|hoisted|spyOn|stub\w+|useFakeTimers)\(|\bmailServerOfThisFile\(|\bcloseRateLimits\b/;
const [onDatabaseApart = [], onDatabase = []] = [true, false].map((isApart) =>
  databaseTests.filter((file) => changesItsProcess.test(readFileSync(root + file, "utf8")) === isApart),
);
const onDatabaseSettings = {
  // People sign up in them, and hashing a password takes its time on a busy machine.
  testTimeout: 180_000,
  hookTimeout: 180_000,
  // Each worker has a PostgreSQL of its own.
  maxWorkers: 2,
  globalSetup: ["test/database/database-server.ts"],
  setupFiles: ["test/database/database-environment.ts"],
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
          // Properties are tried hundreds of times: where ten other things run, that takes many times what it does alone.
          testTimeout: 180_000,
          // The model is loaded once a worker, and not once a file.
          isolate: false,
          include: unitTests,
          exclude: [...others, ...apart],
        },
      },
      {
        resolve: { alias },
        test: {
          name: "unit-apart",
          testTimeout: 180_000,
          include: apart,
          exclude: others,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "start",
          include: ["scripts/**/*.start.test.ts", "server/**/*.start.test.ts"],
          // They run beside the browser's tests, which take longer and have deadlines of two seconds.
          maxWorkers: 1,
          globalSetup: ["test/build-once.ts"],
          testTimeout: 300_000,
          hookTimeout: 180_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "database",
          ...onDatabaseSettings,
          // As of the model: the server's code is loaded once a worker.
          isolate: false,
          include: onDatabase,
        },
      },
      {
        resolve: { alias },
        test: { name: "database-apart", ...onDatabaseSettings, include: onDatabaseApart },
      },
    ],
  },
});

function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(root + folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(ending))
    .map((file) => `${folder}/${file}`);
}
