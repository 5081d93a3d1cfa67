import { describe, expect, it } from "vitest";
import { architectures } from "@/lib/model/architectures";
import { evaluateModel } from "@/lib/model/evaluate";
import { defaultInputs, type InputKey, inputList } from "@/lib/model/inputs";
import { concernedInputs } from "./dependencies";

describe("the inputs that concern an architecture", () => {
  it("the cloud: its own and the demand, but no server, no hall and no peer", () => {
    const cloud = concernedInputs("cloud", defaultInputs);
    for (const key of [
      "users",
      "storedTB",
      "egressTB",
      "coreHours",
      "cloudPerCoreHour",
      "cloudSupportShare",
      "discountRate",
      "horizonMonths",
    ])
      expect(cloud.has(key as InputKey), key).toBe(true);
    for (const key of [
      "serverPrice",
      "pue",
      "ownFacilityKW",
      "peerWatts",
      "onPremisesDevelopment",
      "dataPieces",
      "peakToMean",
    ])
      expect(cloud.has(key as InputKey), key).toBe(false);
  });

  it("own servers: power and staff, but neither the cloud's prices nor peers", () => {
    const own = concernedInputs("onPremises", defaultInputs);
    for (const key of ["serverPrice", "pue", "electricityPrice", "currentArchitecture"])
      expect(own.has(key as InputKey), key).toBe(true);
    for (const key of ["cloudPerCoreHour", "cloudMigration", "dataPieces"])
      expect(own.has(key as InputKey), key).toBe(false);
  });

  it("the cloud again, where own servers run today: they run on beside it for a while, and are sold", () => {
    const leaving = concernedInputs("cloud", { ...defaultInputs, currentArchitecture: "onPremises" });
    for (const key of ["serverPrice", "resaleShare", "pue"]) expect(leaving.has(key as InputKey), key).toBe(true);
    expect(leaving.has("dataPieces")).toBe(false);
  });

  it("every input concerns some architecture", () => {
    const all = new Set(
      ["none", ...architectures].flatMap((currentArchitecture) =>
        architectures.flatMap((name) => [...concernedInputs(name, { ...defaultInputs, currentArchitecture })]),
      ),
    );
    expect(inputList.filter(({ key }) => !all.has(key as InputKey)).map(({ key }) => key)).toEqual([]);
  });

  it("moving what does not concern an architecture leaves all of its results as they are", () => {
    for (const currentArchitecture of ["none", "onPremises", "peerToPeer"]) {
      const inputs = { ...defaultInputs, currentArchitecture };
      const before = evaluateModel(inputs).architectures;
      for (const name of architectures) {
        const concerned = concernedInputs(name, inputs);
        const moved = Object.fromEntries(
          inputList.flatMap((declared) =>
            declared.format !== "choice" && !concerned.has(declared.key as InputKey) && declared.high !== undefined
              ? [[declared.key, declared.integer ? Math.round(declared.high) : declared.high]]
              : [],
          ),
        );
        expect(Object.keys(moved).length, name).toBeGreaterThan(5);
        expect(evaluateModel({ ...inputs, ...moved }).architectures[name], name).toEqual(before[name]);
      }
    }
  });
});
