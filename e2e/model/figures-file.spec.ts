import { readFile } from "node:fs/promises";
import { expectAccessible } from "../support/accessible";
import { expect, test } from "../support/fixtures";
import {
  breakdownBeside,
  createModel,
  dearerByCompliance,
  figuresRow,
  fillInputs,
  inputField,
  unfoldedField,
  untilSaved,
} from "../support/model-steps";

const file = (text: string, name = "inputs.csv") => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

test("a model's figures go into a file and make the same model again", async ({ ada }) => {
  const { page } = ada;
  await createModel(page, "=Patches");
  await (await inputField(page, "Demand", "Users")).fill("70000");
  const panel = page.getByRole("complementary", { name: "Inputs" });
  await panel.getByRole("button", { name: "About Users", exact: true }).click();
  await panel.getByLabel("Note on Users").fill("-counted\nby hand, in May");
  await panel.getByLabel("Own range", { exact: true }).selectOption("low and high");
  await panel.getByLabel("Low of Users").fill("60000");
  await panel.getByRole("button", { name: /^Own lines/ }).click();
  await panel.getByRole("button", { name: "Add an own line" }).click();
  await panel.getByLabel("Label", { exact: true }).fill("+Grant");
  await panel.getByLabel("Amount", { exact: true }).fill("-1200.5");
  await panel.getByRole("button", { name: "Add", exact: true }).click();
  await untilSaved(page);
  // Loaded now, the breakdown shows what was saved.
  const total = await figuresRow(await breakdownBeside(page), "Cloud", "Total")
    .first()
    .textContent();

  await page.getByRole("button", { name: /^Export/ }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: /inputs\.csv/ }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/inputs\.csv$/);
  const text = await readFile((await download.path()) as string, "utf8");
  expect(
    text.startsWith("\ufeffkey,label,value,unit,default,changed,note,source,low,high,kind,figures,weights,evidence,"),
  ).toBe(true);
  expect(text).toContain(`\r\nusers,Users,70000,user,50000,yes,"'-counted\nby hand, in May",,60000,`);
  expect(text).toContain("\r\ncustomLines.0.label,Own line 1: name,'+Grant,,,,");
  expect(text).toContain("\r\ncustomLines.0.amount,Own line 1: amount,-1200.5,USD/month,,,,");

  await page.goto("/models/new");
  await page.getByRole("radio", { name: /^Import figures/ }).check();
  await page.getByLabel("File of figures").setInputFiles((await download.path()) as string);
  await expect(page.getByText("1 input differs from the defaults; 1 own line; in USD, from")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Create the model" }).click();
  await page.waitForURL(/\/models\/[0-9a-f-]{36}$/);
  await expect(page.getByLabel("Name of the model")).toHaveValue("=Patches");
  await expect(await unfoldedField(page, "Demand", "Users")).toHaveValue("70,000");
  await panel.getByRole("button", { name: "About · note, range: Users" }).click();
  await expect(panel.getByLabel("Note on Users")).toHaveValue("-counted\nby hand, in May");
  await expect(panel.getByLabel("Low of Users")).toHaveValue("60,000");
  await expect(panel.getByText("+Grant", { exact: true })).toBeVisible();
  await expect(figuresRow(await breakdownBeside(page), "Cloud", "Total").first()).toHaveText(total ?? "");
});

test("a model is made of a file that is still being read, once it is read", async ({ ada }) => {
  const { page } = ada;
  await page.goto("/models/new");
  await page.getByRole("radio", { name: /^Import figures/ }).check();
  const requests: string[] = [];
  let answer = () => {};
  const response = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/models/new", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    requests.push(route.request().postData() ?? "");
    await response;
    return route.fallback();
  });
  await page
    .getByLabel("File of figures")
    .setInputFiles(file("key,value\r\nusers,70000\r\nmodel.name,Read slowly\r\n"));
  await expect(page.getByText("Reading the file…")).toBeVisible();
  const create = page.getByRole("button", { name: "Create the model" });
  await create.click();
  await expect(create).toHaveAttribute("data-loading", "true");
  await expect(page.getByText("Choose a file of figures that can be imported")).toHaveCount(0);
  expect(requests).toHaveLength(1);
  answer();
  await page.waitForURL(/\/models\/[0-9a-f-]{36}$/);
  await expect(page.getByLabel("Name of the model")).toHaveValue("Read slowly");
  await expect(await inputField(page, "Demand", "Users")).toHaveValue("70,000");
});

