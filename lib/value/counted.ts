import { formatWhole } from "./format";
import { isOne } from "./unit-label";

/**
 * So many of a thing, as a sentence counts it: "1 machine", "1,200 machines", "0 machines".
 *
 * @param many what several are called, where that is not one with an s
 * @param text the count as it is written, where that is not whole
 */
export function counted(count: number, one: string, many = `${one}s`, text = formatWhole(count)): string {
  return `${text} ${isOne(text) ? one : many}`;
}
