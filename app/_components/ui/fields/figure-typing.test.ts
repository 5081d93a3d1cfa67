import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { figureTyping } from "./figure-typing";

const app = path.join(import.meta.dirname, "../../..");
const sources = readdirSync(app, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".tsx"));

it("gives a figure that may be negative a keyboard with a minus", () => {
  expect([figureTyping(true).inputMode, figureTyping(false).inputMode]).toEqual(["text", "decimal"]);
});

it("is what every field for a figure has: none asks for a keyboard of decimals by itself", () => {
  expect(sources.length).toBeGreaterThan(100);
  const alone = sources.filter((file) =>
    /inputMode=\{?"decimal"|type="number"/.test(readFileSync(path.join(app, file), "utf8")),
  );
  expect(alone).toEqual([]);
});