test("a file brings its description and its template along, and leaves out a template that is not here", async ({
  ada,
}) => {
  const { page } = ada;
  for (const [input, stored] of [
    ["game-patches", "game-patches"],
    ["no-such-template", ""],
  ]) {
    const text = `key,value\r\nusers,70000\r\nmodel.name,Carried\r\nmodel.description,"'=By hand, in May"\r\nmodel.template,${input}\r\n`;
    await page.goto("/models/new");
    await page.getByRole("radio", { name: /^Import figures/ }).check();
    await page.getByLabel("File of figures").setInputFiles(file(text));
    await expect(page.getByText("1 input differs from the defaults")).toBeVisible();
    await page.getByRole("button", { name: "Create the model" }).click();
    await page.waitForURL(/\/models\/[0-9a-f-]{36}$/);
    const again = await (await ada.context.request.get(`${page.url()}/export/inputs.csv`)).text();
    // One apostrophe was taken away, and is put before it again.
    expect(again).toContain(`\r\nmodel.description,Description,"'=By hand, in May",,,,`);
    expect(again).toContain(`\r\nmodel.template,Template,${stored},,,,`);
    expect(again).toContain("\r\nusers,Users,70000,user,50000,yes,");
  }
});

test("a file shows what it would change, changes it at one stroke, and is refused whole where a line is wrong", async ({
  ada,
}) => {
  const { page } = ada;
  await createModel(page, "Import");
  const users = await inputField(page, "Demand", "Users");
  await users.fill("70000");
  await page.getByRole("button", { name: /^Export/ }).click();
  await page.getByRole("menuitem", { name: "Import figures…" }).click();
  const dialog = page.getByRole("dialog", { name: "Import figures" });
  const apply = dialog.getByRole("button", { name: "Apply these changes" });

  await dialog
    .getByLabel("File of figures")
    .setInputFiles(file("key,value,unit\nusers,80000,user\ndiscountRate,0.6,per year\n"));
  await expect(dialog.getByRole("alert")).toContainText(
    "Line 3, column value: Discount rate (nominal) must be between 0 and 50 % a year; the file says 60 %.",
  );
  await expect(apply).toBeDisabled();

  await dialog.getByLabel("File of figures").setInputFiles({ ...file(""), buffer: Buffer.from([0x6b, 0xe9]) });
  await expect(dialog.getByRole("alert")).toContainText("is not a text in UTF-8");

  await dialog
    .getByLabel("File of figures")
    .setInputFiles(file("key;value;note\nusers;80000;seen\ndiscountRate;0,065;\n"));
  await expect(dialog.getByRole("row")).toHaveText([
    "What would changeNowIn the file",
    "Discount rate (nominal)8 % a year6.5 % a year",
    "Users70,000 users80,000 users",
    "Notes and sourceson 0 inputson 1 input",
  ]);
  await expectAccessible(page);
  await apply.click();
  await expect(dialog).toBeHidden();
  await expect(users).toHaveValue("80,000");
  await untilSaved(page);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(page.getByText("Undid: imported figures")).toBeVisible();
  await expect(users).toHaveValue("70,000");
  await expect(await inputField(page, "General", "Discount rate (nominal)")).toHaveValue("8");
});

