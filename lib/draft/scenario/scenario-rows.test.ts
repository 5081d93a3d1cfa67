import { describe, expect, it } from "vitest";
import { noRows, type OwnRows, type RegisterRow } from "@/lib/model/rows/own-rows";
import { convertScenarioRows, rowsOf, scaleScenarioRows } from "./scenario-rows";

const rack = (id: string, count: number): RegisterRow => ({ id, label: `Rack ${id}`, what: "server", count });
const model: OwnRows = {
  ...noRows,
  register: [rack("a", 1), rack("b", 2), { label: "Rack c", what: "server", count: 3 }],
  participantKinds: [{ id: "all", label: "All", share: 1 }],
};

describe("the rows of a scenario", () => {
  it("are the model's where it says nothing", () => {
    expect(rowsOf(model, {})).toEqual(model);
    expect(rowsOf(model, { rows: { staffLines: {} } })).toEqual(model);
    expect(rowsOf(model, {}).register).toBe(model.register);
  });

  it("are changed where they stand, left out, and added behind the others", () => {
    const rows = { register: { b: rack("b", 9), a: null, new: rack("new", 5) } };
    expect(rowsOf(model, { rows })).toEqual({
      ...model,
      // The one without an id has that of its place.
      register: [rack("b", 9), { ...rack("row-3", 3), label: "Rack c" }, rack("new", 5)],
    });
  });

  it("leave out nothing where the model has lost the row meanwhile, and add one that they have changed", () => {
    const rows = { register: { gone: null, lost: rack("lost", 4) } };
    expect(rowsOf({ ...noRows, register: [rack("a", 1)] }, { rows }).register).toEqual([rack("a", 1), rack("lost", 4)]);
  });

  it("have their money converted, and times a ratio whatever bounds that leaves", () => {
    const rows = {
      register: { a: { ...rack("a", 1), pricePaid: 100 }, b: null },
      participantKinds: { all: { id: "all", label: "All", share: 1, peerDeviceCost: 80_000 } },
    };
    // At 0.5 of a currency a dollar a device may cost 50,000 (inputs.csv: 100,000 USD).
    expect(convertScenarioRows(rows, 1, 0.5)).toMatchObject({
      register: { a: { count: 1, pricePaid: 50 }, b: null },
      participantKinds: { all: { peerDeviceCost: 40_000 } },
    });
    expect(scaleScenarioRows(rows, 2)).toMatchObject({ participantKinds: { all: { peerDeviceCost: 160_000 } } });
  });
});
