import { describe, expect, it } from "vitest";
import { inputGroups } from "@/lib/model/inputs";
import { isFound } from "./input-search";

const found = (search: string) =>
  inputGroups.flatMap(({ title, inputs }) =>
    inputs.filter((each) => isFound(search, each, title)).map(({ key }) => key),
  );

describe("a search of the inputs", () => {
  it.each([
    ["NAS", "storageServerPrice", "serverPrice"],
    ["admin", "operationsSalary", "users"],
    ["sysadmin", "serversPerEngineer", "supportSalary"],
    ["bill", "cloudPerCoreHour", "serverPrice"],
    ["headcount", "cloudEngineeringFTE", "serverPrice"],
    ["colo", "coloPerKWMonth", "cloudPerCoreHour"],
    ["data center", "coloPerKWMonth", "storedTB"],
    ["CAPEX", "serverPrice", "electricityPrice"],
    ["opex", "maintenanceRate", "serverPrice"],
    ["egress", "cdnPricePerTB", "storedTB"],
    ["WACC", "discountRate", "users"],
    ["uptime", "targetAvailability", "serverPrice"],
    ["RAID", "storageTotalPieces", "users"],
  ])("finds by the word %s what it means, %s, and not %s", (search, wanted, other) => {
    expect(found(search)).toContain(wanted);
    expect(found(search)).not.toContain(other);
  });

  it("finds words of group, label, key, basis and synonyms together, in any order and case", () => {
    expect(found("price nas")).toEqual(["storageServerPrice"]);
    expect(found("eia residential")).toEqual(["homeElectricityPrice"]);
    expect(found("cloud invoice egress third")).toEqual(["cloudEgressTier3Price"]);
  });

  it("finds what people wrote beside an input", () => {
    const [group] = inputGroups;
    const [first] = group?.inputs ?? [];
    if (group === undefined || first === undefined) throw new Error("no inputs");
    expect(isFound("offer of march", first, group.title, "Offer of 3 March")).toBe(true);
    expect(isFound("offer of march", first, group.title)).toBe(false);
  });
});
