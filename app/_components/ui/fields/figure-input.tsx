import type { ClipboardEvent, ComponentProps } from "react";

interface FigureInputProps extends Omit<ComponentProps<"input">, "type" | "inputMode" | "onPaste"> {
  /** Decimal keyboards of iOS have no minus: a figure that may be negative gets the whole keyboard, which has one. */
  mayBeNegative: boolean;
}

/** A field for one figure as people write it; lib/value/parse-number.ts reads it. */
export function FigureInput({ mayBeNegative, ...props }: FigureInputProps) {
  return (
    <input
      autoComplete="off"
      spellCheck={false}
      {...props}
      inputMode={mayBeNegative ? "text" : "decimal"}
      onPaste={keepCellsApart}
    />
  );
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
