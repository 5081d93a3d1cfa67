import { describe, expect, it } from "vitest";
import { namePlace } from "@/lib/draft/place";
import type { ScenarioFull } from "@/lib/draft/scenario/scenario";
import { noRows } from "@/lib/model/rows/own-rows";
import { ScenarioList } from "./scenario-list";

const stored: ScenarioFull = {
  ...{ id: "s", name: "Ours", inputs: {}, currencyRate: 1, revision: 1 },
  ...{ changedAt: "2026-11-27T12:00:00.000Z", changedBy: "Ada" },
  rows: { staffLines: { admin: null } },
};
const unused = () => Promise.reject(new Error("nothing is sent in this test"));
const actions = { create: unused, save: unused, remove: unused };

describe("scenarios that are open", () => {
  it("keep the rows of their own, whatever else is changed of them", () => {
    const model = { ...noRows, id: "m", inputs: {}, currency: "USD", currencyRate: 1 };
    const list = new ScenarioList(model as never, [stored], actions);
    const [opened] = list.now.documents;
    expect(opened?.now.state.draft.rows).toEqual({ staffLines: { admin: null } });
    opened?.change({ kind: "put", place: namePlace, value: "Named anew" });
    expect(opened?.now.state.draft).toMatchObject({ name: "Named anew", rows: { staffLines: { admin: null } } });
    list.end();
  });
});
