import { expectAccessible } from "../support/accessible";
import { makeModel } from "../support/create-model";
import { expect, test } from "../support/fixtures";
import { commentOn, untilSaved } from "../support/model-steps";
import { expectNoSideways } from "../support/sideways";

// Figures are worked by hand from what is typed.

test("machines are typed and pasted, and say what they come to", async ({ ada }) => {
  const { page } = ada;
  const address = `/models/${await makeModel(page, "With machines")}`;
  await page.goto(`${address}/assumptions/machines`);
  const typed = { Name: "Rack A", Count: "4", Age: "50", "Price paid each": "11,200" };
  for (const [field, text] of Object.entries(typed)) await page.getByLabel(`${field}, new row`).fill(text);
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Name, row 1")).toHaveValue("Rack A");

  await page.getByRole("button", { name: "Register in files" }).click();
  await page.getByRole("menuitem", { name: "Paste from a spreadsheet, or import CSV…" }).click();
  const dialog = page.getByRole("dialog", { name: "Add to: register" });
  await dialog
    .getByLabel("Rows", { exact: true })
    .fill(
      "Name\tKind\tQty\tAge\tPrice paid each\nRack B\tServer\t3\t30\t7800\nHalf\tServer\t1.5\t90\t\nNAS\tstorage server\t1\t18\t9400",
    );
  await expect(dialog.getByRole("status")).toHaveText("2 rows are understood, 1 not. Nothing is added yet.");
  await expect(dialog.getByText("Line 3 (Half · Server · 1.5 · 90)")).toContainText("Count must be a whole number");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Add 2 rows" }).click();
  // 64 cores are a standard server: half of one.
  await page.getByRole("button", { name: "Register in files" }).click();
  await page.getByRole("menuitem", { name: "Paste from a spreadsheet, or import CSV…" }).click();
  await dialog.getByLabel("Rows", { exact: true }).fill("Name,Cores,Bought\nweb-01,32,2026-01\n");
  await expect(dialog.getByText("each does the work of 0.5")).toBeVisible();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByLabel("Name, row 3")).toHaveValue("NAS");

  // Nothing runs today: the rows wait until something does.
  await expect(page.getByText("These machines wait", { exact: false })).toBeVisible();
  await page.getByRole("button", { name: "Own servers run today" }).click();
  // 4 × 11,200 + 3 × 7,800 = 68,200, and (4 × 50 + 3 × 30) / 7 = 41.4 months.
  const servers = page
    .getByRole("table")
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: "Server", exact: true }) });
  await expect(servers.getByRole("cell")).toContainText(["7", "7 standard", "41.4", "68,200.00"]);
  // They are 50, 30 and 18 months old, and are renewed in that order.
  const renewed = page.getByRole("table", { name: "What is renewed when" });
  await expect(renewed.getByRole("rowheader")).toHaveText(["Rack A", "Rack B", "NAS"]);
  await untilSaved(page);
  await page.getByRole("button", { name: "More about Rack A" }).click();
  await page.getByRole("button", { name: "Remove Rack A" }).click();
  await expect(page.getByLabel("Name, row 1")).toHaveValue("Rack B");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.getByLabel("Name, row 1")).toHaveValue("Rack A");
  // A cell forgets what was typed in it where that is undone, whether or not it was a figure.
  const count = page.getByLabel("Count, row 1");
  await count.fill("5");
  await count.fill("5 or 6");
  await expect(page.getByRole("alert").filter({ hasText: "Count must be" })).toBeVisible();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(count).toHaveValue("4");
  await untilSaved(page);
  await page.reload();
  await expect(page.getByLabel("Name, row 1")).toHaveValue("Rack A");
  // Paper has what is typed in the grid, within its width, and nothing to type in.
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("Rack A", { exact: true }).first()).toBeVisible();
  for (const field of ["Kind", "Count", "Age", "Price paid each"])
    await expect(page.getByLabel(`${field}, row 1`)).toBeVisible();
  await expect(page.getByLabel("Name, new row")).toBeHidden();
  await page.setViewportSize({ width: 700, height: 1000 });
  await expectNoSideways(page);
});

