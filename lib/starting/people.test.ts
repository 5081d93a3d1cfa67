import { describe, expect, it } from "vitest";
import type { People } from "@/lib/draft/starting-answers";
import { defaultInputs, type Inputs } from "@/lib/model/inputs";
import { noRows } from "@/lib/model/rows/own-rows";
import { inputsForPeople, modelledPeople, peopleOf } from "./people";

const inputsWith = (own: Partial<Inputs>): Inputs => ({ ...defaultInputs, ...own });
const changesFor = (inputs: Inputs, stated: People) =>
  Object.assign({}, ...Object.values(inputsForPeople(inputs, noRows, stated))) as Partial<Inputs>;

describe("people who were stated", () => {
  it("are those of what runs today, and of own servers where nothing does", () => {
    expect(peopleOf({ currentArchitecture: "cloud" })).toBe("cloud");
    expect(peopleOf({ currentArchitecture: "none" })).toBe("onPremises");
  });

  it("set engineering and security in the ratio of the architectures", () => {
    // The defaults are 2, 2, 2.5 and 3 engineers, and 0.5, 0.5, 0.75 and 1 for security: three and two of them make 1.5 and 4 times as many.
    expect(changesFor(inputsWith({}), { engineering: 3, security: 2 })).toEqual({
      onPremisesEngineeringFTE: 3,
      cloudEngineeringFTE: 3,
      hybridEngineeringFTE: 3.75,
      peerToPeerEngineeringFTE: 4.5,
      onPremisesSecurityFTE: 2,
      cloudSecurityFTE: 2,
      hybridSecurityFTE: 3,
      peerToPeerSecurityFTE: 4,
    });
    // Of a hybrid with 2.5 by default, five are twice as many.
    expect(changesFor(inputsWith({ currentArchitecture: "hybrid" }), { engineering: 5 })).toMatchObject({
      hybridEngineeringFTE: 5,
      onPremisesEngineeringFTE: 4,
    });
  });

  it("are the same everywhere where there is no ratio", () => {
    const nobody = { onPremisesSecurityFTE: 0, cloudSecurityFTE: 1 };
    expect(changesFor(inputsWith(nobody), { security: 1.5 })).toEqual({
      onPremisesSecurityFTE: 1.5,
      cloudSecurityFTE: 1.5,
      hybridSecurityFTE: 1.5,
      peerToPeerSecurityFTE: 1.5,
    });
  });

  it("scale the users of a support agent", () => {
    // No growth: 50,000 users and two agents.
    const inputs = inputsWith({ usersGrowth: 0 });
    expect(modelledPeople(inputs, noRows)?.people.support).toBe(1);
    expect(changesFor(inputs, { support: 2 })).toEqual({ usersPerSupportAgent: 25_000 });
    expect(changesFor(inputsWith({ users: 0 }), { support: 2 })).toEqual({});
  });

  it("scale what an operations engineer runs, and the minimum, alike", () => {
    // A minimum of 1 holds for this little service; four engineers run a quarter each.
    const changes = changesFor(inputsWith({}), { operations: 4 });
    expect(changes).toEqual({
      minimumOperationsFTE: 4,
      serversPerEngineer: 25,
      storedTBPerEngineer: 1250,
      coresPerCloudEngineer: 500,
    });
    expect(modelledPeople(inputsWith(changes), noRows)?.people.operations).toBe(4);
  });

  it("come out in a large service, too, where work and not the minimum asks for them", () => {
    const inputs = inputsWith({ coreHours: 1e8, currentArchitecture: "cloud" });
    const before = modelledPeople(inputs, noRows)?.people.operations ?? 0;
    // 1e8 core-hours, growing 10 % a year, in 730 hours at 35 % of the cores, 2,000 to an engineer.
    expect(before).toBeCloseTo((1e8 * 1.1 ** (1 / 12)) / 730 / 0.35 / 2000, 6);
    const changes = changesFor(inputs, { operations: 30 });
    expect(modelledPeople({ ...inputs, ...changes }, noRows)?.people.operations).toBeCloseTo(30, 4);
    // The minimum stays below it, in the same ratio.
    expect(changes.minimumOperationsFTE).toBeCloseTo(30 / before, 6);
  });

  it("do not undo posts that are covered day and night", () => {
    // 168 h of a week by people of 40 h, 85 % of them there: 4.94 FTE.
    const inputs = inputsWith({ coveredPosts: 1 });
    expect(modelledPeople(inputs, noRows)?.cover).toBeCloseTo(4.941176, 6);
    expect(changesFor(inputs, { operations: 4 })).toEqual({});
    expect(changesFor(inputs, { operations: 6 })).toEqual({ minimumOperationsFTE: 6 });
  });

  it("are the minimum where the model takes nobody", () => {
    const idle = inputsWith({ currentArchitecture: "cloud", coreHours: 0, minimumOperationsFTE: 0 });
    expect(modelledPeople(idle, noRows)?.people.operations).toBe(0);
    expect(changesFor(idle, { operations: 2 })).toEqual({ minimumOperationsFTE: 2 });
  });

  it("may be nobody", () => {
    const changes = changesFor(inputsWith({}), { operations: 0, support: 0, engineering: 0, security: 0 });
    const people = modelledPeople(inputsWith(changes), noRows)?.people;
    for (const fte of Object.values(people ?? {})) expect(fte).toBeCloseTo(0, 6);
  });

  it("change nothing where they were not asked about", () => {
    expect(inputsForPeople(inputsWith({}), noRows, {})).toEqual({});
  });
});
