const most = 32_000;
/** Signs that no XML can hold, and halves of pairs. */
const impossible =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

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
