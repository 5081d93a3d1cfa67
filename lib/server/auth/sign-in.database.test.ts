import { beforeEach, describe, expect, it, vi } from "vitest";
import { userOfSession } from "@/lib/server/access/person";
import { hashPassword } from "@/lib/server/crypto/password-hash";
import { forgetAround, jar } from "@/test/around-a-test";
import { newPerson, newPersonHashed, someEmail, someOrigin, testPassword } from "@/test/people";
import { signIn } from "./sign-in";

vi.mock("next/headers", async () => (await import("@/test/around-a-test")).nextHeaders);
vi.mock("next/server", async () => (await import("@/test/around-a-test")).nextServer);

beforeEach(forgetAround);

describe("signing in", () => {
  it("begins a session that names its person", async () => {
    const { user } = await newPerson("Ada");
    const outcome = await signIn({ email: ` ${user.email.toUpperCase()} `, password: testPassword }, someOrigin());
    if (outcome.kind !== "signedIn") throw new Error(outcome.kind);
    expect(outcome.sessionToken).toMatch(/^[\w-]{43}$/);
    expect(await userOfSession(outcome.sessionToken)).toMatchObject({ id: user.id, name: "Ada", email: user.email });
  });

  it("answers a wrong address and a wrong password alike, and about as late", async () => {
    const { user } = await newPersonHashed("Bob", await hashPassword(testPassword));
    const times = { wrong: [] as number[], nobody: [] as number[] };
    for (let n = 0; n < 9; n++) {
      for (const [key, email] of [
        ["wrong", user.email],
        ["nobody", someEmail()],
      ] as const) {
        const from = performance.now();
        // A new address each time: five failures are free.
        expect(await signIn({ email, password: "something else altogether" }, someOrigin())).toEqual({ kind: "wrong" });
        times[key].push(performance.now() - from);
      }
    }
    const median = (took: number[]) => took.sort((a, b) => a - b)[4] as number;
    expect(median(times.nobody) / median(times.wrong)).toBeGreaterThan(0.5);
    expect(median(times.nobody) / median(times.wrong)).toBeLessThan(2);
  });

  it("tells anyone who fails often to wait, even with the right password, and lets a known browser pass", async () => {
    const { user } = await newPerson("Cyd");
    const origin = someOrigin();
    expect((await signIn({ email: user.email, password: testPassword }, someOrigin())).kind).toBe("signedIn");
    const known = new Map(jar);
    jar.clear();
    for (let n = 0; n < 6; n++) await signIn({ email: user.email, password: "wrong wrong wrong" }, origin);
    expect(await signIn({ email: user.email, password: testPassword }, origin)).toEqual({ kind: "wait", seconds: 1 });
    for (const [name, value] of known) jar.set(name, value);
    expect((await signIn({ email: user.email, password: testPassword }, origin)).kind).toBe("signedIn");
  });

  it("does not take another account's cookie for a known browser", async () => {
    const [ada, bob] = [await newPerson("Ada"), await newPerson("Bob")];
    await signIn({ email: ada.user.email, password: testPassword }, someOrigin());
    const origin = someOrigin();
    for (let n = 0; n < 6; n++) await signIn({ email: bob.user.email, password: "wrong wrong wrong" }, origin);
    expect((await signIn({ email: bob.user.email, password: testPassword }, origin)).kind).toBe("wait");
  });

  it.each([
    null,
    {},
    { email: "x" },
    { email: ["a@example.org"], password: {} },
    { email: "a@example.org", password: "" },
  ])("answers nonsense as it answers a wrong password: %j", async (credentials) => {
    expect(await signIn(credentials, someOrigin())).toEqual({ kind: "wrong" });
  });
});
