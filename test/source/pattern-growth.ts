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

interface Hostile {
  textOf: (length: number) => string;
  /** Of the greatest length. */
  text: string;
}

const hostile: Hostile[] = pumps.flatMap((pump) =>
  frames.map(([begin, end]) => {
    const textOf = (length: number) => begin + pump.repeat(Math.ceil(length / pump.length)) + end;
    return { textOf, text: textOf(longest) };
  }),
);
/** To run a pattern with a limit takes longer than what it does on most texts. */
const atOnce = 18;
const batches = Array.from({ length: Math.ceil(hostile.length / atOnce) }, (_, place) =>
  hostile.slice(place * atOnce, (place + 1) * atOnce),
);

const context = createContext({ pattern: /x/, texts: [""] });
const search = new Script("for (const text of texts) text.search(pattern)");
const replace = new Script('for (const text of texts) text.replace(pattern, "")');

/** Processor time of one run in milliseconds, the least of some; endless where one takes longer than `most` by the clock. */
function timeOf(pattern: RegExp, texts: readonly string[], runs: number, most = 2_000): number {
  const script = pattern.global ? replace : search;
  Object.assign(context, { pattern, texts });
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    pattern.lastIndex = 0;
    const begun = process.cpuUsage();
    try {
      script.runInContext(context, { timeout: most });
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
  for (const batch of batches) {
    const together = timeOf(
      pattern,
      batch.map(({ text }) => text),
      1,
      50,
    );
    if (together < worthMeasuring) continue;
    for (const { text, textOf } of batch) {
      const once = timeOf(pattern, [text], 1);
      if (once < worthMeasuring) continue;
      // Endless once is endless: the second run would take its two seconds again.
      const long = Math.min(once, once === Number.POSITIVE_INFINITY ? once : timeOf(pattern, [text], 2));
      if (long === Number.POSITIVE_INFINITY) return text.slice(0, 30);
      const short = timeOf(pattern, [textOf(shorter)], 5);
      if (long >= worthMeasuring && long / Math.max(short, 0.02) >= tooSteep) return text.slice(0, 30);
    }
  }
  return undefined;
}
