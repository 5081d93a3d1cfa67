import type { IncomingMessage } from "node:http";
import Negotiator from "negotiator";
import { areMarks, canonicalMarks } from "@/lib/value/number-marks";

/** As they are set here: an apostrophe as one, and a narrow space, which Inter makes too narrow to see in a column, as a full one. */
const setAs = new Map([
  ["'", "\u2019"],
  ["\u202f", "\u00a0"],
]);

/** Headers repeat, and a formatter takes long to make. What clients send is theirs: the memory is bounded. */
const known = new Map<string, string>();
const mostKnown = 500;
const longestHeader = 200;

/**
 * The marks with which a reader writes numbers: as chosen under Profile (app/settings/profile/numbers-form.tsx), which a cookie keeps, or else
 * by the languages that the browser asks for, the first that Intl knows.
 *
 * @param cookie the name of that cookie, of letters, digits, "-" and "_"
 * @returns the mark between groups, the mark before decimals, and "2" where groups above the thousands are of two digits
 */
export function readerMarksOf({ headers }: Pick<IncomingMessage, "headers">, cookie: string): string {
  const chosen = chosenMarks(headers.cookie, cookie);
  if (chosen !== undefined) return chosen;
  const languages = headers["accept-language"];
  if (languages === undefined || languages.length > longestHeader) return canonicalMarks;
  let marks = known.get(languages);
  if (marks === undefined) {
    if (known.size >= mostKnown) known.clear();
    marks = marksOf(new Negotiator({ headers: { "accept-language": languages } }).languages().find(isKnown));
    known.set(languages, marks);
  }
  return marks;
}

function chosenMarks(cookies: string | undefined, name: string): string | undefined {
  const [, value] = new RegExp(`(?:^|; *)${name}=([^;]{1,20})`).exec(cookies ?? "") ?? [];
  if (value === undefined) return undefined;
  try {
    const marks = decodeURIComponent(value);
    return areMarks(marks) ? marks : undefined;
  } catch {
    return undefined;
  }
}

/** Whether Intl has this language, and not just its own for want of it. */
function isKnown(language: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(language).length > 0;
  } catch {
    // No tag of a language: "*", or anything else that a client may send.
    return false;
  }
}

/** @param language as BCP 47 has it */
function marksOf(language: string | undefined): string {
  if (language === undefined) return canonicalMarks;
  const format = new Intl.NumberFormat(language, { numberingSystem: "latn", useGrouping: "always" });
  const parts = format.formatToParts(12345678.5);
  const mark = (type: "group" | "decimal") => {
    const given = parts.find((part) => part.type === type)?.value ?? "";
    return setAs.get(given) ?? given;
  };
  // 1,23,45,678 where groups are of two digits.
  const isOfTwo = parts.filter(({ type }) => type === "integer")[1]?.value.length === 2;
  const marks = `${mark("group")}${mark("decimal")}${isOfTwo ? "2" : ""}`;
  return areMarks(marks) ? marks : canonicalMarks;
}
