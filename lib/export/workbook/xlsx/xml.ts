const most = 32_000;
/** Signs that no XML can hold: all controls, but for the ends of lines and tabs; halves of pairs; and two that are no characters. */
const impossible = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

/** Text in an XML document. */
export function escapeXml(text: string): string {
  return text
    .replace(impossible, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Text of a cell: no longer than one may be, and what reads as an escaped sign of the format is no such. */
export function cellText(text: string): string {
  const short = text.length > most ? `${text.slice(0, most)}…` : text;
  return escapeXml(short.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_"));
}

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const spreadsheetNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const relationshipNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
