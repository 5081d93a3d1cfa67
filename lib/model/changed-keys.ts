import { declaredAt } from "./currency";
import { type InputKey, type Inputs, inputList } from "./inputs";

interface Changed {
  readonly inputs: Partial<Inputs>;
  readonly currencyRate: number;
}

/** The inputs of a model that differ from the defaults. */
export function changedKeys({ inputs, currencyRate }: Changed): InputKey[] {
  const { input } = declaredAt(currencyRate);
  return inputList
    .map(({ key }) => key as InputKey)
    .filter((key) => Object.hasOwn(inputs, key) && inputs[key] !== input[key].default);
}
