import { createContext, Script } from "node:vm";

/** What is long in a text, over and over. */
const pumps = [
  ..."09 \t\n\"'aZ,.-_/\\:;=@%é\u00a0\u2028",
  ...['\\"', "a.", "0,", "1 ", " 1", "\r\n", "((", "[", "{}", "e1", "a@", "'=", "#?", "a b", "lock file "],
];
/** How it begins and ends, so that the pattern goes far into it and does not match after all. */
const frames = [
  ["", "\u0000"],
  ["a", "a\nx\n"],
  ["+0", "E"],
] as const;
const longest = 10_000;
const shorter = longest / 10;
/** Processor time in milliseconds that no pattern takes which reads its text once, or a few times. */
const worthMeasuring = 8;
/** Ten times the text takes a pattern that reads it once ten times as long, and one that begins anew at every place a hundred times. */
const tooSteep = 40;

const context = createContext({ pattern: /x/, text: "" });
const search = new Script("text.search(pattern)");
const replace = new Script('text.replace(pattern, "")');

/** Processor time of one run in milliseconds, the least of some; endless where it takes longer than two seconds. */
function timeOf(pattern: RegExp, text: string, runs: number): number {
  const script = pattern.global ? replace : search;
  Object.assign(context, { pattern, text });
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    pattern.lastIndex = 0;
    const begun = process.cpuUsage();
    try {
      script.runInContext(context, { timeout: 2_000 });
    } catch {
      return Number.POSITIVE_INFINITY;
    }
    const { user, system } = process.cpuUsage(begun);
    least = Math.min(least, (user + system) / 1_000);
  }
  return least;
}

/** How a text begins on which the time of a pattern grows faster than the text; undefined where there is none. */
export function steepText(pattern: RegExp): string | undefined {
  for (const pump of pumps) {
    for (const [begin, end] of frames) {
      const textOf = (length: number) => begin + pump.repeat(Math.ceil(length / pump.length)) + end;
      const text = textOf(longest);
      const once = timeOf(pattern, text, 1);
      if (once < worthMeasuring) continue;
      // Endless once is endless: the second run would take its two seconds again.
      const long = Math.min(once, once === Number.POSITIVE_INFINITY ? once : timeOf(pattern, text, 2));
      if (long === Number.POSITIVE_INFINITY) return text.slice(0, 30);
      const short = timeOf(pattern, textOf(shorter), 5);
      if (long >= worthMeasuring && long / Math.max(short, 0.02) >= tooSteep) return text.slice(0, 30);
    }
  }
  return undefined;
}
