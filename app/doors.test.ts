import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type Door, doorOf } from "@/lib/server/http/doors";
import type { ListedDoor } from "@/test/doors";

// Every way into the application is declared through lib/server/http, and listed in test/doors.jsonl with what it requires: other
// tests try each of that list, and a door that opens wider than before shows there. `npx vitest run --project unit -u app/doors` writes it.

const root = fileURLToPath(new URL("../", import.meta.url));
const files = readdirSync(`${root}app`, { recursive: true, encoding: "utf8" })
  .map((file) => `app/${file.replaceAll("\\", "/")}`)
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  .sort();
const read = (file: string) => readFileSync(root + file, "utf8");

/** Files that Next.js lets in from outside: by their first words, and by their names. */
const kindOf = (file: string): "action" | "route" | "page" | null => {
  if (/["']use server["']/.test(read(file))) return "action";
  if (/\/route\.(tsx?|jsx?)$/.test(file)) return "route";
  return /\/page\.(tsx?|jsx?)$/.test(file) ? "page" : null;
};
const opening = files.flatMap((file) => {
  const kind = kindOf(file);
  return kind === null ? [] : [{ file, kind }];
});

const methods = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/;

/** What of a file's exports is called by a request, and what Next.js only reads. */
function calledExports(kind: "action" | "route" | "page", module: Record<string, unknown>) {
  return Object.entries(module)
    .filter(
      ([name, value]) =>
        kind === "action" ||
        typeof value === "function" ||
        (kind === "route" ? methods.test(name) : name === "default"),
    )
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

/** The address that a file answers under. */
const addressOf = (file: string) => file.replace(/^app/, "").replace(/\/(page|route)\.tsx?$/, "") || "/";

const listed: ListedDoor[] = [];
const astray: string[] = [];
for (const { file, kind } of opening) {
  const called = calledExports(kind, (await import(/* @vite-ignore */ root + file)) as Record<string, unknown>);
  if (called.length === 0) astray.push(`${file} lets nothing in`);
  for (const [name, value] of called) {
    const door = doorOf(value);
    if (door?.kind !== kind) astray.push(`${file} ${name} is declared without its wrapper`);
    else if (door.name !== (kind === "action" ? name : addressOf(file))) {
      astray.push(`${file} ${name} goes by another name: ${door.name}`);
    } else {
      const known = kind === "route" ? listed.find((each) => each.file === file && isSame(each, door)) : undefined;
      if (known) known.methods?.push(name);
      else listed.push({ ...door, kind, file, ...(kind === "route" && { methods: [name] }) });
    }
  }
}

function isSame(one: ListedDoor, other: Door): boolean {
  return one.requires === other.requires && one.confirms === other.confirms && one.token === other.token;
}

describe("every door", () => {
  it("is found: no file that lets requests in escapes", () => {
    const names = opening.map(({ file }) => file);
    expect(names).toContain("app/models/[id]/actions.ts");
    expect(names).toContain("app/models/[id]/export/years.csv/route.ts");
    expect(names).toContain("app/page.tsx");
    // A directive within a function, or in a file outside app, would make an action that no import gives to this test.
    for (const { file } of opening.filter(({ kind }) => kind === "action")) {
      expect(read(file).match(/["']use server["']/g), file).toHaveLength(1);
      expect(read(file), file).toMatch(/^["']use server["'];/);
    }
    const elsewhere = readdirSync(`${root}lib`, { recursive: true, encoding: "utf8" })
      .map((file) => `lib/${file.replaceAll("\\", "/")}`)
      .filter((file) => /\.tsx?$/.test(file) && /^\s*["']use server["']/m.test(read(file)));
    expect(elsewhere).toEqual([]);
    expect(readdirSync(root).filter((file) => /^(pages|src|middleware\.\w+)$/.test(file))).toEqual([]);
  });

  it("is declared by its wrapper, under its own name", () => {
    expect(astray).toEqual([]);
  });

  it("has an action's name once, as the log names it", () => {
    const names = listed.filter(({ kind }) => kind === "action").map(({ name }) => name);
    expect(names.filter((name, place) => names.indexOf(name) < place)).toEqual([]);
  });

  it("is listed, with what it requires", async () => {
    await expect(listed.map((door) => `${JSON.stringify(door)}\n`).join("")).toMatchFileSnapshot("../test/doors.jsonl");
  });
});

describe("what is declared past the wrappers", () => {
  it("is in no register", () => {
    expect(doorOf(async () => new Response())).toBeUndefined();
    expect(doorOf(undefined)).toBeUndefined();
    expect(calledExports("action", { save: "no function" })).toHaveLength(1);
    expect(calledExports("route", { GET: undefined, runtime: "nodejs" })).toEqual([["GET", undefined]]);
    expect(calledExports("page", { default: undefined, metadata: {} })).toEqual([["default", undefined]]);
  });
});
