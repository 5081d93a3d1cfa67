import Negotiator from "negotiator";

/** How numbers are written where the reader's way is not known: lib/number-marks.ts reads these strings. */
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
 * The marks with which a reader writes numbers, by the languages that the browser asks for: the first that Intl knows.
 *
 * @param {{ headers: Record<string, string | string[] | undefined> }} request
 * @returns {string} the mark between groups, the mark before decimals, and "2" where groups above the thousands are of two digits
 */
export function readerMarksOf({ headers }) {
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
  if (!groupMarks.includes(group) || !decimalMarks.includes(decimal) || group === decimal) return canonical;
  // 1,23,45,678 where groups are of two digits.
  const isOfTwo = parts.filter(({ type }) => type === "integer")[1]?.value.length === 2;
  return group + decimal + (isOfTwo ? "2" : "");
}
