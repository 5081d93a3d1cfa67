import { makeModel } from "../support/create-model";
import { expect, test } from "../support/fixtures";
import { acceptWithNewAccount } from "../support/members";
import { callOf, inviteLink, renameModel, savedModel, send, storedName } from "../support/wire";

const missing = /404 \(Not Found\)/;

test("a colleague opens the link, signs up, reads and cannot change; made an editor, they can", async ({
  ada,
  newPage,
}) => {
  const id = await makeModel(ada.page, "Shared patches");
  const link = await inviteLink(ada.page, id, "colleague@example.org", "viewer");
  expect(link).toMatch(/^http:\/\/localhost:\d+\/invitations\/[\w-]{43}$/);

  const page = await newPage();
  await page.goto(link);
  await expect(page.getByText("Ada invites you to view “Shared patches”.")).toBeVisible();
  const cyd = await acceptWithNewAccount(page, "Cyd");
  await expect(page).toHaveURL(new RegExp(`/models/${id}$`));
  await expect(page.getByRole("heading", { name: "Shared patches" })).toBeVisible();
  await expect(page.getByLabel("Name of the model")).toHaveCount(0);

  // Over the wire either: the owner's own save, sent by the viewer.
  await ada.page.goto(`/models/${id}`);
  const save = await callOf(ada.page, "Renamed by Ada", () => renameModel(ada.page, "Renamed by Ada"));
  const refusal = await send(cyd.context, { ...save, body: save.body.replace("Renamed by Ada", "Renamed by Cyd") });
  expect(await refusal.text()).toContain("You can view this model but not change it");
  expect(await storedName(ada.page, id)).toBe("Renamed by Ada");
  const share = await page.goto(`/models/${id}/share`);
  expect(share?.status()).toBe(200);
  await expect(page.getByRole("button", { name: "Make a link" })).toHaveCount(0);

  await ada.page.goto(`/models/${id}/share`);
  await ada.page.getByLabel("Role of Cyd").selectOption("editor");
  await expect(ada.page.getByLabel("Role of Cyd")).toHaveValue("editor");
  await page.goto(`/models/${id}`);
  await renameModel(page, "Renamed by Cyd");
  expect(await storedName(ada.page, id)).toBe("Renamed by Cyd");

  await ada.page.goto(`/models/${id}/share`);
  await ada.page.getByRole("button", { name: "Remove Cyd" }).click();
  await expect(ada.page.getByLabel("Role of Cyd")).toHaveCount(0);
  expect((await cyd.context.request.get(`/models/${id}`)).status()).toBe(404);
});

test("a link works once, and says so to the second who opens it", async ({ ada, bob, newPage }) => {
  const id = await makeModel(ada.page, "Once");
  const link = await inviteLink(ada.page, id, bob.email, "viewer");
  await bob.page.goto(link);
  // Looking accepts nothing.
  expect((await bob.context.request.get(`/models/${id}`)).status()).toBe(404);
  await bob.page.getByRole("button", { name: "Accept as Bob" }).click();
  await expect(bob.page).toHaveURL(new RegExp(`/models/${id}$`));
  const other = await newPage();
  await other.goto(link);
  await expect(other.getByText("This link has been used.")).toBeVisible();
});

test("a person who was not invited gets 404 on the page, the action and the CSV, as for a model that does not exist", async ({
  ada,
  bob,
  expectFault,
}) => {
  expectFault(missing);
  const { id, save } = await savedModel(ada.page, "Not for Bob", "Still not for Bob");
  const invite = await callOf(ada.page, "mallory@example.org", () =>
    inviteLink(ada.page, id, "mallory@example.org", "editor"),
  );
  const nowhere = crypto.randomUUID();
  for (const path of ["", "/share", "/export/projection.csv", "/export/years.csv"]) {
    const answers = await Promise.all(
      [id, nowhere].map(async (model) => {
        const answer = await bob.context.request.get(`/models/${model}${path}`);
        return { status: answer.status(), type: answer.headers()["content-type"] };
      }),
    );
    expect(answers[0]?.status, path).toBe(404);
    expect(answers[0], path).toEqual(answers[1]);
    const body = await (await bob.context.request.get(`/models/${id}${path}`)).text();
    expect(body).not.toContain("Not for Bob");
  }
  for (const call of [save, invite]) {
    expect((await send(bob.context, call)).status()).toBe(404);
    expect((await send(bob.context, { ...call, body: call.body.replaceAll(id, nowhere) })).status()).toBe(404);
  }
  await bob.page.goto(`/models/${id}`);
  await expect(bob.page).not.toHaveTitle(/Not for Bob/);
  await bob.page.goto("/models");
  await expect(bob.page.getByText("Not for Bob")).toHaveCount(0);

  // And the owner still gets in.
  for (const path of ["", "/share", "/export/projection.csv", "/export/years.csv"]) {
    expect((await ada.context.request.get(`/models/${id}${path}`)).status(), path).toBe(200);
  }
  expect(await (await send(ada.context, save)).text()).toContain('"kind":"stale"');
  expect(await (await send(ada.context, invite)).text()).toContain("/invitations/");
  expect(await storedName(ada.page, id)).toBe("Still not for Bob");
});
