import { expect, it } from "vitest";
import { greatestSwings } from "./greatest-swings";

it("takes the greatest first, so many at most, and none that moves no money", () => {
  const swings = { users: 3, serverPrice: 500, storedTB: 0, cdnPricePerTB: 40 };
  expect(greatestSwings(swings, 2)).toEqual(["serverPrice", "cdnPricePerTB"]);
  expect(greatestSwings(swings, 10)).toEqual(["serverPrice", "cdnPricePerTB", "users"]);
  expect(greatestSwings({}, 10)).toEqual([]);
});
