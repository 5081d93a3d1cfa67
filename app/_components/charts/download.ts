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

/** Rows as a CSV file, as all of them are written; its code loads when it is needed. */
export async function downloadRows(rows: readonly (readonly string[])[], name: string) {
  const { byteOrderMark, csvLines } = await import("@/lib/export/csv");
  download(new Blob([byteOrderMark + csvLines(rows)], { type: "text/csv;charset=utf-8" }), name);
}

/** A file's name from words: "cost-per-user.csv". */
export function fileName(words: string, extension: string): string {
  const plain = words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  return `${plain || "chart"}.${extension}`;
}
