import type { ComponentProps } from "react";
import { figureTyping } from "./figure-typing";

interface FigureInputProps extends Omit<ComponentProps<"input">, "type" | "inputMode" | "onPaste"> {
  mayBeNegative: boolean;
}

/** A field for one figure as people write it; lib/value/parse-number.ts reads it. */
export function FigureInput({ mayBeNegative, ...props }: FigureInputProps) {
  return <input autoComplete="off" spellCheck={false} {...props} {...figureTyping(mayBeNegative)} />;
}
