import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { untilQuiet } from "./until-quiet";

// One text goes into every field that keeps text, and every page that shows it is opened. It would set `window.ran` as markup, as an
// attribute, as a script's text, and as a formula of Mantine's or React's.
const script = `"'><img src=x onerror=ran=1><script>ran=1</script>{{ran=1}}`;

async function token(page: Page): Promise<string> {
  await page.goto("/settings/tokens");
  await page.getByLabel("Name").fill(script);
  await page.getByLabel("Create and change models").check();
  await page.getByRole("button", { name: "Make a token" }).click();
  return page.getByLabel("Token", { exact: true }).inputValue();
}

test("script in any text that is kept is shown as text and does not run", async ({
  newPage,
  playwright,
  baseURL,
  visitor,
}) => {
  test.slow();
  const page = await newPage();
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill(script);
  await page.getByLabel("Email").fill(`script-${crypto.randomUUID()}@example.org`);
  await page.getByLabel("Password").fill("seven green buses at noon");
  await page.getByRole("button", { name: "Sign up" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-up"));
  const ran = () => page.evaluate(() => "ran" in window);

  await page.goto("/settings/organisation");
  await page.getByLabel("Name", { exact: true }).fill(script);
  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Save" }).first().click()]);

  const api = await playwright.request.newContext({
    baseURL: baseURL ?? "",
    extraHTTPHeaders: { authorization: `Bearer ${await token(page)}` },
  });
  const made = await api.post("/api/v1/models", {
    data: {
      name: script,
      description: script,
      customLines: [{ label: script, category: "compliance", architectures: ["cloud"], kind: "monthly", amount: 1 }],
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

  for (const address of [
    "/models",
    `/models/${id}`,
    `/models/${id}/breakdown`,
    `/models/${id}/scenarios`,
    `/models/${id}/share`,
    `/models/${id}/history`,
    `/models/${id}/comments`,
    "/notices",
    "/settings/profile",
    "/settings/tokens",
    "/settings/organisation",
    "/settings/members",
    "/settings/audit",
    "/settings/data",
  ]) {
    const answer = await page.goto(address);
    expect(answer?.status(), address).toBe(200);
    await untilQuiet(page);
    expect(await ran(), address).toBe(false);
    expect(await page.locator("img[src=x]").count(), address).toBe(0);
  }
  await visitor.goto(link);
  await expect(visitor.getByText("<script>ran=1</script>").first()).toBeVisible();
  expect(await visitor.evaluate(() => "ran" in window)).toBe(false);
  // What the browser's policy would have stopped shows in the console, and fails the test on its own.
});
