// How numbers are written: the mark between groups of digits, the mark before decimals, and "2" where the groups above the
// thousands are of two digits (1,23,45,678). The words of the pages are English for everybody; the marks are the reader's.

export const canonicalMarks = ",.";

/** What server/server.mjs knows of who asks, for as long as a request lasts; not there in a build, a test, or a script. */
export interface Reader {
  marks: string;
}

const left = globalThis as typeof globalThis & {
  peerbalanceReader?: { getStore: () => Reader | undefined };
};

let ofThePage: string | undefined;

/** The marks of whoever reads what is being rendered: on the server the request's, in the browser those that the server said on <html>. */
export function numberMarks(): string {
  if (typeof document === "undefined") return left.peerbalanceReader?.getStore()?.marks ?? canonicalMarks;
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
