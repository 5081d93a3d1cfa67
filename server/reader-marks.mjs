import Negotiator from "negotiator";

/** How numbers are written where the reader's way is not known: lib/value/number-marks.ts reads these strings. */
const canonical = ",.";
const groupMarks = [",", ".", "\u2019", "\u00a0"];
const decimalMarks = [".", ","];
/** As they are set here: an apostrophe as one, and a narrow space, which Inter makes too narrow to see in a column, as a full one. */
const setAs = { "'": "\u2019", "\u202f": "\u00a0" };

/** Headers repeat, and a formatter takes long to make. What clients send is theirs: the memory is bounded. */
const known = new Map();
const mostKnown = 500;
const longestHeader = 200;

/**
 * The marks with which a reader writes numbers: as chosen under Profile (app/settings/profile/numbers-form.tsx), which a cookie keeps, or else
 * by the languages that the browser asks for, the first that Intl knows.
 *
 * @param {{ headers: Record<string, string | string[] | undefined> }} request
 * @param {string} cookie the name of that cookie, of letters, digits, "-" and "_"
 * @returns {string} the mark between groups, the mark before decimals, and "2" where groups above the thousands are of two digits
 */
export function readerMarksOf({ headers }, cookie) {
  const chosen = chosenMarks(headers.cookie, cookie);
  if (chosen !== undefined) return chosen;
  const asked = headers["accept-language"];
  if (typeof asked !== "string" || asked.length > longestHeader) return canonical;
  let marks = known.get(asked);
  if (marks === undefined) {
    if (known.size >= mostKnown) known.clear();
    marks = marksOf(new Negotiator({ headers: { "accept-language": asked } }).languages().find(isKnown));
    known.set(asked, marks);
  }
  return marks;
}

/**
 * @param {string | string[] | undefined} cookies
 * @param {string} name
 */
function chosenMarks(cookies, name) {
  const [, value] = new RegExp(`(?:^|; *)${name}=([^;]{1,20})`).exec(String(cookies ?? "")) ?? [];
  if (value === undefined) return undefined;
  try {
    const marks = decodeURIComponent(value);
    return areMarks(marks) ? marks : undefined;
  } catch {
    return undefined;
  }
}

/** A client may write anything into a cookie, and it goes into every figure of its pages. */
function areMarks([group, decimal, ...rest]) {
  const isEnd = rest.length === 0 || (rest.length === 1 && rest[0] === "2");
  return groupMarks.includes(group) && decimalMarks.includes(decimal) && group !== decimal && isEnd;
}

/** Whether Intl has this language, and not just its own for want of it. */
function isKnown(language) {
  try {
    return Intl.NumberFormat.supportedLocalesOf(language).length > 0;
  } catch {
    // No tag of a language: "*", or anything else that a client may send.
    return false;
  }
}

/** @param {string | undefined} language as BCP 47 has it */
function marksOf(language) {
  if (language === undefined) return canonical;
  const parts = new Intl.NumberFormat(language, { numberingSystem: "latn", useGrouping: "always" }).formatToParts(
    12345678.5,
  );
  const mark = (type) => {
    const given = parts.find((part) => part.type === type)?.value;
    return setAs[given] ?? given;
  };
  const [group, decimal] = [mark("group"), mark("decimal")];
  // 1,23,45,678 where groups are of two digits.
  const isOfTwo = parts.filter(({ type }) => type === "integer")[1]?.value.length === 2;
  const marks = `${group}${decimal}${isOfTwo ? "2" : ""}`;
  return areMarks(marks) ? marks : canonical;
}
