import { withoutUnstorable } from "./text-fault";

/**
 * A name as it is stored: of a person, an organisation, a model, a scenario, an own line, a link, a token. One rule for
 * all of them: what nobody sees is taken out and not refused, for nobody could find it to correct it. Line breaks and
 * tabs become a space, controls, invisible characters and what turns the direction of text go, and what is left is
 * trimmed and in Normalization Form C. Only what PostgreSQL takes nowhere is refused (text-fault.ts).
 *
 * What spelling needs stays: a joiner after a letter of a script that joins or stacks its letters (Persian, Malayalam),
 * emoji of several parts, and variants of ideographs.
 */
export function cleanName(text: string): string {
  const visible = text.replace(breaks, " ").replace(controls, "").replace(needed, "$1").normalize("NFC").trim();
  if (seesNothing.test(visible)) return "";
  // Marks change places in Normalization Form C, and a joiner may then stand where it has no use.
  return visible === text ? visible : cleanName(visible);
}

/** A name with room for so many characters, cut between two of them: half of one could not be saved. */
export const shortName = (name: string, most: number): string => cleanName(withoutUnstorable(name.slice(0, most)));

const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
const controls = /\p{Cc}/gu;
/** The blank of Braille looks like a space and counts as a letter. */
const seesNothing = /^[\s\u2800]*$/;

const joining = [
  ..."Arab Syrc Mong Nkoo Phag Mand Adlm Rohg Sogd".split(" "),
  ..."Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh".split(" "),
  ..."Khmr Mymr Tibt Bali Java Sund Cham Lana Newa Mtei".split(" "),
]
  .map((script) => `\\p{scx=${script}}`)
  .join("");

/** What is invisible and has a use where it stands; captured, so that it is put back. */
const uses = [
  `(?<=(?!\\p{DI})[${joining}])[\\u200C\\u200D]`,
  "(?<=\\p{ExtPict}[\\uFE0F\\p{EMod}]?)\\u200D(?=\\p{ExtPict})",
  "(?<=\\p{ExtPict})[\\uFE0E\\uFE0F]",
  "(?<=[0-9#*])\\uFE0F(?=\\u20E3)",
  "(?<=[\\p{sc=Han}\\p{sc=Mymr}\\p{sc=Phag}])[\\uFE00-\\uFE0D\\u{E0100}-\\u{E01EF}]",
  "(?<=\\p{sc=Mong})[\\u180B-\\u180F]",
  // The flags of Scotland and Wales are a black flag and invisible letters.
  "(?<=\\u{1F3F4})[\\u{E0020}-\\u{E007E}]+\\u{E007F}",
];

const needed = new RegExp(`(${uses.join("|")})|[\\p{DI}\\p{Bidi_C}\\uFFF9-\\uFFFB]`, "gu");
