import { expect, it } from "vitest";
import { inCurrencyAt } from "@/lib/model/currency";
import { asReleased } from "@/lib/model/released/as-released";
import { checkInputs } from "./inputs";

it("the bounds of a version decide what is right under it, in any currency", () => {
  // A server lived 180 months at most in the table of today, and 240 in this one; compliance cost 30,000 dollars.
  const older = asReleased([
    { key: "serverLifeMonths", default: 60, min: 6, max: 240, integer: true },
    { key: "cloudComplianceAnnual", default: 30_000, min: 0, max: 1_000_000, integer: false },
  ]);
  expect(checkInputs({ serverLifeMonths: 200 }).ok).toBe(false);
  expect(checkInputs({ serverLifeMonths: 200 }, 1, "USD", inCurrencyAt(older, 1)).ok).toBe(true);
  expect(checkInputs({ serverLifeMonths: 241 }, 1, "USD", inCurrencyAt(older, 1)).ok).toBe(false);
  // 30,000 and 1,000,000 dollars at 0.92.
  const inEuros = inCurrencyAt(older, 0.92);
  expect(inEuros.defaults.cloudComplianceAnnual).toBe(27_600);
  expect(checkInputs({ cloudComplianceAnnual: 920_000 }, 0.92, "EUR", inEuros).ok).toBe(true);
  expect(checkInputs({ cloudComplianceAnnual: 920_001 }, 0.92, "EUR", inEuros).ok).toBe(false);
});
