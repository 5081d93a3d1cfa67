import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { ModelDraft } from "@/lib/draft/model";
import { checkScenario } from "@/lib/draft/scenario/scenario";
import { unchosenSettings } from "@/lib/draft/uncertainty/uncertainty-settings";
import { readInputsCsv } from "@/lib/import/inputs-csv";
import { holdsUnstorable, unstorableTexts } from "@/lib/text/text-fault";
import { someRows } from "@/test/figures/some-rows";
import { checkDraft } from "./draft";
import { z } from "./zod";

// Every text that can come in, found in the schemas themselves: one that is added later is tried too.

const root = fileURLToPath(new URL("../../", import.meta.url));
const sourcesIn = (folder: string) =>
  readdirSync(root + folder, { recursive: true, encoding: "utf8" })
    .map((file) => `${folder}/${file.replaceAll("\\", "/")}`)
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file));

const bad = ["a\0b", "\0", "a\ud800b", "\udc00"];

/** What the API answers with, and makes itself. */
const answers = new Set([
  "modelSchema",
  "madeModelSchema",
  "modelListSchema",
  "problemSchema",
  "faultsSchema",
  "evaluationSchema",
  "modelDocumentSchema",
]);

/** What holds other schemas, each of which is looked at by itself. */
const holders = new Set(["object", "array", "tuple", "record", "union", "optional", "nullable", "nonoptional"]);

interface Def {
  type: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  items?: z.ZodType[];
  keyType?: z.ZodType;
  valueType?: z.ZodType;
  options?: z.ZodType[];
  innerType?: z.ZodType;
}

/** The schemas of texts in a schema, by where they stand. */
function textsIn(schema: z.ZodType, path: string): { path: string; schema: z.ZodType }[] {
  const def = schema._zod.def as unknown as Def;
  if (!holders.has(def.type)) return [{ path: `${path} (${def.type})`, schema }];
  const inner = [
    ...Object.entries(def.shape ?? {}),
    ...(def.items ?? []).map((item, place) => [String(place), item] as const),
    ...(def.options ?? []).map((option) => ["", option] as const),
    ...(def.element ? [["[]", def.element] as const] : []),
    ...(def.keyType ? [["{key}", def.keyType] as const] : []),
    ...(def.valueType ? [["{}", def.valueType] as const] : []),
    ...(def.innerType ? [["", def.innerType] as const] : []),
  ];
  return inner.flatMap(([key, each]) => textsIn(each, key === "" ? path : `${path}.${key}`));
}

const found: { path: string; schema: z.ZodType }[] = [];
for (const file of sourcesIn("lib/schemas")) {
  const module = (await import(/* @vite-ignore */ root + file)) as Record<string, unknown>;
  for (const [name, value] of Object.entries(module)) {
    if (value instanceof z.ZodType && !answers.has(name)) found.push(...textsIn(value, `${file} ${name}`));
  }
}
/** What a schema leaves open is checked by checkDraft, below. */
const takesText = ({ schema }: { schema: z.ZodType }) =>
  (schema._zod.def as unknown as Def).type !== "unknown" &&
  ["a", "name@example.org", "2027-01", "USD", "x".repeat(43)].some((good) => schema.safeParse(good).success);

