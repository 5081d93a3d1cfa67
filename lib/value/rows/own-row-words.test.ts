import { expect, it } from "vitest";
import type { StaffLine } from "@/lib/model/rows/own-rows";
import { ownRowWords } from "./own-row-words";

const admin: StaffLine = { id: "admin", role: "Admin", architectures: ["cloud"], fte: 2, pay: 60_000 };

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
  // How far its figures are known is part of it.
  const ranges = { fte: { low: 1, high: 3 }, pay: { low: 50_000, high: 75_000 } };
  expect(words(undefined, { ...admin, ranges })).toBe(
    "added: 2 FTE (1 to 3) · 60,000\u00a0EUR a year (50,000\u00a0EUR to 75,000\u00a0EUR) · Cloud",
  );
});
