import { type Outcome, refused } from "@/lib/outcome";

/** What parts the cells of a file, and what stands before decimals, by the names that addresses have for them. */
export const separators = { comma: ",", semicolon: ";", tab: "\t" } as const;
export const decimalMarks = { point: ".", comma: "," } as const;

export interface CsvFormat {
  readonly separator: keyof typeof separators;
  readonly decimal: keyof typeof decimalMarks;
}

/** What a file has unless another is asked for: what programs read. */
export const usualFormat: CsvFormat = { separator: "comma", decimal: "point" };

/** A text, or a figure as plain text, "-1234.5", which gets the decimal mark of the file; several figures have ";" between them. */
export type CsvCell = string | { readonly figure: string };

export const figure = (text: string): CsvCell => ({ figure: text });

/** A format as it is remembered: "semicolon comma". */
export const formatText = ({ separator, decimal }: CsvFormat) => `${separator} ${decimal}`;

/** What is remembered, or the usual where it is none. */
export function formatOfText(text: string | undefined): CsvFormat {
  const [separator = "", decimal = ""] = text?.split(" ") ?? [];
  const asked = read(separator, decimal);
  return asked.ok ? asked.format : usualFormat;
}

/** The format in an address, `?separator=semicolon&decimal=comma`. @param otherwise what holds where it names none */
export function readCsvFormat(parameters: URLSearchParams, otherwise = usualFormat): Outcome<{ format: CsvFormat }> {
  return read(parameters.get("separator") ?? otherwise.separator, parameters.get("decimal") ?? otherwise.decimal);
}

function read(separator: string, decimal: string): Outcome<{ format: CsvFormat }> {
  const fault = (key: string, given: string, known: object) =>
    refused(key, `There is no ${key} “${given.slice(0, 40)}”. It is one of ${Object.keys(known).join(", ")}.`);
  if (!Object.hasOwn(separators, separator)) return fault("separator", separator, separators);
  if (!Object.hasOwn(decimalMarks, decimal)) return fault("decimal", decimal, decimalMarks);
  return { ok: true, format: { separator, decimal } as CsvFormat };
}
