/** Accents and other marks that stand on a letter of any script, once the two are apart. Marks that are letters of their own script stay. */
const marks = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;

/** Letters that Unicode does not take apart, as people type them who lack them; and the quotation mark that stands for an apostrophe. */
const plain: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  ħ: "h",
  ı: "i",
  ŧ: "t",
  ς: "σ",
  "’": "'",
  "‘": "'",
};
const unlike = new RegExp(`[${Object.keys(plain).join("")}]`, "g");

/**
 * A text as searches compare it: small letters without accents. What is found and what is searched for are both folded, so that
 * "Uberprufung" finds "Überprüfung" and the other way round. The database does the same to names (its fold_text;
 * fold-text.database.test.ts compares the two).
 */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(marks, "")
    .toLowerCase()
    .replace(unlike, (letter) => plain[letter] ?? letter);
}

/** Whether every word of a search stands in the text, in any order. */
export function hasWords(text: string, search: string): boolean {
  const folded = foldText(text);
  return wordsOf(search).every((word) => folded.includes(word));
}

/** The words of a search, folded. */
export function wordsOf(search: string): string[] {
  return foldText(search)
    .split(/\s+/)
    .filter((word) => word !== "");
}
