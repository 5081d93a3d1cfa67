import { expectAccessible } from "../support/accessible";
import { makeModel } from "../support/create-model";
import { expect, test } from "../support/fixtures";
import { letIn } from "../support/let-in";
import { commentOn, unfoldedField, untilSaved } from "../support/model-steps";
import { untilQuiet } from "../support/until-quiet";
import { callOf, createModel, inviteLink, send } from "../support/wire";

const script = `<img src=x onerror="document.title='taken'"><script>document.title='taken'</script>`;

test("a mention gives a notification, which leads to the thread; a reply, and it is resolved", async ({ ada, bob }) => {
  // Two people, and five pages looked at by axe in light and dark.
  test.slow();
  const id = await makeModel(ada.page, "To be talked about");
  await bob.page.goto(await inviteLink(ada.page, id, bob.email, "commenter"));
  await expect(bob.page.getByText("Ada invites you to view and comment on “To be talked about”.")).toBeVisible();
  await bob.page.getByRole("button", { name: "Accept as Bob" }).click();
  await bob.page.waitForURL(new RegExp(`/models/${id}$`));

  // Ada is notified that Bob accepted, and mentions him at an input; the list is used by the keyboard alone.
  await ada.page.goto(`/models/${id}`);
  await expect(ada.page.getByRole("link", { name: "Notifications, 1 new" })).toBeVisible();
  await unfoldedField(ada.page, "Demand", "Users");
  await ada.page.getByRole("button", { name: "About Users", exact: true }).click();
  await ada.page.getByRole("button", { name: "Comment on Users" }).click();
  const drawer = ada.page.getByRole("dialog", { name: "Comments: Users" });
  const field = drawer.getByLabel("New comment");
  await field.focus();
  await ada.page.keyboard.type("Is this right, @b");
  await expect(drawer.getByRole("option", { name: "Bob" })).toHaveAttribute("aria-selected", "true");
  await expectAccessible(ada.page);
  await ada.page.keyboard.press("Enter");
  await expect(field).toHaveValue("Is this right, @Bob ");
  await ada.page.keyboard.type("?\n");
  await ada.page.keyboard.type(script);
  await ada.page.keyboard.press("Control+Enter");
  const body = drawer.getByRole("listitem").filter({ hasText: "Is this right, @Bob ?" });
  await expect(body).toContainText(script);
  await expect(field).toHaveValue("");
  expect(await ada.page.title()).not.toBe("taken");
  await drawer.getByRole("button", { name: "Close the comments" }).click();
  await expect(ada.page.getByRole("button", { name: "1 comment on Users" })).toBeVisible();
  await expect(ada.page.getByRole("link", { name: "Comments (1)" })).toBeVisible();
  // So on pages that have no comments themselves.
  await ada.page.goto(`/models/${id}/history`);
  await expect(ada.page.getByRole("link", { name: "Comments (1)" })).toBeVisible();

  await bob.page.goto("/models");
  await bob.page.getByRole("link", { name: "Notifications, 1 new" }).click();
  await expectAccessible(bob.page);
  await bob.page.getByRole("link", { name: "Ada mentioned you in a comment on “To be talked about”." }).click();
  await bob.page.waitForURL(/\/comments\?thread=/);
  await expect(bob.page.getByRole("link", { name: "Notifications", exact: true })).toBeVisible();
  const thread = bob.page.getByRole("article").filter({ hasText: "Is this right" });
  await expect(thread).toBeFocused();
  await expect(thread.getByRole("link", { name: "Users" })).toBeVisible();
  await expect(thread).toContainText(script);
  await thread.getByRole("button", { name: "Reply" }).click();
  await thread.getByLabel("Reply").fill("It is,\nsince Monday.");
  await thread.getByRole("button", { name: "Reply" }).click();
  await expect(thread.getByText("It is,")).toHaveCSS("white-space", "pre-wrap");
  await expectAccessible(bob.page);
  await thread.getByRole("button", { name: "Resolve" }).click();
  await expect(bob.page.getByText("No thread is open.")).toBeVisible();
  await bob.page.getByText("Resolved (1)").click();
  await expect(thread).toContainText("Resolved by Bob");

  await ada.page.goto("/notices");
  await expect(ada.page.getByText("Bob replied in a thread that you wrote in, on “To be talked about”.")).toBeVisible();
  await ada.page.getByRole("button", { name: "Mark all as read" }).click();
  await expect(ada.page.getByRole("link", { name: "Notifications", exact: true })).toBeVisible();
  await ada.page.goto(`/models/${id}/comments`);
  await ada.page.getByText("Resolved (1)").click();
  await ada.page.getByRole("button", { name: "Reopen" }).click();
  await expect(ada.page.getByText("No thread is resolved yet.")).toBeVisible();
  await ada.page.getByText("Open (1)").click();

  // One's own words are changed and taken away; the other's are not offered.
  await ada.page.getByRole("button", { name: "Edit" }).click();
  await ada.page.getByLabel("Your comment").fill("Is this still right, @Bob?");
  await ada.page.getByRole("button", { name: "Save" }).click();
  await expect(ada.page.getByText("Is this still right, @Bob?")).toBeVisible();
  await expect(ada.page.getByRole("button", { name: "Edit" })).toHaveCount(1);
  await ada.page.getByRole("button", { name: "Delete" }).click();
  await expect(ada.page.getByText("Deleted by its author.")).toBeVisible();
  await expect(ada.page.getByText("since Monday.")).toBeVisible();
});

