import { readFile } from "node:fs/promises";
import type { Download, Page } from "@playwright/test";
import { downloadChart } from "../support/chart-menu";
import { makeModel } from "../support/create-model";
import { expect, test } from "../support/fixtures";
import {
  breakdownBeside,
  createModel,
  dearerByCompliance,
  figuresRow,
  fillInputs,
  inputField,
  untilSaved,
  untilWorkedOut,
} from "../support/model-steps";

test.use({ analyses: "single inputs" });

const section = (page: Page, name: string) => page.getByRole("region", { name: new RegExp(`^${name}`) });
const comparison = (page: Page) => page.getByRole("table", { name: /^The architectures by rank/ });
const text = async (download: Download) => (await readFile(await download.path())).toString("utf8");

test("the page says what the verdict rests on, in money, and at what demand another would win", async ({ ada }) => {
  const { page } = ada;
  await createModel(page, "What it rests on");
  const rests = page.getByRole("table", { name: "What moves it" });
  await expect(rests.getByRole("rowheader")).toHaveCount(5);
  await expect(section(page, "What moves it")).toContainText(/untouched assumptions drive .* of the uncertainty/);

  await fillInputs(page, dearerByCompliance);
  // Own servers are 100,000 dearer by compliance. An engineer costs 190,000 a year; the cloud has 2, at the low end of the range 1.18, at the
  // high end 3.6: the difference is then 100,000 + 0.82 * 190,000 = 255,800, or 100,000 - 1.6 * 190,000 = -204,000. It is 0 at
  // 2 + 100/190 = 2.526 engineers.
  const engineers = rests.getByRole("row").filter({ hasText: "Cloud: Software engineers" });
  await expect(engineers).toContainText("256,000 at its low, −204,000 at its high");
  await expect(engineers).toContainText("above 2.53 FTE: own servers");
  await expect(section(page, "What moves it")).toContainText(/The cloud costs 100,000\sUSD less than own servers/);
  await expect(page.getByText("There are no users, so there is no cost per user.")).toBeVisible();
});

test("typing goes on while the verdict is worked out, and the last figures win", async ({ ada }) => {
  const { page } = ada;
  await createModel(page, "Many keys");
  const compliance = await inputField(page, "Own servers", "Compliance and audit");
  await compliance.fill("");
  await compliance.pressSequentially("123456789", { delay: 40 });
  await expect(compliance).toHaveValue("123456789");
  // With 123 million a year of compliance own servers cannot be the cheapest.
  await expect(comparison(page).getByRole("rowheader").first()).toContainText("Hybrid");
  await expect(section(page, "What moves it")).toContainText(/Hybrid costs .* less than the cloud/);
  await untilWorkedOut(page);
});

