import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "../support/accessible";
import { downloadChart } from "../support/chart-menu";
import { makeModel } from "../support/create-model";
import { expect, type Person, test } from "../support/fixtures";
import { letIn } from "../support/let-in";
import { inputField, untilSaved } from "../support/model-steps";
import { expectNoSideways } from "../support/sideways";
import { callOf, send } from "../support/wire";

/**
 * A model in which a year of compliance in the cloud costs 36,000, undiscounted, without inflation; contingency is 0 by
 * default.
 */
async function plainModel(page: Page, name: string): Promise<string> {
  const inputs = { generalInflation: 0, cloudComplianceAnnual: 36_000, horizonMonths: 12, discountRate: 0 };
  return `/models/${await makeModel(page, name, { inputs })}`;
}

async function newScenario(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "New scenario" }).click();
  const field = page.getByLabel(/^Name of Scenario \d+$/);
  await field.fill(name);
  await expect(page.getByRole("region", { name }).getByText(/^Saved/)).toBeVisible();
}

async function vary(page: Page, input: string, scenario: string, value: string): Promise<void> {
  const field = page.getByLabel(`${input}, ${scenario}`, { exact: true });
  if ((await field.count()) === 0) {
    // Of two inputs with one label, the group stands behind it: "Compliance and audit (cloud)".
    const [, label = "", group] = /^(.*?)(?: \((.*)\))?$/.exec(input) ?? [];
    const add = page.getByLabel("Another input to vary");
    const groups = add.locator("optgroup");
    const options = group
      ? groups.and(page.locator(`[label="${group}" i]`)).locator("option")
      : groups.locator("option");
    await add.selectOption(await options.filter({ hasText: new RegExp(`^${label}$`) }).getAttribute("value"));
    await page.getByRole("button", { name: "Add it" }).click();
  }
  await field.fill(value);
  await expect(page.getByRole("region", { name: scenario, exact: true }).getByText(/^Saved/)).toBeVisible();
}

function waterfallRow(page: Page, name: RegExp | string): Locator {
  return page
    .getByRole("table", { name: "What each difference costs" })
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name }) })
    .getByRole("cell");
}

test("each difference of a scenario has its cost, and these add up", async ({ ada }) => {
  const { page } = ada;
  const address = await plainModel(page, "Plain");
  await page.goto(address);
  await page.getByRole("link", { name: "Scenarios" }).click();
  await expect(page.getByText("A scenario is this model with some other figures")).toBeVisible();
  await newScenario(page, "Dear cloud");
  await expect(page.getByText("Nothing differs from the base yet")).toBeVisible();
  await vary(page, "Compliance and audit (cloud)", "Dear cloud", "48 000");
  // 48,000 for 36,000 in the one year: 12,000 more, in the cloud alone.
  const rise = waterfallRow(page, /^Compliance and audit/);
  await expect(rise).toHaveText(["no difference", "+12,000.00", "no difference", "no difference"]);
  await page.goto(address);
  const development = await inputField(page, "Cloud", "Building what it needs, once");
  await development.fill("0");
  await untilSaved(page);
  await page.goto(`${address}/scenarios`);
  await vary(page, "Building what it needs, once (cloud)", "Dear cloud", "100000");
  // Paid once, in month 0: 100,000 more, and 112,000 in all.
  await expect(waterfallRow(page, /^Building what it needs, once/).nth(1)).toHaveText("+100,000.00");
  await expect(rise.nth(1)).toHaveText("+12,000.00");
  const costs = page.getByRole("region", { name: /^Net present cost/ });
  const cloud = costs
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: "Cloud" }) })
    .getByRole("cell");
  await expect(cloud.nth(1)).toContainText("+112,000.00");
  const number = async (cell: Locator) => Number((await cell.innerText()).split("\n")[0]?.replaceAll(",", ""));
  const [start, end] = [
    await number(waterfallRow(page, "Base").nth(1)),
    await number(waterfallRow(page, "Dear cloud").nth(1)),
  ];
  expect(Math.round((end - start) * 100)).toBe(11_200_000);
  expect(await number(cloud.nth(0))).toBe(start);
  expect(await number(cloud.nth(1))).toBe(end);

  // The export has the scenario's rows: a year of its compliance is 48,000.
  const csv = await (await ada.context.request.get(`${address}/export/years.csv`)).text();
  expect(csv).toContain("Plain,Base,cloud,Cloud,compliance,Compliance,cash,USD,0.00,36000.00,36000.00\r\n");
  expect(csv).toContain("Plain,Dear cloud,cloud,Cloud,compliance,Compliance,cash,USD,0.00,48000.00,48000.00\r\n");
});

