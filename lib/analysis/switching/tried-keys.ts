import { type InputKey, inputList } from "@/lib/model/inputs";

/** The inputs that are numbers, and can be tried at other values. */
export const triedKeys: readonly InputKey[] = inputList
  .filter(({ format }) => format !== "choice")
  .map(({ key }) => key as InputKey);