test("equipment and staff are lines that say what they cost", async ({ ada }) => {
  const { page } = ada;
  const address = `/models/${await makeModel(page, "With lines")}`;
  await page.goto(`${address}/assumptions/lines`);
  await page.getByRole("button", { name: "Add an equipment line" }).click();
  const form = page.getByRole("group", { name: "New equipment line" });
  await form.getByRole("button", { name: "Add", exact: true }).click();
  await expect(form.getByRole("alert").first()).toBeVisible();
  await form.getByLabel("Name").fill("Firewall pair");
  await form.getByLabel("Pieces", { exact: true }).fill("2");
  await form.getByLabel("Price each", { exact: true }).fill("8200");
  await form.getByLabel("Life", { exact: true }).fill("48");
  await form.getByRole("button", { name: "Add", exact: true }).click();
  // Bought in month 1 and again in month 49 of 60: 2 × 2 × 8,200.
  const line = page.getByRole("list", { name: "Equipment lines" }).getByRole("listitem");
  await expect(line).toContainText("32,800");
  await untilSaved(page);
  await commentOn(page, "Equipment line Firewall pair", "From whom?");
  await page.goto(`${address}/comments`);
  await page.getByRole("link", { name: "Equipment line Firewall pair" }).click();
  await expect(page.getByRole("button", { name: "Edit Firewall pair" })).toBeFocused();
  await expect(page.getByRole("img", { name: /^[\d.]+ people cover a week of 168 hours$/ })).toBeVisible();
  // Paper has no words on what the reader may do.
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("They cost the same until you change them", { exact: false })).toBeHidden();
  await page.emulateMedia({ media: null });
  await page.getByRole("button", { name: "Replace the built-in roles by lines" }).click();
  const staff = page.getByRole("list", { name: "Staff lines" });
  await expect(staff.getByText("Operations", { exact: true })).toBeVisible();
  // By its button and by key, with the focus where it was; and undone.
  const first = staff.getByRole("listitem").first();
  const down = page.getByRole("button", { name: "Move Operations down" });
  await down.click();
  await expect(first).toContainText("Support");
  await expect(page.getByText(/^Operations is now number 2 of \d+\.$/)).toBeAttached();
  await expect(down).toBeFocused();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(first).toContainText("Operations");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(first).toContainText("Support");
  await untilSaved(page);
  await page.reload();
  await expect(first).toContainText("Support");
  await expectAccessible(page);
  await untilSaved(page);
});

test("kinds of participants count once their shares sum to all", async ({ ada }) => {
  const { page } = ada;
  const address = `/models/${await makeModel(page, "With kinds")}`;
  await page.goto(`${address}/assumptions/participants`);
  for (const [name, share] of [
    ["Always on", "10"],
    ["Phone", "80"],
  ] as const) {
    await page.getByRole("button", { name: "Add a kind of participants" }).click();
    const form = page.getByRole("group", { name: "New kind of participants" });
    await form.getByLabel("Name").fill(name);
    await form.getByLabel("Share of participants").fill(share);
    await form.getByRole("button", { name: "Add", exact: true }).click();
  }
  const fault = page.getByRole("status").filter({ hasText: "their shares must sum to 100 %; they sum to 90 %" });
  await expect(fault).toBeVisible();
  await page.getByRole("button", { name: "Edit Phone" }).click();
  await page.getByLabel("Share of participants").fill("90");
  await expect(fault).toBeHidden();
  await expect(page.getByRole("rowheader", { name: "of them Phone, 90 %" })).toBeVisible();
  // Both are alike in all but their number: each gives what its share is.
  const gives = page.getByRole("table", { name: "What each kind of participants gives" });
  const phone = gives.getByRole("row").filter({ hasText: "Phone" }).getByRole("cell");
  await expect(phone).toHaveText([...new Array(5).fill(/^90\s%$/), /^[\d,]+$/]);
  await expectAccessible(page);
  await untilSaved(page);
});
