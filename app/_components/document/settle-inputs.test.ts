import { expect, it } from "vitest";
import type { Inputs } from "@/lib/model/inputs";
import type { FieldError } from "@/lib/outcome";
import { settleInputs } from "./settle-inputs";

/** One rule: dataPieces (default 29) below repairThreshold (default 35). */
function check(inputs: Partial<Inputs>): FieldError[] {
  const ordered = (inputs.dataPieces ?? 29) < (inputs.repairThreshold ?? 35);
  return ordered ? [] : [{ key: "dataPieces", message: "too many" }];
}

it("takes everything where no rule is broken", () => {
  expect(settleInputs({ users: 7 }, {}, check)).toEqual({ good: { users: 7 }, faults: [] });
});

it("holds back what breaks a rule and takes the rest", () => {
  expect(settleInputs({ users: 7, dataPieces: 100 }, { dataPieces: 20 }, check)).toEqual({
    good: { users: 7, dataPieces: 20 },
    faults: [{ key: "dataPieces", message: "too many" }],
  });
});

it("takes it up once the other half of the rule fits", () => {
  expect(settleInputs({ dataPieces: 100, repairThreshold: 120 }, { dataPieces: 20 }, check).good).toEqual({
    dataPieces: 100,
    repairThreshold: 120,
  });
});

it("keeps the last good set whole where holding back is not enough", () => {
  // repairThreshold 5 is below the default 29 and below the last good 20: the rule names only the other key.
  expect(settleInputs({ dataPieces: 100, repairThreshold: 5 }, { dataPieces: 20 }, check)).toEqual({
    good: { dataPieces: 20 },
    faults: [{ key: "dataPieces", message: "too many" }],
  });
});
