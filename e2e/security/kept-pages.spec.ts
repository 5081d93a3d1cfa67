import type { APIResponse, Response } from "@playwright/test";
import { expect } from "../support/fixtures";
import { bearer, makeToken, test } from "../support/program";
import { createModel, renameModel } from "../support/wire";

// A page that was drawn, and an answer of the API, is given again while all that it reads is as it was (docs/decisions/088-pages-that-are-kept.md): to its own reader, with a
// nonce of its own, and never once something has changed, which the header Cache-Status tells apart.

const hit = "peerbalance; hit";
const statusOf = (answer: APIResponse | Response | null) => answer?.headers()["cache-status"];
const nonceOf = (answer: APIResponse) => /'nonce-([^']+)'/.exec(answer.headers()["content-security-policy"] ?? "")?.[1];

test("a page is given again with another nonce, and drawn anew once something that it shows has changed", async ({
  ada,
}) => {
  const id = await createModel(ada.page, "Before");
  const get = () => ada.context.request.get("/models");
  // A moment after it was made the list shows its verdict too.
  await expect.poll(async () => statusOf(await get())).toBe(hit);
  const [first, second] = [await get(), await get()];
  expect([statusOf(first), statusOf(second)]).toEqual([hit, hit]);
  const [nonce, another] = [nonceOf(first) ?? "", nonceOf(second) ?? ""];
  const [text, again] = [await first.text(), await second.text()];
  expect(text).toContain("Before");
  expect(text).toContain(`nonce="${nonce}"`);
  expect(again).not.toContain(nonce);
  expect(again.split(another).join(nonce)).toBe(text);
  expect(second.headers()["cache-control"]).toContain("no-store");
  await ada.page.goto(`/models/${id}`);
  await renameModel(ada.page, "After");
  const changed = await get();
  expect(statusOf(changed)).not.toBe(hit);
  expect(await changed.text()).toContain("After");
});

test("a model's page that is given again can be used", async ({ ada }) => {
  await createModel(ada.page, "Again");
  await expect.poll(async () => statusOf(await ada.page.reload())).toBe(hit);
  await renameModel(ada.page, "Renamed on a page that was kept");
  expect(statusOf(await ada.page.reload())).not.toBe(hit);
  await expect(ada.page.getByLabel("Name of the model")).toHaveValue("Renamed on a page that was kept");
});

test("a page that is kept is for its reader, and for nobody once the session has ended", async ({
  ada,
  bob,
  newPage,
}) => {
  const address = `/models/${await createModel(ada.page, "Ada's own")}`;
  const elsewhere = (await newPage({ storageState: await ada.context.storageState() })).context().request;
  const get = () => elsewhere.get(address, { maxRedirects: 0 });
  await expect.poll(async () => statusOf(await get())).toBe(hit);
  const byBob = await bob.context.request.get(address);
  expect(byBob.status()).toBe(404);
  expect(await byBob.text()).not.toContain("Ada's own");
  await ada.page.getByRole("button", { name: "Sign out" }).click();
  await ada.page.waitForURL((url) => !url.pathname.startsWith("/models"));
  const ended = await get();
  expect([ended.status(), statusOf(ended)]).toEqual([307, "peerbalance; fwd=stale"]);
});

test("an answer of the API is given again to its token, and anew once something in it has changed or the token has ended", async ({
  ada,
  bob,
  api,
  request,
}) => {
  const { id } = await (await api.post("/api/v1/models", { data: { name: "Before" } })).json();
  const address = `/api/v1/models/${id}`;
  const bobs = bearer(await makeToken(bob));
  for (const asked of [address, "/api/v1/models", "/api/v1/figures"]) {
    await expect.poll(async () => statusOf(await api.get(asked))).toBe(hit);
  }
  const given = await api.get(address);
  expect([statusOf(given), given.headers().etag, (await given.json()).name]).toEqual([hit, '"1"', "Before"]);
  // What a program has already it is not sent again.
  const had = await api.get(address, { headers: { "if-none-match": '"1"' } });
  expect([had.status(), statusOf(had)]).toEqual([304, "peerbalance; fwd=miss"]);
  const byBob = await request.get(address, { headers: bobs });
  expect([byBob.status(), statusOf(byBob)]).toEqual([404, "peerbalance; fwd=miss"]);
  expect((await (await request.get("/api/v1/models", { headers: bobs })).json()).models).toEqual([]);

  await api.patch(address, { data: { name: "After" }, headers: { "if-match": '"1"' } });
  const changed = await api.get(address);
  expect([statusOf(changed), changed.headers().etag]).toEqual(["peerbalance; fwd=stale", '"2"']);
  expect((await (await api.get("/api/v1/models")).json()).models).toMatchObject([{ name: "After" }]);

  await expect.poll(async () => statusOf(await api.get(address))).toBe(hit);
  await ada.page.goto("/settings/tokens");
  await ada.page.getByRole("button", { name: "Revoke Monthly report" }).click();
  await expect.poll(async () => (await api.get(address)).status()).toBe(401);
});
