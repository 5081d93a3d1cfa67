import { type CsvCell, type CsvFormat, formatOfText } from "@/lib/value/csv-format";

/** The format that the layout has written into the page: the person's own, else the usual one. */
const chosenCsvFormat = () => formatOfText(document.documentElement.dataset.csv);

/** Hands a file to the person: nothing leaves the browser. */
export function download(blob: Blob, name: string) {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it after this returns.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A CSV file with the marks that the person has chosen under Settings. */
export async function downloadCsv(write: (format: CsvFormat) => Iterable<string>, name: string) {
  const { byteOrderMark } = await import("@/lib/export/csv");
  const text = byteOrderMark + [...write(chosenCsvFormat())].join("");
  download(new Blob([text], { type: "text/csv;charset=utf-8" }), name);
}

/** Rows as a CSV file, as all of them are written; its code loads when it is needed. */
export async function downloadRows(rows: readonly (readonly CsvCell[])[], name: string) {
  const { csvLines } = await import("@/lib/export/csv");
  await downloadCsv((format) => [csvLines(rows, format)], name);
}

/** A file's name from words: "cost-per-user.csv". */
export function fileName(words: string, extension: string): string {
  const plain = words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  return `${plain || "chart"}.${extension}`;
}