describe("every text of the schemas", () => {
  it("is found by this test", () => {
    const paths = found.filter(takesText).map(({ path }) => path);
    for (const known of [
      "lib/schemas/draft.ts headSchema.description (string)",
      "lib/schemas/person.ts personNameSchema (string)",
      "lib/schemas/person.ts emailSchema (pipe)",
      "lib/schemas/share-link.ts linkSchema.password (string)",
      "lib/schemas/notes.ts noteSchema.source (string)",
      "lib/schemas/rows/row-schema.ts registerRowSchema.label (string)",
      "lib/schemas/rows/row-schema.ts staffLineSchema.note (string)",
      "lib/schemas/comment-input.ts commentBodySchema (pipe)",
    ]) {
      expect(paths).toContain(known);
    }
    expect(paths.length).toBeGreaterThan(15);
  });

  it.each(found.filter(takesText))("$path lets nothing through that PostgreSQL refuses", ({ schema }) => {
    for (const text of bad) {
      const parsed = schema.safeParse(text);
      if (parsed.success) expect(unstorableTexts(parsed.data), JSON.stringify(text)).toEqual([]);
    }
  });

  it("stands beside nothing that needs no schema: each file here checks what comes in", () => {
    const bare = sourcesIn("lib/schemas").filter(
      (file) => !/from "(zod|(\.|\.\.)\/[\w-]+)";/.test(readFileSync(root + file, "utf8")),
    );
    expect(bare).toEqual([]);
  });

  it("is made of lib/schemas/text.ts, and of nothing else", () => {
    // What is answered or described and not taken, a search that is cleaned, and records, whose files are checked and stored nowhere.
    const others =
      /^lib\/(schemas\/(text|list-position|api\/(operation|\w+-paths|evaluation|problem|model-document|model-resource))|decision\/(document|record-file|criteria-content))\.ts$/;
    const plain = [...sourcesIn("lib"), ...sourcesIn("app")]
      .filter((file) => !others.test(file))
      .filter((file) => /\bz\s*\.(coerce\s*\.)?string\(/.test(readFileSync(root + file, "utf8")));
    expect(plain).toEqual([]);
  });
});

const draft: ModelDraft = {
  name: "Name",
  description: "Description",
  startMonth: "2027-01",
  fiscalYearStart: 1,
  currency: "EUR",
  currencyRate: 0.9,
  currencyRateDate: "2027-01-15",
  inputs: { users: 1_000 },
  ...someRows,
  notes: { users: { note: "Note", source: "Source" } },
  ...unchosenSettings,
};

/** The value once for each of its texts, with that text made bad. */
function spoilt(value: unknown, text: string): { path: string; value: unknown }[] {
  if (typeof value === "string") return [{ path: "", value: value.slice(0, 2) + text + value.slice(2) }];
  if (typeof value !== "object" || value === null) return [];
  const copyWith = (key: string, inner: unknown) =>
    Array.isArray(value)
      ? value.map((each, place) => (String(place) === key ? inner : each))
      : { ...value, [key]: inner };
  return Object.entries(value).flatMap(([key, inner]) => [
    ...spoilt(inner, text).map((one) => ({
      path: [key, one.path].filter(Boolean).join("."),
      value: copyWith(key, one.value),
    })),
    ...(Array.isArray(value) ? [] : [{ path: `${key}${text}`, value: { ...value, [`${key}${text}`]: inner } }]),
  ]);
}

describe("a draft", () => {
  it("is good as it stands", () => expect(checkDraft(draft)).toMatchObject({ ok: true }));

  it.each(bad)("is refused for %j in each of its texts, with the field", (text) => {
    const tried = spoilt(draft, text);
    expect(tried.map(({ path }) => path)).toContain("customLines.0.label");
    for (const text of ["register.0.source", "equipmentLines.0.note", "staffLines.0.role", "participantKinds.0.label"])
      expect(tried.map(({ path }) => path)).toContain(text);
    expect(tried.length).toBeGreaterThan(20);
    for (const { path, value } of tried) {
      const checked = checkDraft(value);
      expect(checked.ok, path).toBe(false);
      const keys = checked.ok ? [] : checked.faults.map(({ key }) => key.split(".")[0]);
      const isKeyItself = holdsUnstorable(path);
      if (!isKeyItself) expect(keys, path).toContain(path.split(".")[0]);
    }
  });

  it.each(bad)("is not read from a file that holds %j, and the line is named", (text) => {
    const read = readInputsCsv(`key,value,note\r\nusers,2000,${text}\r\n`, draft, false);
    expect(read).toMatchObject({ ok: false, faults: [{ key: "file" }] });
    expect(read.ok ? "" : read.faults[0]?.message).toMatch(/^The file holds a character .* in line 2\b/);
  });

  it.each(bad)("of a scenario is refused for %j in its name", (text) => {
    const base = { inputs: {}, currency: "USD", currencyRate: 1 };
    const checked = checkScenario({ name: `Name ${text}`, inputs: {}, currencyRate: 1 }, base);
    expect(checked).toMatchObject({ ok: false, faults: [{ key: "name" }] });
  });
});
