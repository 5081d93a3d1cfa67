import type { Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { expect, type Person, test } from "../support/fixtures";
import { acceptWithNewAccount } from "../support/members";
import { breakdownBeside, cashRow, createModel, figuresOf, inputField, untilSaved } from "../support/model-steps";
import { inviteLink } from "../support/wire";

type Row = Record<string, string>;

/** Downloads from the page, as a person does. */
async function download({ page }: Person, file: string): Promise<Row[]> {
  await page.getByRole("button", { name: /Export/ }).click();
  const arrives = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: new RegExp(file.replace(".", "\\.")) }).click();
  const stream = await (await arrives).createReadStream();
  return parse(Buffer.concat(await stream.toArray()), { columns: true, bom: true }) as Row[];
}

/** A breakdown, row by row: each category of each architecture with its cash, separators taken out. */
async function tableOf(page: Page): Promise<string[][]> {
  const rows = await figuresOf(page)
    .locator("tbody tr")
    .filter({ has: page.locator("td") })
    .filter({ hasNotText: /^(Net present cost|Difference)/ })
    .all();
  return Promise.all(
    rows.map(async (row) => {
      const cells = [
        ...(await row.locator("th").allTextContents()),
        ...(await row.locator("td:not([data-column='1'])").allTextContents()),
      ];
      return cells.map((cell) => cell.trim().replaceAll(",", "").replace("−", "-"));
    }),
  );
}

test("from a sign-up to a saved, shared and downloaded comparison", async ({ ada, bob, newPage, expectFault }) => {
  expectFault(/404 \(Not Found\)/);
  const address = await createModel(ada.page, "Patches", "Game patches and matches");
  const id = address.split("/").at(-1) as string;

  // Without pay growth, users, minimum, posts, and with the other salaries at nothing, staff is software engineering alone.
  for (const [group, label, value] of [
    ["Price changes", "Pay growth", "0"],
    ["Demand", "Users", "0"],
    ["Staff", "Minimum operations staff", "0"],
    ["Staff", "Posts covered day and night", "0"],
    ["Staff", "Software engineer (loaded)", "60,000"],
    ["Staff", "Security engineer (loaded)", "0"],
    ["Staff", "Operations engineer (loaded)", "0"],
    ["Own servers", "Software engineers who build and change the service", "1"],
    ["Peers", "Software engineers who build and change the service", "2.5"],
  ] as const) {
    await (await inputField(ada.page, group, label)).fill(value);
  }
  // 60,000 a year × 1 and × 2.5 engineers: 60,000 and 150,000 a year, 300,000 and 750,000 in five years.
  const oneEngineer = ["300,000.00", "0.00", ...Array(5).fill("60,000.00")];
  const twoAndAHalf = ["750,000.00", "0.00", ...Array(5).fill("150,000.00")];
  await untilSaved(ada.page);
  const figures = await breakdownBeside(ada.page);
  await expect(cashRow(figures, "Own servers", "Staff")).toHaveText(oneEngineer);
  await expect(cashRow(figures, "Peer to peer", "Staff")).toHaveText(twoAndAHalf);

  const link = await inviteLink(ada.page, id, "colleague@example.org", "viewer");
  const page = await newPage();
  await page.goto(link);
  const cyd = await acceptWithNewAccount(page, "Cyd");
  await page.waitForURL(address);
  const hers = await breakdownBeside(page);
  await expect(cashRow(hers, "Peer to peer", "Staff")).toHaveText(twoAndAHalf);
  await expect(
    await inputField(page, "Own servers", "Software engineers who build and change the service"),
  ).not.toBeEditable();

  await ada.page.goto(`/models/${id}/share`);
  await ada.page.getByLabel("Role of Cyd").selectOption("editor");
  await expect(ada.page.getByLabel("Role of Cyd")).toHaveValue("editor");
  await page.reload();
  // Three engineers: 180,000 a year, 900,000 in five.
  await (await inputField(page, "Peers", "Software engineers who build and change the service")).fill("3");
  await untilSaved(page);
  const three = ["900,000.00", "0.00", ...Array(5).fill("180,000.00")];
  for (const beside of [hers, figures]) await expect(cashRow(beside, "Peer to peer", "Staff")).toHaveText(three);
  await ada.page.goto(address);

  for (const [person, beside] of [
    [ada, figures],
    [cyd, hers],
  ] as const) {
    const years = (await download(person, "years.csv")).filter(({ figure }) => figure === "cash");
    const columns = ["category", "Total", "Set-up", "Year 1", "Year 2", "Year 3", "Year 4", "Year 5"];
    const inFile = years.map((row) => columns.map((column) => row[column] as string));
    const table = await tableOf(beside);
    const byRow = (a: string[], b: string[]) => a.join().localeCompare(b.join());
    const lower = (rows: string[][]) =>
      rows.map(([head, ...rest]) => [(head as string).toLowerCase(), ...rest]).sort(byRow);
    expect(table).toHaveLength(4 * 13);
    expect(lower(inFile)).toEqual(lower(table));

    // A month of it: 60,000 / 12 = 5,000, and 3 × 5,000 = 15,000.
    const months = await download(person, "projection.csv");
    const staff = (architecture: string) =>
      months
        .filter((row) => row.architecture === architecture && row.view === "cash" && row.category === "staff")
        .map((row) => row.amount);
    expect(staff("onPremises")).toEqual(["0.00", ...Array(60).fill("5000.00")]);
    expect(staff("peerToPeer")).toEqual(["0.00", ...Array(60).fill("15000.00")]);
  }

  for (const path of ["", "/export/projection.csv", "/export/years.csv"]) {
    expect((await bob.context.request.get(`/models/${id}${path}`)).status(), path).toBe(404);
  }
  await bob.page.goto(address);
  await expect(bob.page.getByText("Patches")).toHaveCount(0);
});
