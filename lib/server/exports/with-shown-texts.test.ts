import { expect, it } from "vitest";
import { noRows, type OwnRows } from "@/lib/model/rows/own-rows";
import { withShownTexts } from "./with-shown-texts";

const staff = { category: "staff", kind: "monthly", amount: 1, architectures: ["cloud"] } as const;
const all: OwnRows = {
  ...noRows,
  customLines: [
    { ...staff, id: "pay", label: "Bonus", note: "Ada's" },
    { ...staff, id: "rack", label: "Rack", category: "facility", note: "By the door", source: "Invoice 7" },
    { ...staff, label: "Without an id", note: "nobody's" },
  ],
  register: [{ label: "NAS", what: "storageServer", count: 1, note: "Basement" }],
};

it("leaves all figures, and of texts those that are shown", () => {
  expect(withShownTexts(all, all)).toEqual(all);
  // A link without pay: the line of pay is not among those shown. One without an id could be another's.
  const [, rack, last] = all.customLines;
  const withoutPay = withShownTexts(all, { ...all, customLines: [rack, last] as OwnRows["customLines"] });
  expect(withoutPay.customLines.map(({ label, note }) => [label, note])).toEqual([
    ["Bonus", undefined],
    ["Rack", "By the door"],
    ["Without an id", undefined],
  ]);
  // A link without notes.
  const bare = { ...all, register: [{ label: "NAS", what: "storageServer", count: 1 }] } as OwnRows;
  expect(withShownTexts(all, bare).register).toEqual([{ label: "NAS", what: "storageServer", count: 1 }]);
});
