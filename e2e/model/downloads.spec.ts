import { readFile } from "node:fs/promises";
import { downloadChart } from "../support/chart-menu";
import { makeModel } from "../support/create-model";
import { expect, test } from "../support/fixtures";
import { letIn } from "../support/let-in";
import { untilSaved } from "../support/model-steps";

test("a model downloads as CSV under its own name, for its owner and its viewers", async ({ ada, bob }) => {
  const id = await makeModel(ada.page, '=cmd|"x" Übersicht');
  await letIn(ada, id, bob, "viewer");
  await bob.page.goto(`/models/${id}`);

  for (const [file, header] of [
    [
      "years.csv",
      "model,scenario,architecture,architectureName,category,categoryName,figure,currency,Set-up,Year 1,Year 2,Year 3,Year 4,Year 5,Total",
    ],
    ["projection.csv", "model,scenario,architecture,view,period,date,year,month,category,amount,currency"],
  ] as const) {
    const answer = await ada.context.request.get(`/models/${id}/export/${file}`);
    expect(answer.status()).toBe(200);
    expect(answer.headers()).toMatchObject({
      "content-type": "text/csv; charset=utf-8",
      "cache-control": "private, no-store",
      "content-disposition": `attachment; filename="=cmd x Ubersicht ${file}"; filename*=UTF-8''%3Dcmd%20x%20%C3%9Cbersicht%20${file}`,
    });
    const text = await answer.text();
    expect(text.startsWith(`\ufeff${header}\r\n`)).toBe(true);
    // A name that a spreadsheet would run is guarded by one apostrophe, and quoted for its own quotes.
    expect(text.split("\r\n")[1]).toMatch(/^"'=cmd\|""x"" Übersicht",/);
    expect(await (await bob.context.request.get(`/models/${id}/export/${file}`)).text()).toBe(text);
  }

  // Trials of the same seed say the same to both.
  await ada.page.goto(`/models/${id}`);
  await ada.page.getByRole("button", { name: /^Trials/ }).click();
  await ada.page.getByLabel("Trials", { exact: true }).selectOption("1,000");
  await untilSaved(ada.page);
  const uncertainty = await ada.context.request.get(`/models/${id}/export/uncertainty.csv`);
  const said = await uncertainty.text();
  expect(said.startsWith("\ufeffarchitecture,figure,statistic,value,standardError,unit\r\n")).toBe(true);
  expect(said).toContain("\r\n,trials,run,1000,,trials\r\n");
  expect(await (await bob.context.request.get(`/models/${id}/export/uncertainty.csv`)).text()).toBe(said);

  // The whole model, and the report, are the same to both as well.
  for (const [file, type, start] of [
    ["model.json", "application/json", '{\n  "$schema": "http'],
    ["report.pdf?parts=answer,years", "application/pdf", "%PDF-1.7"],
  ] as const) {
    const answer = await ada.context.request.get(`/models/${id}/export/${file}`);
    expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, type]);
    const bytes = await answer.body();
    expect(bytes.toString("latin1").startsWith(start)).toBe(true);
    const again = await bob.context.request.get(`/models/${id}/export/${file}`);
    expect(Buffer.compare(await again.body(), bytes)).toBe(0);
  }
  const wrong = await ada.context.request.get(`/models/${id}/export/report.pdf?parts=cover`);
  expect([wrong.status(), await wrong.text()]).toEqual([422, expect.stringContaining("There is no part “cover”.")]);

  await bob.page.getByRole("button", { name: /Export/ }).click();
  await bob.page.getByRole("menuitem", { name: "Report as PDF…" }).click();
  await bob.page.getByRole("checkbox", { name: "Charts" }).uncheck();
  await bob.page.getByLabel("Paper").selectOption("Letter");
  const [report] = await Promise.all([
    bob.page.waitForEvent("download"),
    bob.page.getByRole("button", { name: "Download report.pdf" }).click(),
  ]);
  expect(report.suggestedFilename()).toMatch(/Übersicht report\.pdf$/);
  expect(report.url()).not.toContain("parts=charts");
  expect(report.url()).toContain("paper=letter");
  await bob.page.keyboard.press("Escape");

  for (const [entry, file] of [
    [/years\.csv/, /Übersicht years\.csv$/],
    [/^Workbook \(\.xlsx\)/, /Übersicht model\.xlsx$/],
  ] as const) {
    const [download] = await Promise.all([
      bob.page.waitForEvent("download"),
      (async () => {
        await bob.page.getByRole("button", { name: /Export/ }).click();
        await bob.page.getByRole("menuitem", { name: entry }).click();
      })(),
    ]);
    expect(download.suggestedFilename()).toMatch(file);
  }
});

test("every file of figures has the marks that its person has chosen", async ({ ada }) => {
  const id = await makeModel(ada.page, "Marks");
  await ada.page.goto("/settings/profile");
  await ada.page.getByLabel("Between cells").selectOption("Semicolon");
  await ada.page.getByLabel("Before decimals").selectOption("Comma: 1234,5");
  await ada.page.getByRole("button", { name: "Save the format" }).click();
  await expect(ada.page.getByText("Saved.")).toBeVisible();
  // By a link of the page: what it said of the format when it was loaded is not loaded again.
  await ada.page.getByRole("link", { name: "Models", exact: true }).first().click();
  await ada.page.getByRole("link", { name: "Marks" }).click();
  const chart = await downloadChart(ada.page, "What it is made of", "CSV");
  const text = await readFile(await chart.path(), "utf8");
  expect(text).toMatch(/^\ufeffarchitecture;/);
  expect(text).toMatch(/\r\nOwn servers;.*\d,\d\d/);
  const years = await (await ada.context.request.get(`/models/${id}/export/years.csv`)).text();
  expect(years.startsWith("\ufeffmodel;scenario;")).toBe(true);
});

test("a signed-out person is asked to sign in, and gets nothing else", async ({ ada, visitor }) => {
  const id = await makeModel(ada.page, "Signed out");
  for (const model of [id, crypto.randomUUID()]) {
    const answer = await visitor.request.get(`/models/${model}/export/years.csv`);
    expect(answer.status()).toBe(401);
    expect(await answer.text()).toBe("You are signed out. Sign in and try again.\n");
  }
});
