import { expect, it } from "vitest";
import { noRows, type StaffLine } from "@/lib/model/rows/own-rows";
import { comparedRows, ownRowWords } from "./compared-rows";

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
});

it("says what a scenario makes of a row", () => {
  const words = (base: StaffLine | undefined, own: StaffLine | null | undefined) =>
    ownRowWords("staffLines", base, own, "EUR");
  expect(words(admin, undefined)).toBe("as the base");
  expect(words(undefined, undefined)).toBe("not in it");
  expect(words(admin, null)).toBe("left out");
  expect(words(admin, { ...admin, fte: 3, pay: 65_000 })).toBe(
    "changed: people 2 FTE → 3 FTE, pay 60,000 EUR a year → 65,000 EUR a year",
  );
  expect(words(admin, admin)).toBe("as the base is now, whatever it becomes");
  expect(words(undefined, admin)).toBe("added: 2 FTE · 60,000\u00a0EUR a year · Cloud");
});
