import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { digestOf } from "@/lib/server/files/digest";
import { defaultsOfVersion1 } from "@/test/figures/defaults-of-version-1";
import { expectAccessible } from "../support/accessible";
import { makeModel } from "../support/create-model";
import { expect, test } from "../support/fixtures";
import { totalOf } from "../support/model-steps";

/** Total cost of own servers at the defaults of each version, in cents and not, by an independent evaluation of docs/model.md. */
const then = { exact: "5,133,329.79", whole: "5,133,330" };
const now = { exact: "5,503,539.01", whole: "5,503,539" };

/** Makes a model of version 1 out of the file that such a model is exported to. Returns its address. */
async function modelOfVersion1(page: Page, name: string): Promise<string> {
  const id = await makeModel(page, `${name}, today`);
  const download = page.waitForEvent("download");
  // A navigation that ends in a download fails as such.
  await page.goto(`/models/${id}/export/model.json`).catch(() => {});
  const file = JSON.parse(await readFile(await (await download).path(), "utf8"));
  const documented = { ...file, modelVersion: 1, model: { ...file.model, name, inputs: defaultsOfVersion1 } };
  const buffer = Buffer.from(JSON.stringify({ ...documented, digest: digestOf(documented) }));
  await page.goto("/models/new");
  await page.getByRole("radio", { name: /^Import figures/ }).check();
  await page.getByLabel("File of figures").setInputFiles({ name: "model.json", mimeType: "application/json", buffer });
  await page.getByRole("button", { name: "Create the model" }).click();
  await page.waitForURL(/\/models\/[0-9a-f-]{36}$/);
  return page.url();
}

test("a model of an earlier version shows then and now, stays as it is, moves when asked, and can come back", async ({
  ada,
}) => {
  const { page } = ada;
  const address = await modelOfVersion1(page, "Of version 1");
  await expect(page.getByText("This model keeps to version 1 of the formulas and defaults")).toBeVisible();
  // What it showed, it shows.
  await expect(totalOf(page, "Own servers")).toHaveText(then.whole);
  const totals = page.getByRole("table", { name: "Total costs then and now" });
  const own = totals.getByRole("row").filter({ hasText: "Own servers" });
  await expect(own.getByRole("cell").nth(0)).toHaveText(then.exact);
  await expect(own.getByRole("cell").nth(1)).toHaveText(now.exact);
  // Version 2 has thirteen other defaults, and nothing else differs.
  const defaults = page.getByRole("table", { name: "Defaults then and now" });
  await expect(defaults.getByRole("row")).toHaveCount(14);
  await expectAccessible(page);

  await page.getByRole("button", { name: "Stay with version 1" }).click();
  await page.reload();
  await expect(page.getByText("Stays with version 1 of the formulas and defaults.")).toBeVisible();
  await expect(totals).toBeHidden();
  await expect(totalOf(page, "Own servers")).toHaveText(then.whole);

  await page.getByRole("button", { name: "Compare with version 2" }).click();
  await page.getByRole("button", { name: "Move to version 2" }).click();
  await expect(totalOf(page, "Own servers")).toHaveText(now.whole);
  await expect(page.getByText(/version 1 of the formulas and defaults/)).toHaveCount(0);

  await page.goto(`${address}/history`);
  await page.getByRole("button", { name: "Restore revision 1" }).click();
  await expect(page.getByText(/^Restored;/)).toBeVisible();
  await page.goto(address);
  await expect(totalOf(page, "Own servers")).toHaveText(then.whole);
});
