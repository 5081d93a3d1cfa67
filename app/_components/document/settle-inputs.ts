import type { Inputs } from "@/lib/model/inputs";
import type { FieldError } from "@/lib/outcome";

export interface Settled {
  /** What may be evaluated and saved. */
  good: Partial<Inputs>;
  faults: FieldError[];
}

/**
 * Parts what was typed into what can be used and what breaks a rule between inputs. Where a rule is broken the last good
 * values of the inputs that it names stay in use, so that three figures that belong together can be changed one by one.
 *
 * @param check the faults of a set of inputs, each under the key of an input
 */
export function settleInputs(
  typed: Partial<Inputs>,
  lastGood: Partial<Inputs>,
  check: (inputs: Partial<Inputs>) => FieldError[],
): Settled {
  const faults = check(typed);
  let good = typed;
  let left = faults;
  const restored = new Set<string>();
  while (left.length > 0) {
    const keys = left.map((fault) => fault.key).filter((key) => !restored.has(key));
    if (keys.length === 0) return { good: lastGood, faults };
    for (const key of keys) restored.add(key);
    good = Object.fromEntries([
      ...Object.entries(typed).filter(([key]) => !restored.has(key)),
      ...Object.entries(lastGood).filter(([key]) => restored.has(key)),
    ]);
    left = check(good);
  }
  return { good, faults };
}
