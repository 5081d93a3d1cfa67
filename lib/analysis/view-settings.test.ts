import { describe, expect, it } from "vitest";
import { architectures } from "@/lib/model/architectures";
import { triedKeys } from "./switching/tried-keys";
import {
  assumptionFilters,
  assumptionSorts,
  defaultViewSettings,
  readViewSettings,
  switchingOrders,
  type ViewSettings,
  viewSettingsText,
} from "./view-settings";

const [one, other] = ["0b5cad00-0000-4000-8000-000000000001", "0b5cad00-0000-4000-8000-000000000002"];
const read = (text: string) => readViewSettings(new URLSearchParams(text));

describe("view settings in an address", () => {
  it("are read by the words that stand there", () => {
    expect(
      read(
        `?view=straight-line&against=today&by=fiscal-year&per=tb-stored&base=own-servers&zeros=shown&sort=swing&evidence=contracted&of=hybrid&order=near&across=users&up=serverPrice&scenario=${one}`,
      ),
    ).toEqual({
      view: "straightLine",
      against: "today",
      by: "fiscalYear",
      per: "perTBStored",
      base: "onPremises",
      zeros: true,
      sort: "swing",
      evidence: "certain",
      of: "hybrid",
      order: "near",
      across: "users",
      up: "serverPrice",
      scenarios: [one],
    });
    expect(read("view=financed&by=month&base=peer-to-peer")).toEqual({
      ...defaultViewSettings,
      view: "financed",
      by: "month",
      base: "peerToPeer",
    });
  });

  it("fall back to the defaults, one by one, where a value means nothing", () => {
    expect(read("")).toEqual(defaultViewSettings);
    expect(read("view=toString&against=none&by=&per=__proto__&base=CLOUD&zeros=1&scenario=' or 1=1")).toEqual(
      defaultViewSettings,
    );
    // A choice cannot be tried at other values.
    expect(read("across=currentArchitecture&up=nonsense")).toEqual(defaultViewSettings);
    expect(read("view=accrual&by=month")).toEqual({ ...defaultViewSettings, by: "month" });
    // The first of several counts.
    expect(read("view=financed&view=cash").view).toBe("financed");
  });

  it("hold each scenario once, in their order", () => {
    expect(read(`scenario=${other}&scenario=${one}&scenario=${other}&scenario=x`).scenarios).toEqual([other, one]);
    // None on purpose is not the same as nothing said.
    expect(read("scenario=none").scenarios).toEqual([]);
    expect(viewSettingsText({ ...defaultViewSettings, scenarios: [] })).toBe("?scenario=none");
    expect(read("scenario=Dear cloud").scenarios).toBeNull();
  });

  it("are written only where they differ from the defaults", () => {
    expect(viewSettingsText(defaultViewSettings)).toBe("");
    expect(viewSettingsText({ ...defaultViewSettings, view: "financed", by: "month" })).toBe("?view=financed&by=month");
    expect(viewSettingsText({ ...defaultViewSettings, zeros: true, scenarios: [one, other] })).toBe(
      `?zeros=shown&scenario=${one}&scenario=${other}`,
    );
  });

  it("leave alone what else stands in the address", () => {
    const address = new URLSearchParams("input=users&view=financed&by=month");
    expect(viewSettingsText({ ...defaultViewSettings, by: "month" }, address)).toBe("?input=users&by=month");
    expect(address.get("view")).toBe("financed");
  });

  it("come back as they went, each value of each", () => {
    const all: Partial<ViewSettings>[] = [
      ...(["cash", "straightLine", "financed"] as const).map((view) => ({ view })),
      ...(["year", "fiscalYear", "month"] as const).map((by) => ({ by })),
      ...(["nothing", "today"] as const).map((against) => ({ against })),
      ...(["money", "perUser", "perTBStored", "perTBDelivered"] as const).map((per) => ({ per })),
      ...(["cheapest", "onPremises", "cloud", "hybrid", "peerToPeer"] as const).map((base) => ({ base })),
      ...[false, true].map((zeros) => ({ zeros })),
      ...assumptionSorts.map((sort) => ({ sort })),
      ...assumptionFilters.map((evidence) => ({ evidence })),
      ...switchingOrders.map((order) => ({ order })),
      ...architectures.map((of) => ({ of })),
      ...triedKeys.map((across) => ({ across, up: across })),
    ];
    for (const some of all) {
      const settings = { ...defaultViewSettings, ...some };
      expect(read(viewSettingsText(settings))).toEqual(settings);
    }
  });
});
