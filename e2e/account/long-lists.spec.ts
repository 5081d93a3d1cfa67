import { expectAccessible } from "../support/accessible";
import { makeModel } from "../support/create-model";
import { expect, test } from "../support/fixtures";
import { memberLink } from "../support/members";
import { callOf, send } from "../support/wire";

/** One more page than the first, of 50 rows. */
const links = 52;

test("invitations to an organisation are paged, also before the page listens, and revoked on any page", async ({
  ada,
  newPage,
}) => {
  const { page, context } = ada;
  const call = await callOf(page, "cyd-1@", async () => {
    await memberLink(page, "cyd-1@example.org", "member");
  });
  for (let n = 2; n <= links; n++) {
    const answer = await send(context, { ...call, body: call.body.replace("cyd-1@", `cyd-${n}@`) });
    expect(answer.status()).toBe(200);
  }
  await page.goto("/settings/members");
  const pages = page.getByRole("navigation", { name: "Pages of invitations" });
  await expect(pages).toContainText("1 to 50 of 52 invitations");
  await expect(page.getByRole("rowheader", { name: /^cyd-\d+@/ })).toHaveCount(50);
  await expect(page.getByRole("navigation", { name: "Pages of members" })).toHaveCount(0);
  await expectAccessible(page);

  // Without script the same links lead there and back.
  const still = await newPage({ javaScriptEnabled: false, storageState: await context.storageState() });
  await still.goto("/settings/members");
  await still.getByRole("link", { name: "Next", exact: true }).click();
  await expect(still.getByRole("rowheader", { name: /^cyd-\d+@/ })).toHaveText([/^cyd-2@/, /^cyd-1@/]);
  await still.getByRole("link", { name: "Previous", exact: true }).click();
  await expect(still.getByRole("rowheader", { name: /^cyd-\d+@/ })).toHaveCount(50);

  await pages.getByRole("link", { name: "Last", exact: true }).click();
  await expect(page.getByRole("rowheader", { name: /^cyd-\d+@/ })).toHaveCount(2);
  // A page of a list opens where the list is, and not above what else the page has.
  await expect(page).toHaveURL(/#invitations$/);
  await expect(page.getByRole("heading", { name: "Links not used yet" })).toBeInViewport();
  await page.getByRole("button", { name: "Revoke the link for cyd-2@example.org" }).click();
  await expect(page.getByRole("rowheader", { name: /^cyd-\d+@/ })).toHaveText([/^cyd-1@/]);
  await page.getByRole("button", { name: "Revoke the link for cyd-1@example.org" }).click();
  // The last of the page is gone, and so is the page.
  await expect(page.getByRole("rowheader", { name: /^cyd-\d+@/ })).toHaveCount(50);

  // The audit log has more than a page of them.
  await page.goto("/settings/audit?kind=members");
  const events = page.getByRole("navigation", { name: "Pages of events" });
  await expect(events).toContainText(/^1 to 50 of \d\d events/);
  await events.getByRole("link", { name: "Next", exact: true }).click();
  await expect(events).toContainText("Page 2 of 2");
  await expect(page.getByLabel("What", { exact: true })).toHaveValue("members");

  await page.goto("/settings/members?page=7&after=WzFd&invitations-after=bm90aGluZw&search=ADA");
  await expect(page.getByRole("rowheader", { name: "Ada (you)" })).toBeVisible();
  await page.getByRole("searchbox", { name: "Search names and addresses" }).fill("nobody");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(page.getByText("No name and no address here has these words in it.")).toBeVisible();
  await expect(page).toHaveURL(/\?search=nobody#people$/);
  await page.getByRole("link", { name: "Show all" }).click();
  await expect(page.getByRole("rowheader", { name: "Ada (you)" })).toBeVisible();
});

test("read-only links are paged beside the people of a model", async ({ ada }) => {
  const { page, context } = ada;
  const id = await makeModel(page, "Linked often");
  await page.goto(`/models/${id}/share`);
  await page.getByLabel("What it is for").fill("link-1.");
  const call = await callOf(page, "link-1.", async () => {
    await page.getByRole("button", { name: "Make a read-only link" }).click();
    await expect(page.getByLabel("Read-only link", { exact: true })).toBeVisible();
  });
  for (let n = 2; n <= links; n++)
    expect((await send(context, { ...call, body: call.body.replace("link-1.", `link-${n}.`) })).status()).toBe(200);
  await page.goto(`/models/${id}/share`);
  const pages = page.getByRole("navigation", { name: "Pages of read-only links" });
  await pages.getByRole("link", { name: "Next", exact: true }).click();
  await expect(pages).toContainText("51 to 52 of 52 read-only links");
  await expect(page.getByRole("rowheader", { name: /^link-/ })).toHaveText([/^link-2\./, /^link-1\./]);
  await expect(page.getByRole("rowheader", { name: "Ada (you)" })).toBeVisible();
  await page.getByRole("button", { name: "Revoke the link link-1." }).click();
  await expect(page.getByRole("row", { name: /^link-1\./ })).toContainText("revoked");
});
