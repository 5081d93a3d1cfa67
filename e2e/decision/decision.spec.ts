import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/accessible";
import { makeModel } from "../support/create-model";
import { expect, test } from "../support/fixtures";
import { inputField, untilSaved } from "../support/model-steps";

test.use({ analyses: "all" });

/** Users without machines over a year: own servers and the cloud differ in engineers alone, 3 and 2. */
const inputs = {
  ...{ horizonMonths: 12, discountRate: 0, storedTB: 0, egressTB: 0, coreHours: 0, users: 0 },
  ...{ wageInflation: 0, generalInflation: 0, hybridPermitted: 0, peerToPeerPermitted: 0 },
  ...{ onPremisesEngineeringFTE: 3, cloudEngineeringFTE: 2 },
};

const section = (page: Page, name: string) =>
  page.getByRole("region").filter({ has: page.getByRole("heading", { name }) });

test("the values that would make an architecture cheapest are found, and two of them are taken from a map", async ({
  ada,
}) => {
  const { page } = ada;
  const model = await makeModel(page, "What would have to be true", { inputs });
  await page.goto(`/models/${model}`);
  await page.getByRole("link", { name: "own servers", exact: true }).click();
  await expect(page).toHaveURL(/\/decision\?of=own-servers$/);

  // By hand: as cheap with as many engineers, and of equal ones own servers are listed first. From 3, 1.77 one time in ten lower: 2 and less lie
  // ln(3/2) / ln(1/0.59) * 1.28155 = 0.985 standard deviations down, 16.2 % by a table of the normal distribution: 1 in 6.2.
  const switching = section(page, "What would have to be true");
  await expect(switching.getByRole("status")).toHaveText(/^Searched all/, { timeout: 60_000 });
  const line = switching.getByRole("listitem").filter({ hasText: "(own servers) at 2 FTE or less instead of 3 FTE" });
  await expect(line).toContainText("about 1 in 6.2");

  const map = section(page, "Two inputs at once");
  await map.getByLabel("Across").selectOption("onPremisesEngineeringFTE");
  await map.getByLabel("Up").selectOption("cloudEngineeringFTE");
  await expect(page).toHaveURL(/across=onPremisesEngineeringFTE&up=cloudEngineeringFTE/);
  await expect(map.getByRole("paragraph").first()).toContainText("The cloud ranks first at the present values");
  const drawing = map.getByRole("application");
  await drawing.focus();
  for (let i = 0; i < 16; i++) await page.keyboard.press("ArrowLeft");
  // The fewest engineers of own servers: 3 * 0.59^(3.5 / 1.28155) = 0.710; each costs 190,000 a year.
  await expect(map.locator("output")).toContainText("(own servers) 0.71 FTE");
  await expect(map.locator("output")).toContainText("Own servers rank first");
  await expectAccessible(page);
  await drawing.focus();
  await page.keyboard.press("Enter");
  await map.getByRole("button", { name: "Take these two values" }).click();
  await untilSaved(page);
  await page.getByRole("link", { name: "Answer" }).click();
  await expect(
    await inputField(page, "Own servers", "Software engineers who build and change the service"),
  ).toHaveValue(/^0\.71/);
});

test("criteria beside money are weighed, and stand there when the page is opened again", async ({ ada }) => {
  const { page } = ada;
  const model = await makeModel(page, "Weighed", { inputs });
  await page.goto(`/models/${model}/decision`);
  const objectives = section(page, "Objectives beside money");
  await expect(objectives.getByText("Nobody has saved weights yet")).toBeVisible();
  // Cost alone counts, so that control has no share; at 100 of 200 it has half.
  const row = objectives.getByRole("row").filter({ has: page.getByLabel("Weight of control") });
  await objectives.getByLabel("Weight of control").fill("100");
  await expect(row.getByRole("cell").nth(1)).toHaveText(/50.%/);
  // What is judged from 0 to 10 has ends of its own too, within its scale: own servers at 9 of 3 to 9 have all of its worth.
  await objectives.getByLabel("Best of control").fill("11");
  await expect(objectives.getByText("Levels are judged from 0 to 10: both ends lie there.")).toBeVisible();
  await objectives.getByLabel("Best of control").fill("9");
  await objectives.getByLabel("Worst of control").fill("3");
  await objectives.getByRole("button", { name: "Save criteria and weights for the group" }).click();
  await expect(objectives.getByText("Saved.")).toBeVisible();
  await page.reload();
  await expect(objectives.getByLabel("Weight of control")).toHaveValue("100");
  await expect(objectives.getByLabel("Best of control")).toHaveValue("9");
  await expect(objectives.getByLabel("Worst of control")).toHaveValue("3");
  // Each level opens what it is made of, and has the focus again afterwards.
  const upFront = objectives.getByRole("row").filter({ has: page.getByLabel("Weight of cash up front") });
  const level = upFront.getByRole("button").first();
  await level.click();
  const explanation = page.getByRole("dialog", { name: "Cash up front, own servers" });
  await expect(explanation).toContainText("Cash of set-up and the first 12 months");
  await expect(explanation).toContainText(/sum|month/);
  await explanation.getByRole("button", { name: "Close the explanation" }).click();
  await expect(level).toBeFocused();
  await page.emulateMedia({ media: "print" });
  await expect(level).toBeVisible();
  await page.emulateMedia({ media: null });
  await expect(objectives.getByText("Nobody has saved weights yet")).toHaveCount(0);
  await expectAccessible(page);
});
