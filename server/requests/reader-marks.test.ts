import { expect, it } from "vitest";
import { readerMarksOf } from "./reader-marks";

const asked = (header?: string) => readerMarksOf({ headers: { "accept-language": header } }, "numbers");

// As the languages write 12,345,678.5, by Unicode's CLDR: read off its charts. Its narrow spaces are full ones here, its apostrophes ’.
it.each([
  ["en-GB,en;q=0.9", ",."],
  ["en-US", ",."],
  ["de-DE,de;q=0.9,en-US;q=0.8", ".,"],
  ["fr-FR,fr;q=0.9", "\u00a0,"],
  ["sv", "\u00a0,"],
  ["es-ES", ".,"],
  ["de-CH", "\u2019."],
  ["en-IN", ",.2"],
  ["hi-IN", ",.2"],
  // Latin digits for everybody: the fields read no others.
  ["ar-EG-u-nu-arab", ",."],
  ["fa", ",."],
])("the browser's %s writes with %j", (header, marks) => {
  expect(asked(header)).toBe(marks);
});

it("takes the language that is wanted most of those that are known", () => {
  expect(asked("en;q=0.5, de;q=0.9")).toBe(".,");
  expect(asked("tlh, x-klingon, fr;q=0.3")).toBe("\u00a0,");
  expect(asked("de;q=0, fr;q=0.1")).toBe("\u00a0,");
});

it("follows a choice that a cookie keeps, whatever the browser asks for", () => {
  const withCookie = (cookie: string) => readerMarksOf({ headers: { "accept-language": "de", cookie } }, "numbers");
  expect(withCookie("numbers=%2C.")).toBe(",.");
  expect(withCookie("a=b; numbers=%C2%A0%2C; c=d")).toBe("\u00a0,");
  expect(withCookie("numbers=%2C.2")).toBe(",.2");
});

it.each([
  "numbers=",
  "numbers=%",
  "numbers=%2C%2C",
  "numbers=%2C.3",
  "numbers=%2C.22",
  "numbers=%3Cb%3E",
  "numbers=1.",
  "other-numbers=%2C.",
])("takes no marks from the cookie %j that are none", (cookie) => {
  expect(readerMarksOf({ headers: { "accept-language": "de", cookie } }, "numbers")).toBe(".,");
});

it.each([undefined, "", "*", "tlh", ";;;", "de_DE", "<script>", `de,${"x".repeat(400)}`])(
  "is canonical where %j says nothing",
  (header) => {
    expect(asked(header)).toBe(",.");
  },
);
