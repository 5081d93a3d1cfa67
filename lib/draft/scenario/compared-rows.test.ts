import { expect, it } from "vitest";
import { noRows, type StaffLine } from "@/lib/model/rows/own-rows";
import { comparedRows, ownRowsIn } from "./compared-rows";

const admin: StaffLine = { id: "admin", role: "Admin", architectures: ["cloud"], fte: 2, pay: 60_000 };
const mover: StaffLine = { ...admin, id: "mover", role: "Mover" };

it("lists the model's rows, which of them differ, and behind them those that scenarios add", () => {
  const rows = { staffLines: { admin: null, extra: { ...mover, id: "extra" }, gone: null } };
  const tables = comparedRows({ ...noRows, staffLines: [admin, mover] }, [{ rows }, {}]);
  expect(tables.find(({ table }) => table === "staffLines")?.rows).toEqual([
    { id: "admin", base: admin, differs: true },
    { id: "mover", base: mover, differs: false },
    { id: "extra", base: undefined, differs: true },
  ]);
  expect(tables.filter(({ table }) => table !== "staffLines").flatMap((one) => one.rows)).toEqual([]);
  expect(ownRowsIn({ ...noRows, staffLines: [admin, mover] }, { rows })).toEqual([
    { table: "staffLines", base: admin, own: null },
    { table: "staffLines", base: undefined, own: { ...mover, id: "extra" } },
  ]);
});