test("the order of the differences can be changed by keyboard, and the sum stays to the cent", async ({ ada }) => {
  const { page } = ada;
  const address = `/models/${await makeModel(page, "Order")}`;
  await page.goto(`${address}/scenarios`);
  await newScenario(page, "Fewer, shorter");
  await vary(page, "Users", "Fewer, shorter", "40,000");
  await vary(page, "Planning horizon", "Fewer, shorter", "48");
  const table = page.getByRole("table", { name: "What each difference costs" });
  const names = table.getByRole("rowheader");
  const cents = async (cell: Locator) =>
    Math.round(Number((await cell.innerText()).replaceAll(/[+,]/g, "").replace("−", "-")) * 100);
  const ends = async () => [
    await cents(waterfallRow(page, "Base").nth(1)),
    await cents(waterfallRow(page, "Fewer, shorter").nth(1)),
  ];
  const changes = async () => [
    await cents(waterfallRow(page, /^Users/).nth(1)),
    await cents(waterfallRow(page, /^Planning horizon/).nth(1)),
  ];
  await expect(names).toHaveCount(4);
  const first = (await names.nth(1).innerText()).startsWith("Users") ? "Users" : "Planning horizon";
  const [begin = 0, end = 0] = await ends();
  const before = await changes();
  expect(before.reduce((sum, change) => sum + change, 0)).toBe(end - begin);

  const down = page.getByRole("button", { name: new RegExp(`^Down ${first}`) });
  await down.focus();
  await page.keyboard.press("Enter");
  await expect(names.nth(2)).toContainText(first);
  await expect(page.getByText(/ is now number 2 of 2\.$/)).toHaveCount(1);
  // It keeps the focus, and at the end a further press does nothing.
  await expect(down).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(names.nth(2)).toContainText(first);
  expect(await ends()).toEqual([begin, end]);
  const after = await changes();
  expect(after.reduce((sum, change) => sum + change, 0)).toBe(end - begin);
  // Fewer users save less over fewer months: the two part the sum otherwise than before.
  expect(after).not.toEqual(before);
});

