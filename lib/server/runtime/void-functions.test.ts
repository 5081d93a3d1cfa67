import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const root = path.join(import.meta.dirname, "..", "..", "..");

function filesBelow(folder: string, wanted: RegExp): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => wanted.test(name))
    .map((name) => readFileSync(path.join(root, folder, name), "utf8"));
}

it("a function of the database that returns nothing is read as text: Prisma cannot read nothing, and would log an error", () => {
  const migrations = filesBelow("prisma/migrations", /\.sql$/).join("\n");
  const names = [...migrations.matchAll(/CREATE (?:OR REPLACE )?FUNCTION (\w+)\([^;$]*?\)\s*RETURNS void/g)].map(
    ([, name]) => name,
  );
  expect(names).toContain("record_failed_sign_in");
  expect(names).toContain("sweep_presences");
  const code = filesBelow("lib/server", /(?<!test)\.ts$/).join("\n");
  const called = [...code.matchAll(/\$queryRaw(?:<[^`]*>)?`\s*select (\w+)\(([^`]*)`/g)];
  expect(called.length).toBeGreaterThan(10);
  const unread = called.filter(([, name, rest]) => names.includes(name) && !rest?.trim().endsWith(")::text"));
  expect(unread.map(([, name]) => name)).toEqual([]);
});
