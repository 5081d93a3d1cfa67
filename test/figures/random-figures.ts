import fc from "fast-check";
import { architectures, categories } from "@/lib/model/architectures";
import { type CustomLine, customLineKinds } from "@/lib/model/custom-lines";
import { defaultInputs, type InputKey, type Inputs, inputList } from "@/lib/model/inputs";
import type { InputDeclaration } from "@/lib/model/inputs/declaration";
import { keepsOrder, orderRules } from "@/lib/model/rules";

function someValue(declared: InputDeclaration): fc.Arbitrary<number | string> {
  if (declared.format === "choice") return fc.constantFrom(...declared.choices);
  const { min, max, low = declared.default, high = declared.default } = declared;
  if (declared.integer) {
    return fc.oneof(fc.constantFrom(declared.default, min, max), fc.integer({ min, max: Math.min(max, min + 200) }));
  }
  const double = (from: number, to: number) => fc.double({ min: from, max: to, noNaN: true });
  return fc.oneof(
    fc.constantFrom(declared.default, min, max),
    { arbitrary: double(low, high), weight: 3 },
    double(min, max),
  );
}

const givenFor = (chosen: readonly InputDeclaration[]) =>
  fc.record(Object.fromEntries(chosen.map((declared) => [declared.key, someValue(declared)]))) as fc.Arbitrary<
    Partial<Inputs>
  >;

/** A handful of inputs within their bounds that keep the rules between inputs. */
export const someInputs: fc.Arbitrary<Partial<Inputs>> = fc
  .uniqueArray(fc.constantFrom(...inputList), { maxLength: 14 })
  .chain(givenFor)
  .map((given) => {
    const broken = orderRules
      .filter((rule) => !keepsOrder(rule, { ...defaultInputs, ...given }))
      .flatMap(({ keys }) => keys);
    return Object.fromEntries(Object.entries(given).filter(([key]) => !broken.includes(key as InputKey)));
  });

export const someLines: fc.Arbitrary<CustomLine[]> = fc.array(
  fc.record(
    {
      label: fc.constant("Line"),
      category: fc.constantFrom(
        ...categories.filter((category) => category !== "transition" && category !== "contingency"),
      ) as fc.Arbitrary<CustomLine["category"]>,
      architectures: fc.uniqueArray(fc.constantFrom(...architectures), { minLength: 1 }),
      kind: fc.constantFrom(...customLineKinds),
      everyMonths: fc.integer({ min: 1, max: 120 }),
      amount: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fromMonth: fc.integer({ min: -1, max: 130 }),
      toMonth: fc.integer({ min: -1, max: 130 }),
      escalation: fc.double({ min: -0.5, max: 1, noNaN: true }),
    },
    { requiredKeys: ["label", "category", "architectures", "kind", "amount"] },
  ),
  { maxLength: 3 },
) as fc.Arbitrary<CustomLine[]>;

/** Three inputs with other values, whatever rules they break. */
export const threeInputs: fc.Arbitrary<Partial<Inputs>> = fc
  .uniqueArray(fc.constantFrom(...inputList), { minLength: 3, maxLength: 3 })
  .chain(givenFor);
