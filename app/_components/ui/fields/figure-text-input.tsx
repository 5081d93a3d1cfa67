import { TextInput, type TextInputProps } from "@mantine/core";
import { figureTyping } from "./figure-typing";

interface FigureTextInputProps extends Omit<TextInputProps, "type" | "inputMode" | "onPaste"> {
  mayBeNegative: boolean;
}

/** The same field with Mantine's label, description and fault. */
export function FigureTextInput({ mayBeNegative, ...props }: FigureTextInputProps) {
  return <TextInput autoComplete="off" spellCheck={false} {...props} {...figureTyping(mayBeNegative)} />;
}
