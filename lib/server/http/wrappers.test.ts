import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const read = (file: string) => readFileSync(root + file, "utf8");
const sourcesIn = (folder: string) =>
  readdirSync(root + folder, { recursive: true, encoding: "utf8" })
    .map((file) => `${folder}/${file.replaceAll("\\", "/")}`)
    .filter((file) => /\.tsx?$/.test(file));
const files = sourcesIn("app");
const actionFiles = files.filter((file) => /^\s*["']use server["']/m.test(read(file)));
const routeFiles = files.filter((file) => /\/route\.tsx?$/.test(file));

/** Everything that a file lets out, with what it is set to. */
function exportsOf(source: string): { name: string; value: string }[] {
  const statements = [...source.matchAll(/^export\s+(?!type\b|interface\b)(.*)$/gm)];
  return statements.map(({ 1: rest = "", index }) => {
    const constant = /^const (\w+) = ([\w.]+)/.exec(rest);
    if (!constant) return { name: rest, value: "something other than a constant" };
    // `export const GET = answer`: what counts is what `answer` was set to.
    const named = new RegExp(`^const ${constant[2]} = (\\w+)`, "m").exec(source.slice(0, index));
    return { name: constant[1] ?? "", value: named?.[1] ?? constant[2] ?? "" };
  });
}

const importsFrom = (source: string, wrapper: string) =>
  new RegExp(`^import \\{[^}]*\\b${wrapper}\\b[^}]*\\} from "@/lib/server/http/${wrapper}";$`, "m").test(source);

describe("whatever can be called over the wire", () => {
  it("is found by this test", () => {
    expect(actionFiles).toContain("app/models/[id]/actions.ts");
    expect(routeFiles).toContain("app/models/[id]/export/years.csv/route.ts");
  });

  it.each(actionFiles)("%s lets out nothing but actions of the wrapper", (file) => {
    const source = read(file);
    expect(importsFrom(source, "action")).toBe(true);
    // An action inside a component would go past the wrapper.
    expect(source.match(/["']use server["']/g)).toHaveLength(1);
    expect(source).toMatch(/^["']use server["'];/);
    const exported = exportsOf(source);
    expect(exported.length).toBeGreaterThan(0);
    for (const { name, value } of exported) expect(`${name}: ${value}`).toBe(`${name}: action`);
  });

  it.each(routeFiles)("%s lets out nothing but routes of the wrapper", (file) => {
    const source = read(file);
    expect(importsFrom(source, "route")).toBe(true);
    const exported = exportsOf(source);
    expect(exported.length).toBeGreaterThan(0);
    for (const { name, value } of exported) expect(`${name}: ${value}`).toBe(`${name}: route`);
  });

  it("would be noticed where it went past the wrapper", () => {
    expect(exportsOf("export async function GET() {}\nexport const POST = handler;")).toEqual([
      { name: "async function GET() {}", value: "something other than a constant" },
      { name: "POST", value: "handler" },
    ]);
    expect(exportsOf("const answer = route({});\nexport const GET = answer;")).toEqual([
      { name: "GET", value: "route" },
    ]);
    expect(exportsOf("export * from './other';")).toEqual([
      { name: "* from './other';", value: "something other than a constant" },
    ]);
  });
});

describe("a proof of access", () => {
  /** Ids that carry a proof, and what is made of them. */
  const branded = String.raw`(Authenticated|Authorized|Confirmed)\w*(Id|User|Link)`;
  /** Every way to make one of them out of something else: a cast, and a result of SQL that is said to be one. */
  const ways = [
    new RegExp(String.raw`\bas\s+(unknown\s+as\s+)?${branded}\b`),
    new RegExp(String.raw`<${branded}>\s*[\w(]`),
    new RegExp(String.raw`(queryRaw|unsafeRead)<[^\`(]*\b${branded}\b`),
  ];
  /** What fits everything fits a proof too. */
  const anything = /^(?!\s*(\*|\/\/)).*[\w)\]}] as (any|never)\b/m;
  const mayUse = ["lib/server/auth/openid-connect.ts"];

  it("is made in lib/server/access and nowhere else", () => {
    const sources = [...files, ...sourcesIn("lib")].filter((file) => !/\.test\.ts$/.test(file));
    const minting = sources.filter((file) => ways.some((way) => way.test(read(file))));
    const fitting = sources.filter((file) => file.startsWith("lib/server/") && anything.test(read(file)));
    expect(fitting).toEqual(mayUse);
    expect(minting).toEqual(["link", "model", "organisation", "person"].map((name) => `lib/server/access/${name}.ts`));
  });

  it.each([
    "const id = row.id as AuthorizedModelId;",
    "const id = row.id as unknown as AuthenticatedUserId;",
    "const id = <AuthorizedModelId>row.id;",
    "await tx.$queryRaw<{ id: AuthorizedModelId }[]>`select id from cost_models`",
    "readModel(tx, { modelId: id } as never)",
  ])("would be noticed in %s", (source) => {
    expect([...ways, anything].some((way) => way.test(source))).toBe(true);
  });
});
