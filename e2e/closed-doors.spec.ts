import { request as newRequest } from "@playwright/test";
import { expect, test } from "./fixtures";

test("a visitor sees what it is, and is sent to sign in where something is somebody's", async ({ visitor }) => {
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
