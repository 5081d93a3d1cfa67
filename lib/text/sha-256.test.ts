import { expect, it } from "vitest";
import { sha256Of } from "./sha-256";

it("gives the digest of FIPS 180's sample", async () => {
  expect(await sha256Of("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});
