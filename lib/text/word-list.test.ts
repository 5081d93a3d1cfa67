import { expect, it } from "vitest";
import { wordList } from "./word-list";

it.each([
  [[], ""],
  [["Ada"], "Ada"],
  [["Ada", "Bob"], "Ada and Bob"],
  [["Ada", "Bob", "Cem"], "Ada, Bob and Cem"],
])("%j is %j", (words, sentence) => expect(wordList(words)).toBe(sentence));
