import { expect, it } from "vitest";
import { inputName } from "./input-name";
import { input, inputList } from "./inputs";

it("names the group where two inputs share a label, and only there", () => {
  expect(inputName(input.cloudComplianceAnnual)).toBe("Compliance and audit (cloud)");
  expect(inputName(input.users)).toBe("Users");
  expect(new Set(inputList.map(inputName)).size).toBe(inputList.length);
});