test("a viewer reads comments and writes none, not even over the wire; other people get nothing", async ({
  ada,
  bob,
  newPage,
}) => {
  const id = await makeModel(ada.page, "To be read");
  expect((await bob.context.request.get(`/models/${id}/threads`)).status()).toBe(404);
  await letIn(ada, id, bob, "viewer");
  await ada.page.goto(`/models/${id}/comments`);
  await ada.page.getByLabel("New comment on the model").fill("Only Ada says this");
  const call = await callOf(ada.page, "Only Ada says this", () =>
    ada.page.getByRole("button", { name: "Comment", exact: true }).click(),
  );
  await expect(ada.page.getByRole("article")).toContainText("Only Ada says this");
  const answer = await send(bob.context, { ...call, body: call.body.replace("Only Ada", "Now Bob") });
  expect(await answer.text()).toContain("You can view this model but not comment on it");

  await bob.page.goto(`/models/${id}/comments`);
  await expect(bob.page.getByRole("article")).toHaveCount(1);
  await expect(bob.page.getByText("You can read comments on this model but not write any.")).toBeVisible();
  await expect(bob.page.getByRole("textbox")).toHaveCount(0);
  await expect(bob.page.getByRole("button", { name: "Reply" })).toHaveCount(0);
  await expectAccessible(bob.page);

  // Whom another mentions may answer there, and nowhere else.
  await ada.page.getByLabel("New comment on the model").focus();
  await ada.page.keyboard.type("Do you see it so, @b");
  await expect(ada.page.getByRole("option", { name: "Bob" })).toHaveAttribute("aria-selected", "true");
  await ada.page.keyboard.press("Enter");
  await ada.page.keyboard.press("Control+Enter");
  await expect(ada.page.getByRole("article")).toHaveCount(2);
  await bob.page.reload();
  const thread = bob.page.getByRole("article").filter({ hasText: "Do you see it so" });
  await expect(
    bob.page.getByText("You can read comments on this model, and reply where you are mentioned."),
  ).toBeVisible();
  await expect(bob.page.getByRole("button", { name: "Reply" })).toHaveCount(1);
  await expect(bob.page.getByRole("button", { name: "Resolve" })).toHaveCount(0);
  await thread.getByRole("button", { name: "Reply" }).click();
  await thread.getByLabel("Reply").fill("So do I.");
  await thread.getByRole("button", { name: "Reply" }).click();
  await expect(thread.getByText("So do I.")).toBeVisible();
  await expect(ada.page.getByText("So do I.")).toBeVisible();

  const stranger = await newPage();
  expect((await stranger.context().request.get(`/models/${id}/threads`)).status()).toBe(401);
  expect(await (await stranger.context().request.get("/notices/unread")).json()).toEqual({ unread: 0 });
});

