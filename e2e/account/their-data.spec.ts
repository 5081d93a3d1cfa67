import { strFromU8, unzipSync } from "fflate";
import { expectAccessible } from "../support/accessible";
import { makeModel } from "../support/create-model";
import { confirm, confirmWhereAsked, expect, type Person, test } from "../support/fixtures";
import { letIn } from "../support/let-in";

async function organisationOf({ page }: Person): Promise<string> {
  await page.goto("/settings/data");
  const href = await page.getByRole("link", { name: "Download everything" }).getAttribute("href");
  return href?.split("/")[2] ?? "";
}

async function downloadEverything({ page }: Person): Promise<void> {
  await page.getByRole("link", { name: "Download everything" }).click();
  await confirm(page);
}

test("an owner downloads everything of the organisation, and nobody else's", async ({ ada, bob }) => {
  const id = await makeModel(ada.page, "Everything/of: mine");
  await makeModel(bob.page, "Bob's model");
  const organisation = await organisationOf(ada);
  const address = `/organisations/${organisation}/export/everything.zip`;

  // Being signed in is not enough.
  expect((await ada.context.request.get(address)).status()).toBe(403);
  const [download] = await Promise.all([ada.page.waitForEvent("download"), downloadEverything(ada)]);
  expect(download.suggestedFilename()).toBe("Ada’s organisation everything.zip");
  const answer = await ada.context.request.get(address);
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-type"]).toBe("application/zip");
  const files = unzipSync(await answer.body());
  const folder = `models/Everything of mine ${id.slice(0, 8)}`;
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining([
      "README.txt",
      "organisation.json",
      "audit.csv",
      `${folder}/model.json`,
      `${folder}/inputs.csv`,
      `${folder}/years.csv`,
      `${folder}/projection.csv`,
      `${folder}/criteria.json`,
      `${folder}/comments.json`,
      "tables/cost_models.json",
      "tables/revisions.json",
      "tables/memberships.json",
      "tables/shares.json",
    ]),
  );
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  expect(JSON.parse(text(`${folder}/model.json`))).toMatchObject({ model: { name: "Everything/of: mine" } });
  expect(JSON.parse(text("organisation.json")).memberships).toMatchObject([
    { role: "owner", user: { name: "Ada", email: ada.email } },
  ]);
  expect(JSON.parse(text("tables/cost_models.json"))).toMatchObject([{ id, organisation_id: organisation }]);
  // The page's own CSV, but for the mark that workbooks want.
  const years = await ada.context.request.get(`/models/${id}/export/years.csv`);
  expect(`\ufeff${text(`${folder}/years.csv`)}`).toBe(await years.text());
  const all = Object.keys(files).map(text).join("\n");
  expect(all).not.toContain("Bob's model");
  expect(all).not.toContain("argon2");
  expect(all).not.toContain("token_hash");

  // Bob has no way to it, and still gets to his own.
  expect((await bob.context.request.get(address)).status()).toBe(404);
  expect((await bob.context.request.get(`/organisations/${organisation}/export/audit.csv`)).status()).toBe(404);
  await organisationOf(bob);
  await Promise.all([bob.page.waitForEvent("download"), downloadEverything(bob)]);
});

test("the audit log says who did what, is filtered, and downloads as CSV", async ({ ada, bob }) => {
  const { page } = ada;
  const id = await makeModel(page, "=Audited");
  await letIn(ada, id, bob, "viewer");
  await page.goto("/settings/audit");
  await expect(page.getByRole("row", { name: /Ada.*Made a model.*=Audited/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /Bob.*Accepted an invitation to a model.*=Audited/ })).toBeVisible();
  // On the reader's clock, with the exact moment beside it; what is about the model names it and shows no id.
  const made = page.getByRole("row", { name: /Made an invitation to a model.*model: =Audited/ });
  await expect(made).not.toContainText(id);
  const time = made.locator("time").first();
  await expect(time).toHaveText(/^\d{1,2} [A-Z][a-z]+ \d{4}, \d\d:\d\d\sUTC$/);
  await expect(time).toHaveAttribute("datetime", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  await expectAccessible(page);

  await page.getByLabel("What", { exact: true }).selectOption("Models and scenarios");
  await page.getByLabel("Who", { exact: true }).selectOption("Ada");
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page).toHaveURL(/kind=models/);
  await expect(page.getByRole("row", { name: /Made a model/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /invitation/ })).toHaveCount(0);

  const [download] = await Promise.all([page.waitForEvent("download"), page.getByText("Download CSV").click()]);
  const lines = (await (await download.createReadStream()).toArray()).join("").split("\r\n");
  expect(lines[0]).toBe("\ufeffat,actor,actor_id,action,subject_type,subject,subject_id,address,detail");
  // A name that a workbook would run is guarded.
  expect(lines.find((line) => line.includes("model.created"))).toContain(`,Ada,`);
  expect(lines.find((line) => line.includes("model.created"))).toContain(`,model,'=Audited,${id},`);
  expect(lines.join("\n")).not.toContain("invitation.");

  // Bob reads the model, not the log of Ada's organisation: his page shows his own.
  await bob.page.goto("/settings/audit");
  await expect(bob.page.getByText("=Audited")).toHaveCount(0);
});

test("an organisation and an account are deleted after days of grace, and kept by one press", async ({ ada }) => {
  const { page } = ada;
  await makeModel(page, "Kept");
  await page.goto("/settings/data");
  await expectAccessible(page);
  await page.getByLabel("Type Ada’s organisation to go on").fill("Ada");
  await page.getByRole("button", { name: "Delete this organisation" }).click();
  await confirmWhereAsked(page, page.getByText("Type the organisation's name, Ada’s organisation, to go on."));
  await page.getByLabel("Type Ada’s organisation to go on").fill("Ada’s organisation");
  const response = page.waitForResponse((answer) => answer.request().method() === "POST");
  await page.getByRole("button", { name: "Delete this organisation" }).click();
  await response;
  await page.goto("/models");
  await expect(page.getByText(/Ada’s organisation is going to be deleted with all its models on/)).toBeVisible();
  await page.getByRole("button", { name: "Keep Ada’s organisation" }).click();
  await expect(page.getByText(/is going to be deleted/)).toHaveCount(0);

  await page.goto("/settings/data");
  await page.getByLabel(`Type ${ada.email} to go on`).fill(ada.email);
  await page.getByRole("button", { name: "Delete your account" }).click();
  await expect(page.getByText(/Your account is going to be deleted on/)).toBeVisible();
  await page.getByRole("button", { name: "Keep your account" }).click();
  await expect(page.getByText(/Your account is going to be deleted on/)).toHaveCount(0);
});
