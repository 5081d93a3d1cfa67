import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/accessible";
import { makeModel } from "../support/create-model";
import { confirm, confirmWhereAsked, expect, signUp, test } from "../support/fixtures";
import { acceptWithNewAccount, join, memberLink } from "../support/members";
import { callOf, inviteLink, send } from "../support/wire";

const missing = /404 \(Not Found\)/;

/** What the page's header says that the person works in. */
const workingIn = (page: Page) => page.getByRole("button", { name: /^Organisation: / });

test("a colleague signs up by a link, works in the organisation, and is removed", async ({
  ada,
  newPage,
  expectFault,
}) => {
  expectFault(missing);
  const id = await makeModel(ada.page, "Everybody's");
  const link = await memberLink(ada.page, "cyd@example.org", "member");
  expect(link).toMatch(/^http:\/\/localhost:\d+\/invitations\/[\w-]{43}$/);
  await expect(ada.page.getByRole("rowheader", { name: "cyd@example.org" })).toBeVisible();

  const page = await newPage();
  await page.goto(link);
  await expect(page.getByText("Ada invites you to join “Ada’s organisation” as a member")).toBeVisible();
  const cyd = await acceptWithNewAccount(page, "Cyd");
  await page.waitForURL(/\/models$/);
  await expect(workingIn(page)).toHaveText(/Ada’s organisation/);
  await page.getByRole("link", { name: "Everybody's" }).click();
  await expect(page.getByRole("heading", { name: "Everybody's" })).toBeVisible();
  await expect(page.getByLabel("Name of the model")).toHaveCount(0);
  await page.goto("/settings/members");
  await expect(page.getByRole("rowheader", { name: "Cyd (you)" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Make a link" })).toHaveCount(0);
  await expect(page.getByLabel("Role of Ada")).toHaveCount(0);

  await ada.page.reload();
  await expect(ada.page.getByRole("rowheader", { name: "cyd@example.org" })).toHaveCount(0);
  await ada.page.getByRole("button", { name: "Remove Cyd" }).click();
  const dialog = ada.page.getByRole("dialog", { name: "Remove Cyd from Ada’s organisation?" });
  await expect(dialog.getByText("The models they made stay with the organisation")).toBeVisible();
  await dialog.getByRole("button", { name: "Remove" }).click();
  await confirm(ada.page);
  await expect(ada.page.getByRole("rowheader", { name: "Cyd" })).toHaveCount(0);
  expect((await cyd.context.request.get(`/models/${id}`)).status()).toBe(404);
  await page.goto("/models");
  await expect(workingIn(page)).toHaveText(/Cyd’s organisation/);
  await expect(page.getByText("Everybody's")).toHaveCount(0);
  const third = await newPage();
  await third.goto(link);
  await expect(third.getByText("This link has been used.")).toBeVisible();
});

test("a private model is hidden from a member and seen by an admin", async ({ ada, bob, newPage, expectFault }) => {
  expectFault(missing);
  const cyd = await signUp(await newPage(), "Cyd");
  await join(bob, await memberLink(ada.page, bob.email, "member"));
  await join(cyd, await memberLink(ada.page, cyd.email, "admin"));
  const id = await makeModel(ada.page, "Salaries");
  expect((await bob.context.request.get(`/models/${id}`)).status()).toBe(200);
  await ada.page.goto(`/models/${id}/share`);
  await ada.page.getByLabel("Private").click();
  await expect(
    ada.page.getByText("Members of Ada’s organisation see it only where they are named above."),
  ).toBeVisible();
  expect((await bob.context.request.get(`/models/${id}`)).status()).toBe(404);
  await bob.page.goto("/models");
  await expect(bob.page.getByText("Salaries")).toHaveCount(0);
  await cyd.page.goto("/models");
  const row = cyd.page.getByRole("row", { name: /Salaries/ });
  await expect(row.getByText("Private")).toBeVisible();
  await cyd.page.goto(`/models/${id}`);
  await expect(cyd.page.getByLabel("Name of the model")).toHaveValue("Salaries");

  // By name a member is let in all the same, and may change it.
  const link = await inviteLink(ada.page, id, bob.email, "editor");
  await bob.page.goto(link);
  await bob.page.getByRole("button", { name: "Accept as Bob" }).click();
  await expect(bob.page.getByLabel("Name of the model")).toHaveValue("Salaries");
});

test("roles change on the page; the last owner stays, and hands over to leave", async ({ ada, bob }) => {
  await join(bob, await memberLink(ada.page, bob.email, "admin"));
  await ada.page.goto("/settings/organisation");
  await expect(ada.page.getByText("You are its only owner, and an organisation must have one.")).toBeVisible();
  await expect(ada.page.getByRole("button", { name: "Leave Ada’s organisation" })).toHaveCount(0);
  await ada.page.goto("/settings/members");
  await expect(ada.page.getByText("Owner (the only one)")).toBeVisible();
  await bob.page.goto("/settings/members");
  // An admin makes nobody an owner.
  await expect(bob.page.getByLabel("Role of Bob").locator("option")).toHaveText(["Admin", "Member"]);
  await expect(bob.page.getByRole("button", { name: "Remove Ada" })).toHaveCount(0);

  await ada.page.getByLabel("Role of Bob").selectOption("owner");
  await expect(ada.page.getByLabel("Role of Ada")).toBeVisible();
  await ada.page.goto("/settings/organisation");
  await ada.page.getByRole("button", { name: "Leave Ada’s organisation" }).click();
  const [left] = await Promise.all([
    callOf(ada.page, "", async () => {
      await ada.page.getByRole("dialog").getByRole("button", { name: "Leave" }).click();
    }),
  ]);
  await ada.page.waitForURL(/\/models$/);
  await expect(workingIn(ada.page)).toHaveText(/No organisation/);
  await ada.page.goto("/settings/members");
  await expect(ada.page.getByText("You belong to no organisation.")).toBeVisible();
  // Nor over the wire: the only owner cannot leave, nor can a person without a fresh proof of identity.
  expect(await (await send(bob.context, left)).text()).toContain("This takes more than being signed in");
  await bob.page.goto("/settings/security");
  await bob.page.getByRole("button", { name: "Turn on" }).click();
  await confirmWhereAsked(bob.page, bob.page.getByTestId("authenticator-key"));
  expect(await (await send(bob.context, left)).text()).toContain("An organisation keeps an owner.");
  await bob.page.goto("/settings/members");
  await expect(bob.page.getByText("Owner (the only one)")).toBeVisible();
});

test("several organisations are kept apart, and switched between by keyboard", async ({ ada, bob, expectFault }) => {
  expectFault(missing);
  await makeModel(ada.page, "Of the first");
  await ada.page.goto("/settings/organisation");
  await ada.page.getByLabel("Name of the new organisation").fill("Second");
  await ada.page.getByRole("button", { name: "Make an organisation" }).click();
  await expect(workingIn(ada.page)).toHaveText(/Second/);
  await expect(ada.page.getByLabel("Name", { exact: true })).toHaveValue("Second");
  await ada.page.goto("/models");
  await expect(ada.page.getByText("Of the first")).toHaveCount(0);
  await makeModel(ada.page, "Of the second");

  await ada.page.goto("/models");
  await expect(ada.page.getByRole("link", { name: "Of the second" })).toBeVisible();
  await workingIn(ada.page).focus();
  await ada.page.keyboard.press("Enter");
  const first = ada.page.getByRole("menuitemradio", { name: "Ada’s organisation" });
  await expect(first).toBeVisible();
  await expect(ada.page.getByRole("menuitemradio", { name: "Second", checked: true })).toBeVisible();
  const call = await callOf(ada.page, "", async () => {
    await first.focus();
    await ada.page.keyboard.press("Enter");
  });
  await expect(ada.page.getByRole("link", { name: "Of the first" })).toBeVisible();
  await expect(ada.page.getByText("Of the second")).toHaveCount(0);
  await expect(workingIn(ada.page)).toHaveText(/Ada’s organisation/);
  // A person who does not belong to it cannot switch to it.
  expect((await send(bob.context, call)).status()).toBe(404);
});

test("owners change the name, and a wrong one is refused in words", async ({ ada }) => {
  await ada.page.goto("/settings/organisation");
  await ada.page.getByLabel("Name", { exact: true }).fill("   ");
  await ada.page.getByRole("button", { name: "Save" }).click();
  await expect(ada.page.getByText("Name must not be empty.")).toBeVisible();
  await ada.page.getByLabel("Name", { exact: true }).fill("<b>Umbra</b> & Sons");
  await ada.page.getByRole("button", { name: "Save" }).click();
  await expect(workingIn(ada.page)).toHaveText(/<b>Umbra<\/b> & Sons/);
});

test("a person who was not invited gets nothing of an organisation by its ids", async ({
  ada,
  bob,
  newPage,
  expectFault,
}) => {
  expectFault(missing);
  const cyd = await signUp(await newPage(), "Cyd");
  await join(cyd, await memberLink(ada.page, cyd.email, "member"));
  await ada.page.goto("/settings/members");
  const change = await callOf(ada.page, "admin", async () => {
    await ada.page.getByLabel("Role of Cyd").selectOption("admin");
    await confirm(ada.page);
    await expect(ada.page.getByLabel("Role of Cyd")).toBeEnabled();
  });
  const invite = await callOf(ada.page, "d@example.org", () => memberLink(ada.page, "d@example.org", "member"));
  for (const call of [change, invite]) expect((await send(bob.context, call)).status()).toBe(404);
  await ada.page.getByRole("button", { name: "Revoke the link for d@example.org" }).click();
  await expect(ada.page.getByRole("rowheader", { name: "d@example.org" })).toHaveCount(0);
  // And its owner still gets in.
  expect(await (await send(ada.context, invite)).text()).toContain("/invitations/");
});

test("the pages of an organisation are accessible", async ({ ada, bob }) => {
  await join(bob, await memberLink(ada.page, bob.email, "admin"));
  await memberLink(ada.page, "d@example.org", "member");
  await expectAccessible(ada.page);
  await ada.page.getByRole("button", { name: "Remove Bob" }).click();
  await expect(ada.page.getByRole("dialog")).toBeVisible();
  await expectAccessible(ada.page);
  await ada.page.keyboard.press("Escape");
  await ada.page.goto("/settings/organisation");
  await expectAccessible(ada.page);
  await workingIn(ada.page).click();
  await expect(ada.page.getByRole("menuitemradio")).toBeVisible();
  await expectAccessible(ada.page);
});
