import { createServer, request as forward, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import type { Page } from "@playwright/test";
import { makeModel } from "../support/create-model";
import { expect, signUp, test } from "../support/fixtures";
import { letIn } from "../support/let-in";
import { createModel, inputField, untilSaved, withoutSharedWorker } from "../support/model-steps";

/** A proxy between browser and server, which sees what a SharedWorker asks for too. @returns how many streams of events are open */
async function countingProxy(): Promise<{ server: Server; address: string; streams: () => number }> {
  let open = 0;
  const server = createServer((incoming, answer) => {
    const isStream = incoming.url?.includes("/events?") ?? false;
    if (isStream) open += 1;
    const upstream = forward(incoming.url ?? "", { method: incoming.method, headers: incoming.headers }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
    });
    upstream.on("error", () => answer.destroy());
    answer.on("close", () => {
      if (isStream) open -= 1;
      upstream.destroy();
    });
    incoming.pipe(upstream);
  });
  // What a test asks for by itself comes through a tunnel.
  server.on("connect", ({ url }, socket, head) => {
    const { hostname, port } = new URL(`http://${url}`);
    const onwards = connect(Number(port), hostname, () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      onwards.write(head);
      onwards.pipe(socket).pipe(onwards);
    });
    for (const end of [socket, onwards]) end.on("error", () => end.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { server, address: `http://127.0.0.1:${port}`, streams: () => open };
}

const users = (page: Page) => inputField(page, "Demand", "Users");

test("eight windows of a browser on two models share one stream, and a save goes through and appears in the others", async ({
  newPage,
}) => {
  test.slow();
  const proxy = await countingProxy();
  // Chromium uses no proxy for its own machine without the exception.
  const first = await newPage({ proxy: { server: proxy.address, bypass: "<-loopback>" } });
  const context = first.context();
  try {
    const { page } = await signUp(first, "Ada");
    const addresses = [await createModel(page, "First"), await createModel(page, "Second")];
    const pages = [page];
    for (let n = 0; n < 7; n++) {
      const other = await context.newPage();
      await other.goto(addresses[n % 2] ?? "");
      await users(other);
      pages.push(other);
    }
    await expect.poll(proxy.streams).toBe(1);
    const [typing, ...others] = [pages[1] as Page, pages[3] as Page, pages[5] as Page, pages[7] as Page];
    await (await users(typing)).fill("4321");
    await untilSaved(typing);
    for (const other of others) await expect(await users(other)).toHaveValue("4,321");
    await expect(await users(pages[2] as Page)).not.toHaveValue("4,321");
    await (await users(page)).fill("765");
    await untilSaved(page);
    await expect(await users(pages[4] as Page)).toHaveValue("765");
    expect(proxy.streams()).toBe(1);
    // A window that closes ends no other's events, and the last one closes the stream.
    for (const one of pages.slice(1)) await one.close();
    await page.goto("/models");
    await expect.poll(proxy.streams).toBe(0);
  } finally {
    await context.close();
    proxy.server.close();
  }
});

test("a page of an account that has signed out hears nothing in the name of the next one in the same browser", async ({
  ada,
  bob,
}) => {
  test.slow();
  const id = await makeModel(ada.page, "Seen by both");
  // Bob's own browser has no SharedWorker: it follows the model all the same.
  await withoutSharedWorker(bob.context);
  await letIn(ada, id, bob, "editor");
  await bob.page.goto(`/models/${id}`);
  const address = bob.page.url();
  await ada.page.goto(address);
  await expect(ada.page.getByText("Bob is here too")).toBeVisible();

  const other = await ada.context.newPage();
  await other.goto("/models");
  await other.getByRole("button", { name: "Sign out" }).click();
  const alert = ada.page.getByRole("alert").filter({ hasText: "You are signed out" });
  await expect(alert).toBeVisible();
  await other.goto("/sign-in");
  await other.getByLabel("Email").fill(bob.email);
  await other.getByLabel("Password").fill(bob.password);
  await other.getByRole("button", { name: "Sign in", exact: true }).click();
  await other.waitForURL(/\/models/);
  await other.goto(address);
  await (await users(bob.page)).fill("99");
  await untilSaved(bob.page);
  // While a field has the focus, its person is asked before its value is replaced.
  await (await users(bob.page)).blur();
  await expect(await users(other)).toHaveValue("99");
  await (await users(other)).fill("98");
  await untilSaved(other);
  await expect(await users(bob.page)).toHaveValue("98");
  await ada.page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await ada.page.waitForTimeout(2_000);
  await expect(alert).toBeVisible();
  await expect(await users(ada.page)).toHaveValue("50,000");
});
