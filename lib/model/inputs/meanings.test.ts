import { describe, expect, it } from "vitest";
import { inputList } from "../inputs";
import { inputMeanings } from "./meanings";

describe("what an input is", () => {
  it.each(inputList.map(({ key }) => key))("is said of %s in one sentence with an example", (key) => {
    const words = inputMeanings[key as keyof typeof inputMeanings] ?? "";
    // An example follows a colon, or "such as", or "for example".
    expect(words).toMatch(/^[A-Z].*(: |such as |for example).*\.$/s);
    expect(words.length).toBeLessThanOrEqual(170);
    // One sentence: no other ends within it.
    expect(words.slice(0, -1)).not.toMatch(/[a-z]\. [A-Z]/);
  });
});
