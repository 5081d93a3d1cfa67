import { describe, expect, it } from "vitest";
import { someRows } from "@/test/figures/some-rows";
import type { CustomLine } from "../custom-lines";
import { convertRow, convertRows } from "./convert-rows";
import { noRows, type RegisterRow } from "./own-rows";
import { withIds, withRowIds } from "./row-ids";

describe("rows in another currency", () => {
  it("have all their money converted with its ends, and nothing else", () => {
    // By hand: 0.9 to 1.8 of a currency a dollar doubles money.
    const { customLines, register, equipmentLines, staffLines, participantKinds, billLines } = someRows;
    expect(convertRows(someRows, 0.9, 1.8)).toEqual({
      customLines: [{ ...customLines[0], amount: 180, low: 162, high: 198 }],
      register: [
        { ...register[0], pricePaid: 18_000 },
        { ...register[1], pricePaid: 3_600 },
      ],
      equipmentLines: [
        {
          ...equipmentLines[0],
          price: 9_000,
          ranges: { price: { low: 7_200, high: 10_800 }, pieces: { low: 1, high: 3 } },
        },
      ],
      staffLines: [
        {
          ...staffLines[0],
          pay: 144_000,
          hiringCost: 18_000,
          ranges: { pay: { low: 126_000, high: 162_000 }, fte: { low: 1, high: 2 } },
        },
      ],
      participantKinds: [{ ...participantKinds[0], peerDeviceCost: 180 }, participantKinds[1]],
      billLines: [
        { ...billLines[0], amount: 2_481 },
        { ...billLines[1], amount: -240 },
      ],
    });
  });

  it("hold credits as credits", () => {
    // From 0.8 to 1.2 of a currency a dollar: times 1.5.
    const line = { label: "Grant", category: "compliance", architectures: ["cloud"], kind: "once" } as const;
    expect(convertRow<CustomLine>("customLines", { ...line, amount: -1_200 }, 0.8, 1.2).amount).toBe(-1_800);
  });

  it("keep a kind's money within the bounds of its input", () => {
    // At most 100,000 USD (inputs.csv); 3 and 7 and their ratio are no finite binary fractions.
    const kind = { label: "All", share: 1, peerDeviceCost: 30_001 };
    expect(convertRow("participantKinds", kind, 0.3, 0.7).peerDeviceCost).toBe(70_000);
  });
});

describe("ids of rows", () => {
  const row: RegisterRow = { label: "Rack", what: "server", count: 1 };

  it("are of the place where there are none, and of no other row", () => {
    expect(withIds("register", [row, { ...row, id: "row-1" }, row]).map(({ id }) => id)).toEqual([
      "row-1x",
      "row-1",
      "row-3",
    ]);
  });

  it("leave rows that have them as they are", () => {
    expect(withIds("register", someRows.register)).toBe(someRows.register);
    expect(withRowIds({ ...noRows, customLines: someRows.customLines })).toEqual({
      ...noRows,
      customLines: someRows.customLines,
    });
  });
});