test("an amount stands whole on its part of a bar, or not at all", async ({ ada }) => {
  const { page } = ada;
  // 650,000 of peer to peer is a part too narrow for its figure.
  await createModel(page, "Whole amounts");
  const amounts = page.getByRole("figure").locator("[title$=' USD'] > span");
  for (const width of [1440, 1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    if (width === 390) await page.getByRole("button", { name: "Details" }).click();
    await amounts.first().scrollIntoViewIfNeeded();
    const seen = await amounts.evaluateAll((all) =>
      all.map((amount) => {
        const [part, text] = [amount.parentElement, amount].map((of) => (of as Element).getBoundingClientRect());
        if (part === undefined || text === undefined) throw new Error("an amount has its part");
        const isHidden = text.top >= part.bottom;
        const isWhole = text.left >= part.left && text.right <= part.right && text.bottom <= part.bottom;
        return isHidden ? "hidden" : isWhole ? "whole" : `${amount.textContent} is cut off`;
      }),
    );
    expect(new Set(seen), `${width} px wide`).toEqual(new Set(["whole", "hidden"]));
  }
});

test("a chart is downloaded as a picture, as a drawing and as its figures", async ({ ada }) => {
  const { page } = ada;
  await createModel(page, "To take along");
  const beside = await breakdownBeside(page);
  const total = await figuresRow(beside, "Cloud", "Total").first().textContent();
  await page.getByText("All four", { exact: true }).click();
  const download = await downloadChart(page, "Cumulative cost", "CSV");
  expect(download.suggestedFilename()).toBe("to-take-along-cumulative-cost.csv");
  const rows = (await text(download))
    .trim()
    .split("\r\n")
    .map((row) => row.split(","));
  // Set-up and 60 months; the last is the total of the breakdown.
  expect(rows).toHaveLength(62);
  const cloud = rows[0]?.indexOf("Cloud (USD)") ?? -1;
  expect(Number(rows.at(-1)?.[cloud])).toBe(Number(total?.replaceAll(",", "")));

  const picture = await downloadChart(beside, "Cost by year and category", "PNG");
  const png = await readFile(await picture.path());
  expect([...png.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  // Wide enough for print, and with something on it; on the page the chart keeps its size.
  expect(png.readUInt32BE(16)).toBeGreaterThanOrEqual(2_400);
  expect(
    await page.locator("canvas").evaluateAll((all) => all.every((one) => (one as HTMLCanvasElement).width < 1_400)),
  ).toBe(true);
  expect(png.length).toBeGreaterThan(5000);
  // What the page draws of elements is a picture of its drawing.
  for (const title of ["What moves it", "How far each cost is known"]) {
    const drawn = await readFile(await (await downloadChart(page, title, "PNG")).path());
    expect(drawn.readUInt32BE(16), title).toBeGreaterThanOrEqual(2_000);
    expect(drawn.length, title).toBeGreaterThan(5000);
  }
  const moves = await text(await downloadChart(page, "What moves it", "CSV"));
  // The head, and the five inputs of the page.
  expect(moves.trim().split("\r\n")).toHaveLength(6);

  const svg = await text(await downloadChart(page, "Cumulative cost", "SVG"));
  const texts = await page.evaluate((xml) => {
    const parsed = new DOMParser().parseFromString(xml, "image/svg+xml");
    return [...parsed.querySelectorAll("parsererror, title, text")].map(({ textContent }) => textContent);
  }, svg);
  expect(texts).toEqual(expect.arrayContaining(["Cumulative cost", "Cloud", "Set-up", "To take along · Peerbalance"]));
});

test("charts are there before any program has run: on paper, and without scripts", async ({ ada, browser }) => {
  const address = `/models/${await makeModel(ada.page, "Printed at once")}`;
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await ada.page.context().storageState(),
  });
  const page = await context.newPage();
  for (const [path, name] of [
    ["", "Lead of"],
    ["/breakdown", "Cost by year"],
  ]) {
    await page.goto(`${address}${path}`);
    const drawing = page.locator(`svg[aria-label^='${name}']`);
    for (const media of ["screen", "print"] as const) {
      await page.emulateMedia({ media });
      await expect(drawing, `${name} on ${media}`).toBeVisible();
      expect((await drawing.boundingBox())?.height).toBeGreaterThan(150);
    }
    await expect(page.getByText("Drawing the chart…").first()).toBeHidden();
  }
  await context.close();
});

test("matching service levels sets what each architecture just needs, and says which target no setting meets", async ({
  ada,
}) => {
  const { page } = ada;
  await createModel(page, "A fair comparison");
  // One server is busy: 64 cores * 730 h * 0.35 = 16,352 core-hours, of which 15,000 are used. Each is up 90 % of the time, and all that
  // are there must not be down together for more than 0.05 %: 0.1^4 = 0.01 % is in order, 0.1^3 = 0.1 % is not. So three spare servers.
  await fillInputs(page, [
    ["Demand", "Data stored (logical)", "0"],
    ["Demand", "Data delivered to users", "0"],
    ["Demand", "Compute used", "15000"],
    ["Demand", "Growth of compute", "0"],
    ["Servers", "Headroom above today's need", "0"],
    ["Servers", "Availability of one server", "90"],
    ["Servers", "Availability of one site", "100"],
    ["Peers", "Time lost to failures of all peers at once", "1"],
  ]);
  await page.getByRole("button", { name: "Match service levels" }).click();
  const service = section(page, "Service");
  await expect(service).toContainText("Spare servers per site: 1 → 3");
  // A failure of all peers at once takes 1 % of the time: no number of pieces gives 99.95 %.
  await expect(service).toContainText("brings peer to peer to the target for availability");
  await page.getByRole("button", { name: "Apply these changes" }).click();
  await expect(await inputField(page, "Servers", "Spare servers per site")).toHaveValue("3");
  const own = service.getByRole("row").filter({ hasText: "Own servers" });
  await expect(own).toContainText("99.99");
  await expect(own).toContainText("Meets the targets");
  await untilSaved(page);
});

test("where more is built than the targets ask for, the answer says who would lead without it", async ({ ada }) => {
  const { page } = ada;
  // 200 spare servers cost own servers their lead.
  await page.goto(`/models/${await makeModel(page, "Too many spares", { inputs: { spareServers: 200 } })}`);
  const first = comparison(page).getByRole("rowheader").first();
  await expect(first).toContainText("Cloud");
  const note = page.getByText(/^With service levels matched, own servers would lead by \d+\s%\./);
  await expect(note).toBeVisible();
  await page.getByRole("button", { name: "Match them" }).click();
  await expect(first).toContainText("Own servers");
  await expect(note).toBeHidden();
});

test("energy and carbon are shown for the organisation and for participants", async ({ ada }) => {
  const { page } = ada;
  await createModel(page, "Energy");
  await fillInputs(page, [
    ["General", "Planning horizon", "12"],
    ["Demand", "Data stored (logical)", "0"],
    ["Demand", "Data delivered to users", "0"],
    ["Demand", "Compute used", "35000"],
    ["Demand", "Growth of compute", "0"],
  ]);
  // Cloud: 35,000 / 0.35 = 100,000 core-hours rented, * 2.12 W / 1,000 * 1.135 = 240.62 kWh a month, 2,887.44 in twelve; * 0.4 kg = 1,154.976 kg.
  const cloud = page
    .getByRole("region", { name: "Table of energy and carbon" })
    .getByRole("row")
    .filter({ hasText: "Cloud" });
  await expect(cloud.getByRole("cell")).toHaveText(["2,887", "0", "1,155", "0"]);
});

test("the page prints as a report of a few pages, in ink on white, without controls", async ({ ada }) => {
  const { page } = ada;
  await createModel(page, "On paper", "Game patches");
  await expect(page.getByRole("table", { name: "What moves it" })).toBeVisible();
  await page.emulateMedia({ colorScheme: "dark" });
  // Printed before a reader has scrolled to the charts: each is drawn at once, in its size on paper.
  await page.setViewportSize({ width: 1280, height: 150 });
  await page.reload();
  await page.locator("canvas[data-behind]").nth(1).waitFor({ state: "attached" });
  const early = await page.evaluate(() => {
    dispatchEvent(new Event("beforeprint"));
    return [...document.querySelectorAll("canvas")].map(({ dataset, width, height }) => ({
      isBehind: dataset.behind !== undefined,
      isOfPaper: width > 900 && height === 720,
    }));
  });
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  expect(early.length).toBeGreaterThanOrEqual(2);
  expect(early).toEqual(early.map(() => ({ isBehind: false, isOfPaper: true })));
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.locator("canvas").nth(1).waitFor();
  const pdf = await page.pdf({ format: "A4", printBackground: true });
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(pages).toBeGreaterThanOrEqual(3);
  expect(pages).toBeLessThanOrEqual(8);

  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const parts = [
    "Answer",
    "What would flip it",
    "Measure first",
    "Lead of",
    "What it is made of",
    "Cost per user and month as demand grows",
    "What moves it",
    "Who pays",
    "Service",
    "Energy and carbon",
    "Inputs that differ from the defaults",
  ];
  for (const part of parts) {
    await expect(page.getByRole("heading", { name: new RegExp(`^${part}`) }), part).toBeVisible();
  }
  await expect(page.getByText("Worked out by version 2 of the formulas")).toBeVisible();
  // The template's users, with what they rest on.
  const users = page.getByRole("row").filter({ hasText: "Demand: Users" });
  await expect(users).toContainText("2,000,000 users");
  await expect(users).toContainText("a mid-size free-to-play eSports title");
  await expect(page.locator("main button:visible, main input:visible, main select:visible")).toHaveCount(0);
  // Nothing extends beyond the margins of A4, even where a typeface has wider letters.
  await page.setViewportSize({ width: 688, height: 1000 });
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  expect(await width()).toBeLessThanOrEqual(688);
  await page.evaluate(() => {
    const wider = new CSSStyleSheet();
    wider.replaceSync("* { font-family: 'DejaVu Sans', Verdana, sans-serif !important; letter-spacing: 0 !important }");
    document.adoptedStyleSheets = [wider];
  });
  expect(await width()).toBeLessThanOrEqual(688);
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
  // The line of peer to peer, who lead in this template, in the colour of light paper, #00755a, though the screen is dark.
  const hasInk = () =>
    page.evaluate(() => {
      const canvas = document.querySelector("canvas") as HTMLCanvasElement;
      const { data } = (canvas.getContext("2d") as CanvasRenderingContext2D).getImageData(
        0,
        0,
        canvas.width,
        canvas.height,
      );
      for (let i = 0; i < data.length; i += 4) {
        if (data[i] === 0x00 && data[i + 1] === 0x75 && data[i + 2] === 0x5a) return true;
      }
      return false;
    });
  await expect.poll(hasInk).toBe(true);
  // As wide as the paper between its margins, 210 less twice 14 mm, at three dots a pixel of CSS: (210 - 28) / 25.4 *
  // 96 = 688; * 3 = 2,064.
  const cumulativeWidth = () =>
    page
      .locator("canvas")
      .first()
      .evaluate((canvas: HTMLCanvasElement) => canvas.width);
  expect(await cumulativeWidth()).toBe(2_064);
  // Back on the screen it is dark again, and as wide as its place.
  await page.emulateMedia({ media: "screen", colorScheme: "dark" });
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  // A chart is drawn again once it is near the window.
  await page.locator("canvas").first().scrollIntoViewIfNeeded();
  await expect.poll(hasInk).toBe(false);
  expect(await cumulativeWidth()).toBeLessThanOrEqual(688);
});
