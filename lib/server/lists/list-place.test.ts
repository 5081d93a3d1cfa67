import { describe, expect, it } from "vitest";
import { z } from "zod";
import { text } from "@/lib/schemas/text";
import { readPlace, timePlace, writePlace } from "./list-place";

const id = "0b9f6c1e-58f7-4c39-9b7a-6d1f0a4b2c3d";
const written = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const named = z.tuple([text("Name"), z.uuid()]);

describe("a place in a list", () => {
  it("is read as it was written, in the order that it belongs to", () => {
    const place = ["2026-11-26T20:00:00.123Z", id];
    expect(readPlace(writePlace(place), timePlace)).toEqual(place);
    expect(readPlace(writePlace(["uberprufung", id]), named)).toEqual(["uberprufung", id]);
    expect(readPlace(writePlace(["uberprufung", id]), timePlace)).toBeNull();
  });

  it.each([
    "",
    "!",
    "bm90IGpzb24",
    written({ key: "x", id }),
    written(["x", "1' or '1'='1"]),
    written(["x\u0000", id]),
    written(["\ud800", id]),
    written(["x", id, 1]),
    written([7, id]),
  ])("is none where it is not one: %s", (place) => {
    expect(readPlace(place, named)).toBeNull();
  });
});
