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
