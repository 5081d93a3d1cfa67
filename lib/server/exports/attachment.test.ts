import { expect, it } from "vitest";
import { attachment } from "./attachment";

it("names a download after the model", () => {
  expect(attachment("Game patches", "years.csv")).toBe(
    `attachment; filename="Game patches years.csv"; filename*=UTF-8''Game%20patches%20years.csv`,
  );
});

it("keeps letters of every script in the encoded name", () => {
  expect(attachment("Über 価格", "years.csv")).toBe(
    `attachment; filename="Uber  years.csv"; filename*=UTF-8''%C3%9Cber%20%E4%BE%A1%E6%A0%BC%20years.csv`,
  );
});

it("lets nothing of the name end the header, climb a folder or hide an ending", () => {
  expect(attachment('../../etc/"x"\r\nset-cookie: a=b', "years.csv")).toBe(
    `attachment; filename="etc x set-cookie a=b years.csv"; filename*=UTF-8''etc%20x%20set-cookie%20a%3Db%20years.csv`,
  );
  expect(attachment("a\u202Efdp.exe", "years.csv")).not.toMatch(/\u202E|%E2%80%AE/);
  expect(attachment("...", "years.csv")).toBe(`attachment; filename="years.csv"; filename*=UTF-8''years.csv`);
});

it("cuts a long name, between characters", () => {
  expect(attachment("🐘".repeat(200), "years.csv").match(/%F0%9F%90%98/g)).toHaveLength(80);
});
