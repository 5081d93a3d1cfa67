import type { BrowserContext, Page } from "@playwright/test";
import { confirmWhereAsked, expect, test } from "../support/fixtures";
import { modelPages } from "../support/model-pages";
import { untilQuiet } from "../support/until-quiet";

// One text goes into every field that keeps text, and every page that shows it is opened. It would set `window.ran` as
// markup, as an attribute, as a script's text, and as a formula of Mantine's or React's.
const script = `"'><img src=x onerror=ran=1><script>ran=1</script>{{ran=1}}`;

async function token(page: Page): Promise<string> {
  await page.goto("/settings/tokens");
  await page.getByLabel("Name").fill(script);
  await page.getByLabel("Create and change models").check();
  await page.getByLabel("Change the organisation’s figures").check();
  await page.getByRole("button", { name: "Make a token" }).click();
  const made = page.getByLabel("Token", { exact: true });
  await confirmWhereAsked(page, made);
  return made.inputValue();
}

/** Written once, then read on each page: who wrote it, and where it stands. */
let scripted: { storageState: Awaited<ReturnType<BrowserContext["storageState"]>>; model: string; link: string };

test.beforeAll(async ({ newPage, playwright, baseURL }) => {
  test.slow();
  const page = await newPage();
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill(script);
  await page.getByLabel("Email").fill(`script-${crypto.randomUUID()}@example.org`);
  await page.getByLabel("Password").fill("seven green buses at noon");
  await page.getByRole("button", { name: "Sign up" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-up"));

  await page.goto("/settings/organisation");
  await page.getByLabel("Name", { exact: true }).fill(script);
  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Save" }).first().click()]);

  const api = await playwright.request.newContext({
    baseURL: baseURL ?? "",
    extraHTTPHeaders: { authorization: `Bearer ${await token(page)}` },
  });
  const stated = { value: 50_000, note: script, source: script, owner: script };
  const figure = await api.put("/api/v1/figures/users", { headers: { "if-none-match": "*" }, data: stated });
  expect(figure.status(), await figure.text()).toBe(201);
  const made = await api.post("/api/v1/models", {
    data: {
      name: script,
      description: script,
      customLines: [{ label: script, category: "compliance", architectures: ["cloud"], kind: "monthly", amount: 1 }],
      billLines: [{ label: script, amount: 1, note: script, source: script }],
      notes: { users: { note: script, source: script } },
    },
  });
  expect(made.status(), await made.text()).toBe(201);
  const { id } = await made.json();
  await api.dispose();

  await page.goto(`/models/${id}/scenarios`);
  await page.getByRole("button", { name: "New scenario" }).click();
  await page.getByLabel(/^Name of Scenario \d+$/).fill(script);
  await expect(page.getByText(/^Saved/).first()).toBeVisible();
  await page.goto(`/models/${id}/share`);
  await page.getByLabel("What it is for").fill(script);
  await page.getByRole("button", { name: "Make a read-only link" }).click();
  const link = await page.getByLabel("Read-only link", { exact: true }).inputValue();

  await page.goto(`/models/${id}/history`);
  await page.getByRole("button", { name: "Add a note on revision 1" }).click();
  await page.getByLabel("Note on revision 1").fill(script);
  await page.getByRole("button", { name: "Save the note" }).click();
  await expect(page.getByRole("button", { name: "Save the note" })).toHaveCount(0);
  // Who saved it, and the note.
  await expect(page.getByRole("listitem").locator("p").getByText(script, { exact: true })).toHaveCount(2);
  await page.goto(`/models/${id}/comments`);
  await page.getByLabel("New comment on the model").fill(script);
  await page.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(page.getByRole("article")).toContainText(script);
  scripted = {
    storageState: await page.context().storageState(),
    model: `/models/${id}`,
    link: new URL(link).pathname,
  };
});

const settings = ["profile", "tokens", "organisation", "members", "figures", "audit", "data"].map(
  (part) => `/settings/${part}`,
);

for (const address of ["/models", ...modelPages, "/notices", ...settings]) {
  test(`script in any stored text does not run on ${address}`, async ({ newPage }) => {
    const page = await newPage({ storageState: scripted.storageState });
    const answer = await page.goto(address.replace("/models/[id]", scripted.model));
    expect(answer?.status()).toBe(200);
    await untilQuiet(page);
    expect(await page.evaluate(() => "ran" in window)).toBe(false);
    expect(await page.locator("img[src=x]").count()).toBe(0);
    // What the browser's policy would have stopped shows in the console, and fails the test on its own.
  });
}

test("script in any stored text is shown as text behind a link", async ({ visitor }) => {
  await visitor.goto(scripted.link);
  await expect(visitor.getByText("<script>ran=1</script>").first()).toBeVisible();
  expect(await visitor.evaluate(() => "ran" in window)).toBe(false);
});