test("each chart of each scenario downloads as a picture and as its figures", async ({ ada }) => {
  const { page } = ada;
  const address = await plainModel(page, "Charts");
  await page.goto(`${address}/scenarios`);
  await newScenario(page, "Dear cloud");
  await vary(page, "Compliance and audit (cloud)", "Dear cloud", "48 000");
  const take = async (title: string | RegExp, format: "CSV" | "PNG") => {
    const file = await downloadChart(page, title, format);
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  };
  const yearly = await take("Cost by year and category, Dear cloud", "CSV");
  expect(yearly.name).toBe("charts-cost-by-year-and-category-dear-cloud.csv");
  expect(yearly.bytes.toString()).toMatch(/^Cloud,Compliance,0\.00,48000\.00\r$/m);
  const base = await take("Cost by year and category, Base", "CSV");
  expect(base.bytes.toString()).toMatch(/^Cloud,Compliance,0\.00,36000\.00\r$/m);
  const sum = await take("Cumulative cost, Dear cloud", "CSV");
  // Its names, set-up, twelve months.
  expect(sum.bytes.toString().trimEnd().split("\r\n")).toHaveLength(14);
  const differences = await take(/^Download and figures: What each difference costs/, "CSV");
  // 12,000 more in the cloud alone, which stands second.
  expect(differences.bytes.toString()).toMatch(/^"?Compliance and audit[^\r]*,0\.00,12000\.00,0\.00,0\.00\r$/m);
  const picture = await take("Cumulative cost, Dear cloud", "PNG");
  expect(picture.bytes.subarray(1, 4).toString()).toBe("PNG");
  expect(picture.bytes.length).toBeGreaterThan(5_000);
});

test("scenarios are made, renamed, duplicated, deleted and brought back, and stay after a reload", async ({ ada }) => {
  const { page } = ada;
  const address = `/models/${await makeModel(page, "Several")}`;
  await page.goto(`${address}/scenarios`);
  await newScenario(page, "Few users");
  await vary(page, "Users", "Few users", "1,000");
  await page.getByRole("button", { name: "Duplicate Few users" }).click();
  await expect(page.getByLabel("Users, Copy of Few users", { exact: true })).toHaveValue("1,000");
  await vary(page, "Users", "Copy of Few users", "2,000");
  await page.keyboard.press("Control+z");
  await expect(page.getByLabel("Users, Copy of Few users", { exact: true })).toHaveValue("1,000");
  await page.keyboard.press("Control+Shift+z");
  await expect(page.getByLabel("Users, Copy of Few users", { exact: true })).toHaveValue("2,000");
  await expect(page.getByRole("region", { name: "Copy of Few users" }).getByText(/^Saved/)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Users, Few users", { exact: true })).toHaveValue("1,000");
  await expect(page.getByLabel("Users, Copy of Few users", { exact: true })).toHaveValue("2,000");
  await page.getByRole("button", { name: "Delete Copy of Few users" }).click();
  await expect(page.getByLabel("Users, Copy of Few users", { exact: true })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("checkbox", { name: "Copy of Few users" })).toBeChecked();
  await page.reload();
  await expect(page.getByLabel("Users, Copy of Few users", { exact: true })).toHaveValue("2,000");

  // Up to three beside the base, with the same charts.
  await page.getByRole("button", { name: "Duplicate Few users" }).click();
  await expect(page.getByRole("checkbox")).toHaveCount(3);
  for (const name of ["Base", "Few users", "Copy of Few users", "Copy of Few users 2"])
    await expect(page.getByRole("region", { name, exact: true }).getByRole("img")).toHaveCount(2);
  await page.getByRole("button", { name: "As base for Users, Few users" }).click();
  await expect(page.getByLabel("Users, Few users", { exact: true })).toHaveValue("50,000");
});

test("a bad name or figure is refused beside its field, and neither used nor saved", async ({ ada }) => {
  const { page } = ada;
  const address = `/models/${await makeModel(page, "Careful")}`;
  await page.goto(`${address}/scenarios`);
  await newScenario(page, "One");
  await vary(page, "Users", "One", "1,000");
  await page.getByLabel("Users, One", { exact: true }).blur();
  await page.getByLabel("Users, One", { exact: true }).fill("many");
  await expect(page.getByRole("alert").filter({ hasText: "Users must be a number between 0 and" })).toBeVisible();
  await page.getByLabel("Name of One").fill("base");
  await expect(page.getByRole("alert").filter({ hasText: "Choose another name" })).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(page.getByLabel("Name of One")).toHaveValue("One");
  await expect(page.getByLabel("Users, One", { exact: true })).toHaveValue("many");
  await page.keyboard.press("Control+z");
  await expect(page.getByLabel("Users, One", { exact: true })).toHaveValue("1,000");
  await page.reload();
  await expect(page.getByLabel("Users, One", { exact: true })).toHaveValue("1,000");
});

test("a scenario changes, leaves out and adds rows, says so in words, and is worked out with them", async ({ ada }) => {
  const { page } = ada;
  const still = { generalInflation: 0, wageInflation: 0, discountRate: 0, horizonMonths: 12 };
  const address = `/models/${await makeModel(page, "Rows", { inputs: still })}`;
  await page.goto(`${address}/assumptions/lines`);
  await page.getByRole("button", { name: "Add a staff line" }).click();
  const added = page.getByRole("group", { name: "New staff line" });
  await added.getByLabel("Role").fill("Archivist");
  for (const name of ["Own servers", "Hybrid", "Peer to peer"]) await added.getByLabel(name).uncheck();
  await added.getByLabel("People", { exact: true }).fill("1");
  await added.getByLabel("Pay", { exact: true }).fill("60000");
  await added.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByRole("button", { name: "Add an own line" }).click();
  const line = page.getByRole("group", { name: "New own line" });
  await line.getByLabel("Label").fill("Audit");
  await line.getByLabel("Amount", { exact: true }).fill("1000");
  await line.getByRole("button", { name: "Add", exact: true }).click();
  await untilSaved(page);

  await page.goto(`${address}/scenarios`);
  await newScenario(page, "Other people");
  const saved = page.getByRole("region", { name: "Other people", exact: true }).getByText(/^Saved/);
  const row = (name: string) =>
    page
      .getByRole("table", { name: "Rows of the scenarios" })
      .getByRole("row")
      .filter({ has: page.getByRole("rowheader", { name, exact: true }) });
  await page.getByRole("button", { name: "Change Archivist in Other people" }).click();
  const form = page.getByRole("group", { name: "Staff line Archivist in Other people" });
  await form.getByLabel("People", { exact: true }).fill("2");
  await form.getByRole("button", { name: "Done" }).click();
  await expect(row("Archivist")).toContainText("changed: people 1 FTE → 2 FTE");
  await page.getByRole("button", { name: "Leave out Audit in Other people" }).click();
  await expect(row("Audit")).toContainText("left out");
  // In the cloud 60,000 more for a second archivist, and everywhere 12 × 1,000 less for audits.
  const cost = waterfallRow(page, "Own lines and other rows");
  await expect(cost).toHaveText([/^.12,000\.00$/, "+48,000.00", /^.12,000\.00$/, /^.12,000\.00$/]);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(row("Audit")).toContainText("as the base");
  await expect(cost).toHaveText(["no difference", "+60,000.00", "no difference", "no difference"]);

  await page.getByRole("button", { name: "Add to own lines of Other people" }).click();
  const grant = page.getByRole("group", { name: "New own line in Other people" });
  await grant.getByLabel("Label").fill("Grant");
  await grant.getByLabel("Amount", { exact: true }).fill("-500");
  await grant.getByRole("button", { name: "Add", exact: true }).click();
  await expect(row("Grant")).toContainText("added: −500.00 USD/month");
  // 12 × 500 less in each.
  await expect(cost).toHaveText([/^.6,000\.00$/, "+54,000.00", /^.6,000\.00$/, /^.6,000\.00$/]);
  await expectAccessible(page);
  await expect(saved).toBeVisible();
  // On a phone each row is a card, and so is the form of one.
  await page.setViewportSize({ width: 390, height: 844 });
  await page.reload();
  await expect(row("Archivist")).toContainText("changed: people 1 FTE → 2 FTE");
  await page.getByRole("button", { name: "Change Archivist in Other people" }).click();
  await expect(form).toBeVisible();
  await expectNoSideways(page);
  await form.getByRole("button", { name: "Done" }).click();
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.getByRole("button", { name: "Remove Grant from Other people" }).click();
  await page.getByRole("button", { name: "As base for Archivist in Other people" }).click();
  await expect(row("Grant")).toHaveCount(0);
  await expect(row("Archivist")).toContainText("as the base");
  await expect(page.getByText("This scenario has the same figures as the base.")).toBeVisible();
  await expect(saved).toBeVisible();
});

/** A model of Ada's with one scenario that Bob may change too, its scenarios open in both browsers. */
async function together(ada: Person, bob: Person, name: string): Promise<void> {
  const id = await makeModel(ada.page, name);
  await letIn(ada, id, bob, "editor");
  const address = `/models/${id}/scenarios`;
  await ada.page.goto(address);
  await newScenario(ada.page, "Ours");
  await vary(ada.page, "Users", "Ours", "100");
  await vary(ada.page, "Planning horizon", "Ours", "48");
  await bob.page.goto(address);
  await expect(ada.page.getByText("Bob is here too")).toBeVisible();
  await expect(bob.page.getByText("Ada is here too")).toBeVisible();
}

const fieldOf = (page: Page, input: string, scenario = "Ours") =>
  page.getByLabel(`${input}, ${scenario}`, { exact: true });

test("what two people change in a scenario at once is merged, with a question only where it is the same input", async ({
  ada,
  bob,
  expectFault,
}) => {
  expectFault(/ERR_INTERNET_DISCONNECTED/);
  await together(ada, bob, "Both at once");
  await ada.context.setOffline(true);
  await fieldOf(ada.page, "Users").fill("222");
  await ada.page.getByLabel("Name of Ours").fill("Named by Ada");
  await expect(ada.page.getByText("Not saved: no connection")).toBeVisible();
  await expect(ada.page.getByRole("button", { name: "Try again" })).toBeVisible();
  await vary(bob.page, "Planning horizon", "Ours", "36");
  await ada.context.setOffline(false);
  // Neither gets a question, and both have both.
  for (const { page } of [ada, bob]) {
    await expect(fieldOf(page, "Users", "Named by Ada")).toHaveValue("222");
    await expect(fieldOf(page, "Planning horizon", "Named by Ada")).toHaveValue("36");
    await expect(page.getByText("changed what you were changing")).toHaveCount(0);
  }

  async function conflict(mine: string, theirs: string) {
    await ada.context.setOffline(true);
    await fieldOf(ada.page, "Users", "Named by Ada").fill(mine);
    await expect(ada.page.getByText("Not saved: no connection")).toBeVisible();
    await vary(bob.page, "Users", "Named by Ada", theirs);
    // Otherwise he would get the question too: he is typing there.
    await fieldOf(bob.page, "Users", "Named by Ada").blur();
    await ada.context.setOffline(false);
  }
  const question = ada.page.getByRole("group", { name: "Users: yours or theirs" });
  await conflict("444", "333");
  await expect(question).toContainText("Bob set 333 users, you typed 444 users.");
  await expect(fieldOf(ada.page, "Users", "Named by Ada")).toHaveValue("444");
  await question.getByRole("button", { name: "Keep yours" }).click();
  await expect(question).toHaveCount(0);
  await expect(fieldOf(ada.page, "Users", "Named by Ada")).toHaveValue("444");
  await expect(fieldOf(bob.page, "Users", "Named by Ada")).toHaveValue("444");

  await conflict("666", "555");
  await question.getByRole("button", { name: "Take theirs" }).click();
  await expect(fieldOf(ada.page, "Users", "Named by Ada")).toHaveValue("555");
  await ada.page.reload();
  await expect(fieldOf(ada.page, "Users", "Named by Ada")).toHaveValue("555");
});

test("scenarios that others make, rename, change and delete are followed within two seconds", async ({ ada, bob }) => {
  await together(ada, bob, "Side by side");
  const soon = { timeout: 2_000 };
  await vary(bob.page, "Users", "Ours", "4321");
  await expect(fieldOf(ada.page, "Users")).toHaveValue("4,321", soon);
  await bob.page.getByLabel("Name of Ours").fill("Bob's name");
  await expect(bob.page.getByRole("region", { name: "Bob's name" }).getByText(/^Saved/)).toBeVisible();
  await expect(ada.page.getByLabel("Name of Bob's name")).toHaveValue("Bob's name", soon);

  await bob.page.getByRole("button", { name: "New scenario" }).click();
  await expect(bob.page.getByRole("checkbox")).toHaveCount(2);
  const offered = ada.page.getByRole("checkbox", { name: /^Scenario/ });
  await expect(offered).toBeVisible(soon);
  await offered.check();
  await vary(ada.page, "Users", (await ada.page.getByLabel(/^Name of Scenario/).inputValue()) ?? "", "777");
  await expect(bob.page.getByLabel(/^Users, Scenario/)).toHaveValue("777", soon);

  await bob.page.getByRole("button", { name: "Delete Bob's name" }).click();
  await expect(bob.page.getByText("Deleted “Bob's name”.")).toBeVisible();
  await expect(ada.page.getByText("Another person deleted “Bob's name”.")).toBeVisible(soon);
  await expect(ada.page.getByLabel("Name of Bob's name")).toHaveCount(0);
  await ada.page.getByRole("button", { name: "Bring it back" }).click();
  await expect(fieldOf(ada.page, "Users", "Bob's name")).toHaveValue("4,321");
  await expect(bob.page.getByRole("checkbox", { name: "Bob's name" })).toBeVisible(soon);
});

test("what was typed in a scenario that another person deletes meanwhile is not lost", async ({
  ada,
  bob,
  expectFault,
}) => {
  expectFault(/ERR_INTERNET_DISCONNECTED/);
  await together(ada, bob, "Deleted meanwhile");
  await ada.context.setOffline(true);
  await fieldOf(ada.page, "Users").fill("222");
  await expect(ada.page.getByText("Not saved: no connection")).toBeVisible();
  await bob.page.getByRole("button", { name: "Delete Ours" }).click();
  await expect(bob.page.getByText("Deleted “Ours”.")).toBeVisible();
  await ada.context.setOffline(false);
  await expect(ada.page.getByText("Another person deleted “Ours” while you were changing it.")).toBeVisible();
  await ada.page.getByRole("button", { name: "Bring it back" }).click();
  await expect(fieldOf(ada.page, "Users")).toHaveValue("222");
  await ada.page.reload();
  await expect(fieldOf(ada.page, "Users")).toHaveValue("222");
});

test("a viewer reads scenarios and changes none; a person who was not invited sees none", async ({
  ada,
  bob,
  newPage,
}) => {
  const { page } = ada;
  const id = await makeModel(page, "Whose scenarios");
  const address = `/models/${id}`;
  await page.goto(`${address}/scenarios`);
  await newScenario(page, "Secret plan");
  const save = await callOf(page, "654321", () => vary(page, "Users", "Secret plan", "654321"));
  const create = await callOf(page, "Copy of Secret plan", () =>
    page.getByRole("button", { name: "Duplicate Secret plan" }).click(),
  );
  await expect(page.getByRole("checkbox", { name: "Copy of Secret plan" })).toBeVisible();
  for (const call of [save, create]) {
    const answer = await send(bob.context, call);
    expect(answer.status()).toBe(404);
    expect(await answer.text()).not.toContain("Secret plan");
  }
  await letIn(ada, id, bob, "viewer");
  await bob.page.goto(`${address}/scenarios`);
  await expect(bob.page.getByRole("heading", { name: "Secret plan", exact: true })).toBeVisible();
  await expect(bob.page.getByRole("button", { name: /New scenario|Delete|Duplicate/ })).toHaveCount(0);
  for (const call of [save, create])
    expect(await (await send(bob.context, call)).text()).toContain("You can view this model but not change it");
  // A scenario of Ada's named beside a model of Bob's own is not found there.
  const own = await makeModel(bob.page, "Bob's own");
  expect(await (await send(bob.context, { ...save, body: save.body.replace(id, own) })).text()).toContain(
    '"kind":"gone"',
  );
  const other = await newPage();
  expect((await other.request.get(`${address}/scenarios`, { maxRedirects: 0 })).status()).not.toBe(200);
  await page.goto(`${address}/scenarios`);
  await expect(page.getByLabel("Users, Secret plan", { exact: true })).toHaveValue("654,321");
});

test("scenarios can be used whatever one's eyes and hands, and on a phone", async ({ ada }) => {
  const { page } = ada;
  const address = `/models/${await makeModel(page, "Accessible scenarios", { template: "Game patches" })}`;
  await page.goto(`${address}/scenarios`);
  await newScenario(page, "Few users");
  await vary(page, "Users", "Few users", "1,000");
  await page.locator("canvas").last().waitFor();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.reload();
  await page.locator("canvas").last().waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
