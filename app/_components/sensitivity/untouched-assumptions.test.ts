import { describe, expect, it } from "vitest";
import { defaultInputs } from "@/lib/model/inputs";
import { assumed, cited } from "@/lib/model/inputs/basis";
import { untouchedAssumptions } from "./untouched-assumptions";

describe("untouched assumptions", () => {
  it("are the figures without a source that nobody has changed", () => {
    const untouched = untouchedAssumptions(defaultInputs, {}, {}, 1);
    expect(untouched).toContain("serverAvailability");
    expect(untouched).not.toContain("electricityPrice");
    const changed = untouchedAssumptions({ ...defaultInputs, serverAvailability: 0.99 }, {}, {}, 1);
    expect(changed).not.toContain("serverAvailability");
  });

  it("are known in another currency", () => {
    // A server of 14,000 dollars is an estimate; a coordination server of 300 dollars an assumption: 600 at two to the dollar.
    expect(untouchedAssumptions({ ...defaultInputs, coordinatorPerMonth: 600 }, {}, {}, 2)).toContain(
      "coordinatorPerMonth",
    );
    expect(untouchedAssumptions(defaultInputs, {}, {}, 2)).not.toContain("coordinatorPerMonth");
  });

  it("are those of the template too, by its own basis", () => {
    const starting = { users: 7, serverAvailability: 0.99 };
    const bases = { users: assumed("a small service"), serverAvailability: cited("measured in March") };
    const inputs = { ...defaultInputs, ...starting };
    expect(untouchedAssumptions(inputs, starting, bases, 1)).toContain("users");
    expect(untouchedAssumptions(inputs, starting, bases, 1)).not.toContain("serverAvailability");
    expect(untouchedAssumptions({ ...inputs, users: 8 }, starting, bases, 1)).not.toContain("users");
  });
});
