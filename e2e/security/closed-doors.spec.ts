import { request } from "node:http";
import { request as newRequest } from "@playwright/test";
import { expect, test } from "../support/fixtures";

test("a visitor sees the first page, and is sent to sign in for everything that belongs to a person", async ({
  visitor,
}) => {
  await visitor.goto("/");
  await expect(visitor.getByRole("link", { name: /sign up/i }).first()).toBeVisible();
  await visitor.goto("/models");
  await expect(visitor).toHaveURL(/\/sign-in/);
});

test("opened under another name of the machine, it moves to its own", async ({ visitor, baseURL }) => {
  const { port } = new URL(baseURL ?? "");
  await visitor.goto(`http://127.0.0.1:${port}/sign-in`);
  await expect(visitor).toHaveURL(`http://localhost:${port}/sign-in`);
});

test("a body of 10 MB is refused in words, and the server lives on", async ({ baseURL }) => {
  const api = await newRequest.newContext(baseURL ? { baseURL } : {});
  const answer = await api.post("/sign-up", {
    data: Buffer.alloc(10_000_000),
    headers: { "content-type": "text/plain" },
  });
  expect(answer.status()).toBe(413);
  expect(await answer.text()).toContain("larger than 1 MB");
  expect((await api.get("/")).status()).toBe(200);
  await api.dispose();
});

test("two people signed up side by side are two people", async ({ ada, bob }) => {
  await ada.page.goto("/models");
  await bob.page.goto("/models");
  await expect(ada.page).toHaveURL(/\/models$/);
  await expect(bob.page).toHaveURL(/\/models$/);
  expect(await ada.page.content()).not.toContain(bob.email);
  expect(await bob.page.content()).not.toContain(ada.email);
});

test("no answer leads to another site, whatever the request line or the way back names", async ({ baseURL }) => {
  const { host, port } = new URL(baseURL ?? "");
  const targets = [
    "http://evil.example/models/",
    "http://evil.example//other.example/",
    "http://127.0.0.1:1/sign-in",
    "//evil.example/models/",
    "/\\evil.example/",
    "/.//evil.example/",
    "/%2e//evil.example/",
    "/api/auth/signin?callbackUrl=http%3A%2F%2Fevil.example",
    "/api/auth/signin?callbackUrl=%2F.%2F%2Fevil.example",
    "/api/auth/signout?callbackUrl=%2F%252e%2F%2Fevil.example",
    "/api/auth/error?callbackUrl=%2F%2Fevil.example",
    "/sign-in?callbackUrl=%2F.%2F%2Fevil.example",
  ];
  for (const target of targets) {
    for (const sent of [host, "evil.example", `127.0.0.1:${port}`]) {
      const { status, location } = await ask(Number(port), target, sent);
      expect(status, target).toBeLessThan(500);
      if (location !== undefined) expect(new URL(location, baseURL).host, `${target} at ${sent}`).toBe(host);
    }
  }
  for (const target of ["*", "evil.example:443", "ftp://evil.example/"]) {
    expect((await ask(Number(port), target, host)).status).toBe(400);
  }
});

/** A request with a line that no browser would send. */
function ask(port: number, path: string, host: string): Promise<{ status: number; location: string | undefined }> {
  return new Promise((resolve, reject) => {
    request({ port, path, headers: { host }, agent: false }, (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode ?? 0, location: answer.headers.location });
    })
      .on("error", reject)
      .end();
  });
}