test("a comment, a reply and what settles it are on the other's page within two seconds, and nothing typed is lost", async ({
  ada,
  bob,
}) => {
  const id = await makeModel(ada.page, "Talked about live");
  await letIn(ada, id, bob, "commenter");
  await bob.page.goto(`/models/${id}`);
  await ada.page.goto(`/models/${id}/comments`);
  const soon = { timeout: 2_000 };
  // Both streams are open once each shows that the other is there.
  await expect(bob.page.getByText(/Ada/).first()).toBeVisible();

  await ada.page.getByLabel("New comment on the model").fill("Is this whole?");
  await ada.page.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(ada.page.getByRole("article")).toContainText("Is this whole?");
  await expect(bob.page.getByRole("link", { name: "Comments (1)" })).toBeVisible(soon);

  await bob.page.getByRole("link", { name: "Comments (1)" }).click();
  const bobs = bob.page.getByRole("article");
  await bobs.getByRole("button", { name: "Reply" }).click();
  await bobs.getByLabel("Reply").fill("As far as I see");
  await bobs.getByRole("button", { name: "Reply" }).click();
  await expect(bobs).toContainText("As far as I see");
  const adas = ada.page.getByRole("article");
  await expect(adas).toContainText("As far as I see", soon);

  // Ada answers while Bob settles it: her thread stays, with what she has typed.
  await adas.getByRole("button", { name: "Reply" }).click();
  await adas.getByLabel("Reply").fill("Half a sen");
  await bobs.getByRole("button", { name: "Resolve" }).click();
  await expect(adas).toContainText("Resolved by Bob", soon);
  await expect(adas.getByLabel("Reply")).toHaveValue("Half a sen");
});

test("an own line is commented on where it stands, and its thread outlives it", async ({ ada }) => {
  const { page } = ada;
  const id = await createModel(page, "With a line");
  await page.getByRole("button", { name: /^Own lines/ }).click();
  await page.getByRole("button", { name: "Add an own line" }).click();
  const form = page.getByRole("group", { name: "New own line" });
  await form.getByLabel("Label", { exact: true }).fill("Lawyer");
  await form.getByLabel("Amount", { exact: true }).fill("1000");
  await form.getByRole("button", { name: "Add", exact: true }).click();
  await untilSaved(page);
  const drawer = await commentOn(page, "Own line Lawyer", "Who is it?");
  await drawer.getByRole("button", { name: "Close the comments" }).click();
  await page.goto(`/models/${id}/comments`);
  await page.getByRole("link", { name: "Own line Lawyer" }).click();
  await expect(page.getByRole("button", { name: "Edit Lawyer" })).toBeFocused();
  await expect(page.getByRole("button", { name: "1 comment on Own line Lawyer" })).toBeVisible();
  await page.getByRole("button", { name: "Remove Lawyer" }).click();
  await untilSaved(page);
  await page.goto(`/models/${id}/comments`);
  await expect(page.getByRole("article")).toContainText("Own line Lawyer (this row was removed)");
  await expect(page.getByRole("link", { name: "Own line Lawyer" })).toHaveCount(0);
  await expect(page.getByRole("article")).toContainText("Who is it?");
});

test("a figure of the breakdown is commented on where it stands", async ({ ada }) => {
  const { page } = ada;
  const id = await makeModel(page, "Figures");
  await page.goto(`/models/${id}/breakdown`);
  await page
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: "Energy" }) })
    .first()
    .getByRole("gridcell")
    .last()
    .click();
  const drawer = await commentOn(page, "Energy, own servers", "From the meter");
  await drawer.getByRole("button", { name: "Close the comments" }).click();
  await expect(page.getByRole("grid").getByRole("button", { name: "1 comment on Energy, own servers" })).toBeVisible();
});

test("notifications by mail are turned off, and the pages are whole on a phone", async ({ ada }) => {
  const { page } = ada;
  const id = await makeModel(page, "Small");
  await page.goto(`/models/${id}/comments`);
  await page.getByLabel("New comment on the model").fill(`A long word: ${"x".repeat(200)}`);
  await page.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(page.getByRole("article")).toBeVisible();
  await page.goto("/settings/notices");
  const byMail = page.getByRole("switch");
  await expect(byMail).toBeChecked();
  await byMail.uncheck();
  await expect(byMail).toBeEnabled();
  await page.reload();
  await expect(byMail).not.toBeChecked();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of [`/models/${id}/comments`, "/notices", "/settings/notices", `/models/${id}`]) {
    await page.goto(path);
    await untilQuiet(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390);
  }
});
