import { encode } from "next-auth/jwt";
import { expect, it } from "vitest";
import { decodeOnce } from "./decode-once";

const secret = "only-for-tests-only-for-tests-only-for-tests";

it("gives what a cookie holds each time, and nothing for another secret, a changed cookie, or one that has expired", async () => {
  const token = await encode({ token: { sessionToken: "abc" }, secret });
  for (let n = 0; n < 2; n++) expect(await decodeOnce({ token, secret })).toMatchObject({ sessionToken: "abc" });
  await expect(decodeOnce({ token, secret: `${secret}.` })).rejects.toThrow();
  await expect(decodeOnce({ token: `${token}x`, secret })).rejects.toThrow();
  const short = await encode({ token: { sessionToken: "abc" }, secret, maxAge: -60 });
  await expect(decodeOnce({ token: short, secret })).rejects.toThrow();
  expect(await decodeOnce({ token: "", secret })).toBeNull();
});

it("hands out a copy, so that nobody changes what the next one gets", async () => {
  const token = await encode({ token: { sessionToken: "abc" }, secret });
  const first = await decodeOnce({ token, secret });
  if (first) first.sessionToken = "other";
  expect(await decodeOnce({ token, secret })).toMatchObject({ sessionToken: "abc" });
});
