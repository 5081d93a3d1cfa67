import { type InputKey, input } from "@/lib/model/inputs";
import { describeInputBriefly } from "@/lib/value/brief-input";
import { inputName } from "@/lib/value/input-name";
import { spoken } from "@/lib/value/spoken";
import type { Movement } from "../sensitivity/sensitivity";

type Turning = NonNullable<Movement["turning"]>;

/** What would turn the answer: one input past one value, the others as they are. */
export interface Flip {
  readonly key: InputKey;
  /** "Software engineers (cloud) above 4.24 FTE (now 4): own servers." */
  readonly words: string;
}

/** The value at which another comes to win, and on which side: "above 3.75 FTE"; of what is counted, "at 3 servers or fewer". */
export function turningWords(
  key: InputKey,
  { value, side }: Pick<Turning, "value" | "side">,
  currency: string,
): string {
  const text = describeInputBriefly(key, value, currency);
  const { format } = input[key];
  if (format === "yesNo") return `at ${text}`;
  if (format === "count") return `at ${text} or ${side === "high" ? "more" : "fewer"}`;
  return `${side === "high" ? "above" : "below"} ${text}`;
}

/** How much of the way from its value to the end of its range an input must go, 0 to 1. */
function wayToGo({ value, low, high, turning }: Movement): number {
  const end = turning?.side === "high" ? high.value : low.value;
  return turning === null || end === value ? 1 : Math.abs(turning.value - value) / Math.abs(end - value);
}

/** How many fit on three lines. */
const most = 3;

const leaderWords = ({ leader }: Turning) => spoken[leader].within;

/**
 * The inputs that would change the answer alone, those that must move least of their range first.
 *
 * @param hidden keys of inputs that are named without figures
 * @param then what holds past the value, in words; who then leads where it is left out
 */
export function flipsOf(
  movements: readonly Movement[],
  currency: string,
  hidden: readonly string[] = [],
  then: (turning: Turning) => string = leaderWords,
): Flip[] {
  return movements
    .filter(({ turning }) => turning !== null)
    .sort((a, b) => wayToGo(a) - wayToGo(b))
    .slice(0, most)
    .map(({ key, value, turning }) => {
      const name = inputName(input[key]);
      const found = turning as Turning;
      if (hidden.includes(key)) return { key, words: `${name}: ${then(found)}.` };
      const now = describeInputBriefly(key, value, currency);
      return {
        key,
        words: `${name} ${turningWords(key, found, currency)} (now ${now}): ${then(found)}.`,
      };
    });
}
