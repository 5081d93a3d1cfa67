import { expect, it } from "vitest";
import { noncePlaces, withNonce } from "./nonce-places";

const nonce = "q+Zx/0==";
const filled = (text: string, by: string) => {
  const places = noncePlaces(Buffer.from(text), nonce);
  return places && withNonce(places, by).toString();
};

it("puts another nonce in every place of the one before", () => {
  expect(filled(`<script nonce="${nonce}">"${nonce}"</script>é`, "other")).toBe(
    '<script nonce="other">"other"</script>é',
  );
});

it("leaves a text without one, or none at all, as it is", () => {
  expect(filled("no nonce here", "other")).toBe("no nonce here");
  expect(filled("", "other")).toBe("");
});

it("takes what Next.js cuts into several scripts", () => {
  const text = `<script nonce="${nonce}">self.__next_f.push([1,"a ${nonce} "])</script><script nonce="${nonce}">self.__next_f.push([1,"b"])</script>`;
  expect(filled(text, "other")).toBe(text.split(nonce).join("other"));
});

it("refuses a text in which such a cut goes through the nonce", () => {
  const text = `<script nonce="${nonce}">self.__next_f.push([1,"a q+Z"])</script><script nonce="${nonce}">self.__next_f.push([1,"x/0== b"])</script>`;
  expect(filled(text, "other")).toBeNull();
});
