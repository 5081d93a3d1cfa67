import { trimChars } from "@/lib/text/trim-chars";

/**
 * A Content-Disposition that saves a model's file under the model's name: "Patches – projection.csv".
 * The name is someone's text, so it is cut, freed of what a file system or the header would read as its own, and given twice: plain
 * for old readers, and encoded (RFC 6266).
 */
export function attachment(modelName: string, file: string): string {
  const name = tidyName(modelName);
  const full = name ? `${name} ${file}` : file;
  const ascii = full
    .normalize("NFKD")
    .replace(/[^\x20-\x7e]/g, "")
    .replace(/[%;']/g, "")
    .trim();
  const encoded = encodeURIComponent(full).replace(/['()*!]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

/** Someone's text as a part of a file's name: cut, and freed of what a file system would read as its own; it may come out empty. */
export function tidyName(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}/\\:*?"<>|]+/gu, " ");
  const tidy = trimChars(plain, /[\s.]/).replace(/\s+/g, " ");
  return [...tidy].slice(0, 80).join("").trim();
}
