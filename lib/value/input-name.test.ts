import { expect, it } from "vitest";
import { input, inputList } from "@/lib/model/inputs";
import { inputName } from "./input-name";

it("names the group where two inputs share a label, and only there", () => {
  expect(inputName(input.cloudComplianceAnnual)).toBe("Compliance and audit (cloud)");
  expect(inputName(input.users)).toBe("Users");
  expect(new Set(inputList.map(inputName)).size).toBe(inputList.length);
});
