// How numbers are written: the mark between groups of digits, the mark before decimals, and "2" where the groups above the
// thousands are of two digits (1,23,45,678). The words of the pages are English for everybody; the marks are the reader's.

import { sharedState } from "@/lib/web-process/shared-state";

export const canonicalMarks = ",.";

/** What the cookie that keeps a reader's choice is called, behind the installation's own mark (lib/cookie-names.ts). */
export const marksCookie = "numbers";

/** The ways to write numbers that a reader can choose from. */
export const offeredMarks = [canonicalMarks, ".,", "\u00a0,", "\u2019.", ",.2"];

const groupMarks = [",", ".", "\u2019", "\u00a0"];
const decimalMarks = [".", ","];

/** Whether a text names marks. A client may write anything into a cookie, and it goes into every figure of its pages. */
export function areMarks(text: string): boolean {
  const [group = "", decimal = "", ...rest] = text;
  const isEnd = rest.length === 0 || (rest.length === 1 && rest[0] === "2");
  return groupMarks.includes(group) && decimalMarks.includes(decimal) && group !== decimal && isEnd;
}

let ofThePage: string | undefined;

/** The reader's marks: on the server those of the request, in the browser those that the server wrote on <html>. */
export function numberMarks(): string {
  if (typeof document === "undefined") return sharedState.readers?.getStore()?.marks ?? canonicalMarks;
  ofThePage ??= document.documentElement.dataset.numbers ?? canonicalMarks;
  return ofThePage;
}

/** Gives every number in a canonical text, "1,234.5", the reader's marks. For a text of ours: what people wrote may mean something else. */
export function inReadersMarks(text: string, marks = numberMarks()): string {
  if (marks === canonicalMarks) return text;
  const [group = "", decimal = "", ofTwo] = marks;
  return text.replace(/(\d+(?:,\d{3})*)(?:\.(\d+))?/g, (_, whole: string, part?: string) => {
    const grouped = ofTwo && whole.includes(",") ? byTwo(whole.replace(/,/g, ""), group) : whole.replace(/,/g, group);
    return part === undefined ? grouped : grouped + decimal + part;
  });
}

/** Digits as India groups them: 12,34,567. */
function byTwo(digits: string, group: string): string {
  const head = digits.slice(0, -3);
  const first = head.slice(0, head.length % 2);
  const pairs = head.slice(first.length).match(/\d\d/g) ?? [];
  return [first, ...pairs, digits.slice(-3)].filter((part) => part !== "").join(group);
}
