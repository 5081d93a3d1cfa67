import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { sourceParts } from "@/lib/references/source-parts";
import { foldText } from "@/lib/text/fold-text";
import { routePatterns } from "@/server/log/route-patterns";
import { readerMarksOf } from "@/server/requests/reader-marks";
import { steepText } from "@/test/source/pattern-growth";
import { patternsIn, patternsOf } from "@/test/source/regular-expressions";
import { cleanName } from "./clean-name";

// One pattern that begins anew at every place of a text stops the whole server for as long as a hostile text is long.

const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");
const { found, built } = patternsOf(root, ["app", "lib", "scripts", "server", "prisma", "next.config.js"]);
const named = found.map((one) => ({ ...one, where: `${one.file}:${one.line} ${one.pattern}` }));
/** Each pattern once: some stand in several files. */
const different = [...new Map(named.map((one) => [String(one.pattern), one])).values()];

/** Says without measuring whether a pattern can be made slow, and by which text. */
let check: typeof import("recheck").checkSync;

beforeAll(async () => {
  // Its own JavaScript; the others are a Java program and binaries of some platforms.
  process.env.RECHECK_BACKEND = "pure";
  ({ checkSync: check } = await import("recheck"));
});

/** Of these no answer comes within eight seconds each: the long texts alone stand for them. */
const tooManyStates = [
  "lib/email-address.mjs /^[a-zA-Z0-9.",
  "lib/server/http/route.ts /^Bearer +(\\S{1,200}",
  "scripts/database/embedded.mjs /shared memory",
  "scripts/database/embedded.mjs /initialized by",
  "scripts/support/run-quietly.mjs /heap out of",
  "scripts/support/run-quietly.mjs /(EACCES",
  "scripts/support/run-quietly.mjs /\\b(ENOTFOUND",
];

/** What makes a pattern slow, by working it out and not by trying; undefined where nothing does, or where nothing can say. */
function hostileTextOf({ source, flags }: RegExp): string | undefined {
  const checked = check(source, flags, { checker: "automaton", timeout: 60_000 });
  if (checked.status === "vulnerable") return checked.attack.pattern;
  // Of what it has no notion of (a look behind, for one), the texts above must find it.
  return checked.status === "unknown" && checked.error.kind !== "unsupported" ? checked.error.kind : undefined;
}

describe("the regular expressions of the tree", () => {
  it("are found, by their file and line", () => {
    expect(found.length).toBeGreaterThan(120);
    expect(named.map(({ file }) => file)).toContain("lib/import/read-json.ts");
    expect(patternsIn("x.tsx", 'const a = <p>{/x+/u}</p>;\nnew RegExp("y", "g");\nRegExp(`z`);\nRegExp(a);')).toEqual({
      found: [
        { file: "x.tsx", line: 1, pattern: /x+/u },
        { file: "x.tsx", line: 2, pattern: /y/g },
        { file: "x.tsx", line: 3, pattern: /z/ },
      ],
      built: [{ file: "x.tsx", line: 4 }],
    });
  });

  it("take a time that grows as the text does, when they are run on long hostile texts", () => {
    const steep = different.flatMap(({ where, pattern }) => {
      const text = steepText(pattern);
      return text === undefined ? [] : [`${where} on ${JSON.stringify(text)}…`];
    });
    expect(steep).toEqual([]);
  });

  it("cannot be made slow by any text, as far as can be worked out", () => {
    const left = tooManyStates.map((begun) =>
      different.find(({ file, pattern }) => `${file} ${pattern}`.startsWith(begun)),
    );
    // A pattern that is gone is no exception any more.
    expect(left).not.toContain(undefined);
    const worked = different.filter((one) => !left.includes(one));
    const slow = worked.flatMap(({ where, pattern }) => {
      const text = hostileTextOf(pattern);
      return text === undefined ? [] : [`${where} by ${text}`];
    });
    expect(slow).toEqual([]);
  });

  it("would be noticed where one of them could", () => {
    // The first three stood here once: in the import of CSV, in the reading of JSON, and in the names of downloads.
    const bad = [
      /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i,
      /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:]/g,
      /^[\s.]+|[\s.]+$/g,
      /^(a+)+$/,
    ];
    for (const pattern of bad) {
      expect(steepText(pattern), String(pattern)).toBeDefined();
      expect(hostileTextOf(pattern), String(pattern)).toBeDefined();
    }
  });

  it("are put together at run time in few places, none of which takes long for any text", () => {
    const reads: Record<string, (text: string) => unknown> = {
      "lib/references/source-parts.ts": sourceParts,
      "lib/text/clean-name.ts": cleanName,
      "lib/text/fold-text.ts": foldText,
      "server/log/route-patterns.ts": routePatterns(`${root}/app`),
      "server/requests/reader-marks.ts": (cookie) => readerMarksOf({ headers: { cookie } }, "numbers"),
    };
    expect(built.map(({ file }) => file)).toEqual(Object.keys(reads));
    const pumps = [
      "/",
      "/a",
      "a",
      "/models/",
      "%2f",
      " ",
      "; ",
      ";numbers=",
      "Storj ",
      "http://(",
      "é",
      "\u200d",
      "🏴\u{E0067}",
    ];
    const steep = Object.entries(reads).flatMap(([file, read]) =>
      pumps.filter((pump) => isSteep(read, pump)).map((pump) => `${file} on ${JSON.stringify(pump)}…`),
    );
    expect(steep).toEqual([]);
  });
});

/** Whether ten times the path takes forty times as long or more; the least of five runs each. */
function isSteep(run: (text: string) => unknown, pump: string): boolean {
  const timeOf = (length: number) =>
    Math.min(
      ...Array.from({ length: 5 }, () => {
        const begun = process.cpuUsage();
        run(`/${pump.repeat(length / pump.length)}\n`);
        const { user, system } = process.cpuUsage(begun);
        return (user + system) / 1_000;
      }),
    );
  const long = timeOf(20_000);
  return long > 8 && long / Math.max(timeOf(2_000), 0.02) >= 40;
}
