import { describe, expect, it } from "vitest";
import { completeInputs } from "@/lib/model/currency";
import { noRows, type OwnRows } from "@/lib/model/rows/own-rows";
import { workbookRows } from "./scenario-rows";

const inputs = completeInputs({ horizonMonths: 12 }, 1);
const licence = {
  ...({ id: "licence", label: "Licence", category: "software", architectures: ["cloud"] } as const),
  ...({ kind: "monthly", amount: 100 } as const),
};
const admin = { id: "admin", role: "Admin", architectures: ["cloud"], fte: 1, pay: 60_000 } as const;
const rows: OwnRows = { ...noRows, customLines: [licence], staffLines: [admin] };
const scenario = (name: string, ownRows: Partial<OwnRows>) => ({ name, inputs: {}, ownRows: { ...rows, ...ownRows } });

describe("rows of the model and of its scenarios in one workbook", () => {
  it("are those of the model where no scenario has its own", () => {
    const scenarios = [{ name: "More users", inputs: { users: 3 } }];
    expect(workbookRows({ inputs, rows, scenarios })).toEqual({ rows, changes: [], scenarios, leftOut: [] });
  });

  it("have another figure in a scenario, nothing where it leaves a row out, and its own rows behind", () => {
    const scenarios = [
      scenario("Dearer", { customLines: [{ ...licence, amount: 250, label: "Licence, new terms" }] }),
      scenario("No admin", { staffLines: [] }),
      scenario("Once", { customLines: [{ ...licence, kind: "once" }] }),
      scenario("Audited", { customLines: [licence, { ...licence, id: "audit", label: "Audit", amount: 7 }] }),
    ];
    const joined = workbookRows({ inputs, rows, scenarios });
    expect(joined.leftOut).toEqual([]);
    // Paid once it is another formula: a row of its own, which comes to nothing elsewhere.
    expect(joined.rows.customLines.map(({ label, kind, amount }) => [label, kind, amount])).toEqual([
      ["Licence", "monthly", 100],
      ["Licence", "once", 0],
      ["Audit", "monthly", 0],
    ]);
    expect(joined.changes).toEqual([
      { table: "customLines", place: 0, field: "amount", values: [250, null, 0, null] },
      { table: "staffLines", place: 0, field: "fte", values: [null, 0, null, null] },
      { table: "customLines", place: 1, field: "amount", values: [null, null, 100, null] },
      { table: "customLines", place: 2, field: "amount", values: [null, null, null, 7] },
    ]);
  });

  it("leave out a scenario that they would not follow, and say which", () => {
    // That no machine stands is something else than that nothing is said of machines.
    const register = [{ id: "rack", label: "Rack", what: "server", count: 3 }] as const;
    const scenarios = [
      scenario("With a register", { register }),
      scenario("Dearer", { customLines: [{ ...licence, amount: 250 }] }),
    ];
    const joined = workbookRows({ inputs: { ...inputs, currentArchitecture: "onPremises" }, rows, scenarios });
    expect(joined.leftOut).toEqual(["With a register"]);
    expect(joined.scenarios.map(({ name }) => name)).toEqual(["Dearer"]);
    expect(joined.rows.register).toEqual([]);
  });
});