test.describe("with what single inputs do", () => {
  test.use({ analyses: "single inputs" });

  test("a range of one's own is what the verdict tries, and says so", async ({ ada }) => {
    // Thirteen figures are typed, and axe checks the page twice.
    test.slow();
    const { page } = ada;
    await createModel(page, "Range");
    const panel = page.getByRole("complementary", { name: "Inputs" });
    const rests = page.getByRole("table", { name: "What moves it" });
    await fillInputs(page, dearerByCompliance);
    const engineers = rests.getByRole("row").filter({ hasText: "Cloud: Software engineers" });
    await expect(engineers).not.toContainText("your range");

    await unfoldedField(page, "Cloud", "Software engineers who build and change the service");
    const cloud = panel.locator('[data-input="cloudEngineeringFTE"]');
    await cloud
      .getByRole("button", { name: "About Software engineers who build and change the service", exact: true })
      .click();
    // The usual range of 2 engineers, from the list of inputs.
    await expect(cloud.getByText("Usually 1.18 to 3.6 FTE in 8 of 10 cases, uncertain by a factor.")).toBeVisible();
    const kind = cloud.getByLabel("Own range", { exact: true });
    await kind.selectOption("low and high");
    const [low, high] = [
      cloud.getByLabel("Low of Software engineers who build and change the service"),
      cloud.getByLabel("High of Software engineers who build and change the service"),
    ];
    await expect(low).toHaveValue("1.18");
    await high.fill("2,5");
    await low.fill("3");
    await expect(cloud.getByRole("alert")).toHaveText(
      "The range must rise from its lowest figure to its highest; change one of them.",
    );
    await low.fill("2.25");
    await expect(cloud.getByRole("alert")).toContainText(
      "must hold the value in use, 2 FTE, between 2.25 FTE and 2.5 FTE",
    );
    await low.fill("1.4");
    // Own servers are 100,000 dearer by compliance; an engineer costs 190,000 a year: 0.6 of one less is 214,000, half of one more 5,000.
    await expect(engineers).toContainText("your range");
    await expect(engineers).toContainText("214,000 at its low, 5,000 at its high");
    await expect(engineers).toContainText("not in its range");
    // A figure that leaves its range is refused in words, and nothing else waits for it.
    const figure = cloud.getByLabel("Software engineers who build and change the service", { exact: true });
    await figure.fill("3");
    await expect(cloud.getByText("The range of Software engineers who build", { exact: false }).first()).toBeVisible();
    await figure.fill("2");
    await cloud.getByText("Measured", { exact: true }).click();
    await expectAccessible(page);
    await untilSaved(page);
    await page.reload();
    await unfoldedField(page, "Cloud", "Software engineers who build and change the service");
    const about = /^About .*Software engineers who build and change the service/;
    await expect(cloud.getByRole("button", { name: about })).toHaveText("About · measured, range");
    await cloud.getByRole("button", { name: about }).click();
    await expect(high).toHaveValue("2.5");
    // Measurements, pasted as a column; what is no number is named.
    await kind.selectOption("measurements");
    const measured = cloud.getByLabel("Measured values of Software engineers who build and change the service");
    await measured.fill("1.5\n2\nn/a\n2.5\n2.25\n3");
    await expect(cloud.getByRole("alert")).toHaveText("1 of 6 cannot be read: “n/a”. Correct or remove it.");
    await measured.fill("1.5\t2\t2.5\n2.25\n3");
    await expect(cloud.getByText("5 measurements read.")).toBeVisible();
    await untilSaved(page);
    await cloud.getByText("Contracted", { exact: true }).click();
    // Undone step by step: the evidence, the measurements, and what was there before.
    const undo = panel.getByRole("button", { name: /^Undo/ });
    await undo.click();
    await expect(cloud.getByRole("button", { name: about })).toHaveText("About · measured, range");
    await undo.click();
    await expect(kind).toHaveValue("range");
    await expect(high).toHaveValue("2.5");
    await untilSaved(page);
  });
});

test("a range of money follows the model into another currency", async ({ ada }) => {
  const { page } = ada;
  await createModel(page, "Range in euros");
  const panel = page.getByRole("complementary", { name: "Inputs" });
  // At half a euro to the dollar 30 dollars are 15 euros.
  await unfoldedField(page, "Cloud", "Object storage");
  const storage = panel.locator('[data-input="cloudStoragePerTBMonth"]');
  await storage.getByRole("button", { name: "About Object storage", exact: true }).click();
  await storage.getByLabel("Own range", { exact: true }).selectOption("low and high");
  await storage.getByLabel("High of Object storage").fill("30");
  await panel.getByRole("button", { name: /^Currency and first month/ }).click();
  await panel.getByRole("button", { name: "Change the currency or its rate" }).click();
  await panel.getByLabel("Currency", { exact: true }).selectOption("EUR");
  await panel.getByLabel("One US dollar in EUR").fill("0.5");
  await panel.getByRole("button", { name: "Convert it to EUR" }).click();
  await expect(storage.getByLabel("High of Object storage")).toHaveValue("15");
  await untilSaved(page);
});

test("a file made to take long is refused in words, and the server answers others meanwhile", async ({ ada }) => {
  const { page } = ada;
  await createModel(page, "Not to be frozen");
  await page.getByRole("button", { name: /^Export/ }).click();
  await page.getByRole("menuitem", { name: "Import figures…" }).click();
  const dialog = page.getByRole("dialog", { name: "Import figures" });
  const health = async () => {
    const begun = performance.now();
    expect((await page.request.get("/api/health")).ok()).toBe(true);
    return performance.now() - begun;
  };
  for (const [text, message] of [
    [`key,value\n${"x\n".repeat(290_000)}`, "The file has more than 5,000 rows."],
    [`key,value\nusers,${"1".repeat(80_000)}x\n`, "Line 2 has more than 60,000 characters."],
    [`key,value${",".repeat(8_000)}\nusers,1\n`, "Line 1 has 8,002 cells; a row may have 100."],
  ] as const) {
    await dialog.getByLabel("File of figures").setInputFiles(file(text));
    // Once these took 19 s, 37 s and 3.5 s, in which nobody was answered.
    expect(await health()).toBeLessThan(3_000);
    await expect(dialog.getByText(message)).toBeVisible();
  }
  await dialog.getByLabel("File of figures").setInputFiles(file("key;value;default\r\ncloudPue;5;1135\r\n"));
  await expect(dialog.getByText("the default of Power usage effectiveness of the cloud is 1.135")).toBeVisible();
});
