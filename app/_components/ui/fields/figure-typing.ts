import type { ClipboardEvent } from "react";

/** What every field for one figure has, whatever draws it. Decimal keyboards of iOS have no minus: a figure that may be negative gets the whole keyboard, which has one. */
export function figureTyping(mayBeNegative: boolean) {
  return { inputMode: mayBeNegative ? "text" : "decimal", onPaste: keepCellsApart } as const;
}

/**
 * Browsers drop the line breaks of what is pasted into a field of one line, and two cells of a column become one
 * number. As tabs they stay, and the field refuses them in words.
 */
function keepCellsApart(event: ClipboardEvent<HTMLInputElement>) {
  const field = event.currentTarget;
  const text = event.clipboardData.getData("text").trim();
  if (field.readOnly || !/[\r\n\u0085\u2028\u2029]/.test(text)) return;
  event.preventDefault();
  const cells = text.replace(/[\r\n\u0085\u2028\u2029]+/g, "\t");
  field.setRangeText(cells, field.selectionStart ?? 0, field.selectionEnd ?? field.value.length, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
