import type { Locator, Page } from "@playwright/test";
import { chartMenu } from "../support/chart-menu";
import { makeModel } from "../support/create-model";
import { expect, test } from "../support/fixtures";
import { breakdownBeside, cashRow, createModel, figuresRow, untilSaved, untilWorkedOut } from "../support/model-steps";

// Everything is done by keys alone; at every stop the focus must be visible.

/**
 * Where the focus stands as seen from `target`, and what has it without a line around it, or around what stands for it,
 * within the window; `unseen` is null where all is well. Both in one call, which runs at every stop.
 */
function focusFrom(element: Element): { way: "there" | "Tab" | "Shift+Tab" | "nowhere"; unseen: string | null } {
  const focused = document.activeElement;
  // At either end of a page the focus is the browser's.
  const isNowhere = focused === null || focused === document.body;
  const isSeen = (one: Element | null) => {
    if (one === null) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    const { top, bottom, left, right, width } = one.getBoundingClientRect();
    const isInWindow = width > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
    return isInWindow && outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1;
  };
  const position = isNowhere ? 0 : focused.compareDocumentPosition(element);
  const way = position & Node.DOCUMENT_POSITION_PRECEDING ? "Shift+Tab" : "Tab";
  return {
    way: !element.isConnected ? "nowhere" : focused === element ? "there" : way,
    // A switch hides the radio that it is made of behind its label.
    unseen: isNowhere || [focused, focused.nextElementSibling].some(isSeen) ? null : focused.outerHTML.slice(0, 200),
  };
}

const unseenFocus = async (page: Page) => (await page.locator("body").evaluate(focusFrom)).unseen;

/** Goes to what is named by Tab, back by Shift and Tab where it stands before. */
async function goTo(page: Page, target: Locator): Promise<void> {
  // It need not be seen itself, as the radio behind a switch.
  await expect(target).toBeEnabled();
  // Looked for once: to find it by its role anew at every stop takes longer than the stop.
  let element = await target.elementHandle();
  let turns = 0;
  let last = "";
  for (let stops = 0; stops < 700 && turns < 4; stops++) {
    const { way, unseen } = (await element?.evaluate(focusFrom)) ?? { way: "nowhere", unseen: null };
    // Where it began may be out of sight, scrolled away by what came before.
    if (stops > 0) expect(unseen, "what has the focus and does not show it").toBeNull();
    if (way === "there") break;
    if (way === "nowhere") {
      // It was drawn anew.
      element = await target.elementHandle();
      continue;
    }
    if (last !== "" && way !== last) turns++;
    last = way;
    await page.keyboard.press(way);
  }
  await expect(target).toBeFocused();
}

async function pressOn(page: Page, target: Locator, key = "Enter"): Promise<void> {
  await goTo(page, target);
  await page.keyboard.press(key);
}

/** Types into a field in place of what it held. */
async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await goTo(page, field);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(text);
}

/** The focus is where work goes on: never nowhere. */
async function expectHeld(page: Page): Promise<void> {
  await expect(page.locator("main :focus, [role=dialog] :focus")).toHaveCount(1);
  expect(await unseenFocus(page)).toBeNull();
}

test("inputs are found, folded, typed, slid, noted, ranged, reset, undone and redone", async ({ ada }) => {
  test.setTimeout(180_000);
  const { page } = ada;
  await createModel(page, "By keys");
  const panel = page.getByRole("complementary", { name: "Inputs" });
  const users = panel.getByLabel("Users", { exact: true });

  const demand = panel.getByRole("button", { name: /^Demand/ });
  await pressOn(page, demand);
  await expect(users).toHaveCount(0);
  await page.keyboard.press("Space");
  await expect(users).toBeVisible();

  await typeInto(page, panel.getByLabel("Search the inputs"), "electricity price");
  await expect(users).toHaveCount(0);
  await expect(panel.getByLabel("Electricity", { exact: true }).first()).toBeVisible();
  await typeInto(page, panel.getByLabel("Search the inputs"), "");
  await page.keyboard.press("Delete");
  await expect(users).toBeVisible();
  await pressOn(page, panel.getByLabel("Changed only"), "Space");
  await expect(panel.getByText("Every input has its default.")).toBeVisible();
  await page.keyboard.press("Space");
  await goTo(page, panel.getByLabel("Show the inputs that concern"));
  await page.keyboard.press("ArrowDown");
  await expect(panel.getByLabel("Show the inputs that concern")).toHaveValue("onPremises");
  await expect(panel.getByRole("button", { name: /^Peers/ })).toHaveCount(0);
  await page.keyboard.press("ArrowUp");
  await expect(panel.getByRole("button", { name: /^Peers/ })).toBeVisible();

  await typeInto(page, users, "60000");
  await expect(users).toHaveValue("60000");
  await pressOn(page, panel.getByLabel("Users, slider", { exact: true }), "ArrowRight");
  await expect(users).not.toHaveValue(/^60,?000$/);
  await pressOn(page, panel.getByRole("button", { name: "Reset Users" }));
  await expect(users).toHaveValue("50,000");
  // The button is gone; the focus is in the field that it set back.
  await expect(users).toBeFocused();

  await pressOn(page, panel.getByRole("button", { name: "About Users" }));
  await pressOn(page, panel.getByLabel("Own range", { exact: true }), "ArrowDown");
  await typeInto(page, panel.getByLabel("Low of Users"), "40000");
  await typeInto(page, panel.getByLabel("High of Users"), "90000");
  await typeInto(page, panel.getByLabel("Note on Users"), "As sales count them");
  await untilSaved(page);
  await expect(panel.getByRole("button", { name: "About · note, range: Users" })).toBeVisible();

  await pressOn(page, panel.getByRole("button", { name: "Undo", exact: true }));
  await expect(panel.getByText(/^Undid: /)).toBeVisible();
  await pressOn(page, panel.getByRole("button", { name: "Redo", exact: true }));
  await expect(panel.getByText(/^Redid: /)).toBeVisible();
  await typeInto(page, users, "70000");
  await page.keyboard.press("Tab");
  await pressOn(page, panel.getByRole("button", { name: "Reset all" }));
  await expect(users).toHaveValue("50,000");
  await page.keyboard.press("Control+z");
  await expect(users).toHaveValue("70,000");
  await page.keyboard.press("Control+Shift+z");
  await expect(users).toHaveValue("50,000");
});

test("own lines and the currency are changed, and the focus stays where one works", async ({ ada }) => {
  test.setTimeout(180_000);
  const { page } = ada;
  await createModel(page, "Lines by keys");
  const compliance = cashRow(await breakdownBeside(page), "Cloud", "Compliance").nth(2);
  const before = await compliance.textContent();
  const panel = page.getByRole("complementary", { name: "Inputs" });
  await pressOn(page, panel.getByRole("button", { name: /^Own lines/ }));
  await pressOn(page, panel.getByRole("button", { name: "Add an own line" }));
  const form = panel.getByRole("group", { name: "New own line" });
  await expect(form.getByLabel("Label")).toBeFocused();
  await page.keyboard.type("Lawyer");
  await goTo(page, form.getByLabel("Category"));
  await page.keyboard.type("Compl");
  await pressOn(page, form.getByLabel("Own servers"), "Space");
  await typeInto(page, form.getByLabel("Amount"), "1000");
  await pressOn(page, form.getByRole("button", { name: "Add", exact: true }));
  await expect(form).toHaveCount(0);
  const edit = panel.getByRole("button", { name: "Edit Lawyer" });
  await expect(edit).toBeFocused();
  // Twelve times 1,000 more in the first year: the line itself does not rise.
  const number = (text: string | null) => Number(text?.replaceAll(",", ""));
  const after = async () => Math.round(number(await compliance.textContent()) - number(before));
  await expect.poll(after).toBe(12_000);
  await page.keyboard.press("Enter");
  const open = panel.getByRole("group", { name: "Own line Lawyer" });
  await typeInto(page, open.getByLabel("Amount"), "2000");
  await expect.poll(after).toBe(24_000);
  await pressOn(page, open.getByRole("button", { name: "Done" }));
  await expect(edit).toBeFocused();
  await pressOn(page, panel.getByRole("button", { name: "Remove Lawyer" }));
  await expect.poll(after).toBe(0);
  await expect(panel.getByRole("button", { name: "Add an own line" })).toBeFocused();

  await pressOn(page, panel.getByRole("button", { name: /^Currency and first month/ }));
  await pressOn(page, panel.getByRole("button", { name: "Change the currency or its rate" }));
  await expect(panel.getByRole("combobox", { name: "Currency" })).toBeFocused();
  await page.keyboard.type("EUR");
  await typeInto(page, panel.getByLabel("One US dollar in EUR"), "0.5");
  await pressOn(page, panel.getByRole("button", { name: "Convert it to EUR" }));
  await expect(page.getByText("EUR, over 60 months")).toBeVisible();
  await expect(panel.getByRole("button", { name: "Change the currency or its rate" })).toBeFocused();
});

test.describe("with what single inputs do", () => {
  test.use({ analyses: "single inputs" });

  test("figures are taken along, dialogs give the focus back", async ({ ada }) => {
    test.setTimeout(180_000);
    const { page } = ada;
    await createModel(page, "Taken by keys");
    const taken = async (act: () => Promise<void>) => {
      const [file] = await Promise.all([page.waitForEvent("download"), act()]);
      return file.suggestedFilename();
    };
    const menu = page.getByRole("button", { name: "Export" });
    await typeInto(page, page.getByLabel("Name of the model"), "Named by keys");
    await pressOn(page, menu);
    await expect(page.getByRole("menuitem").first()).toBeFocused();
    expect(await unseenFocus(page)).toBeNull();
    // Below the report and the workbook.
    for (let step = 0; step < 2; step++) await page.keyboard.press("ArrowDown");
    expect(await taken(() => page.keyboard.press("Enter"))).toMatch(/years\.csv$/);
    await goTo(page, menu);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("menuitem").first()).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(menu).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("menuitem").first()).toBeFocused();
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Import figures" });
    await expect(dialog.getByLabel("File of figures")).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
    await expect(menu).toBeFocused();

    // The menu at a chart's title, entry by entry; it gives the focus back.
    const chart = chartMenu(page, "Lead of own servers over hybrid");
    const chosen = async (steps: number) => {
      await pressOn(page, chart);
      await expect(page.getByRole("menuitem").first()).toBeFocused();
      for (let step = 0; step < steps; step++) await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
    };
    expect(await taken(() => chosen(0))).toBe("named-by-keys-lead-of-own-servers-over-hybrid.png");
    await expect(chart).toBeFocused();
    expect(await taken(() => chosen(2))).toBe("named-by-keys-lead-of-own-servers-over-hybrid.csv");
    await chosen(3);
    await expect(page.getByRole("region", { name: "Table of lead of own servers over hybrid" })).toBeVisible();

    // Past all that is said of single inputs.
    await untilWorkedOut(page);
    await pressOn(page, page.getByRole("button", { name: "Match service levels" }));
    await expect(page.getByRole("button", { name: /Apply these changes|Close|Leave/ }).first()).toBeVisible();
    await expectHeld(page);
  });
});

test("the breakdown is moved through, switched and explained, down to the field of an input", async ({ ada }) => {
  test.setTimeout(180_000);
  const { page } = ada;
  const address = `/models/${await makeModel(page, "Broken down by keys")}`;
  await page.goto(`${address}/breakdown`);
  const grid = page.getByRole("grid", { name: "Breakdown" });
  const spans = page.getByRole("radiogroup", { name: "How long a column is" });
  await goTo(page, spans.getByLabel("By year"));
  await page.keyboard.press("ArrowLeft");
  // The names, both totals, set-up and sixty months.
  await expect(grid).toHaveAttribute("aria-colcount", "64");
  await page.keyboard.press("ArrowRight");
  await goTo(page, page.getByLabel("What the figures are divided by"));
  await page.keyboard.press("ArrowDown");
  await expect(grid.getByText("Per user and month, USD, cash")).toBeVisible();
  await page.keyboard.press("ArrowUp");
  await expect(grid.getByText("Total, USD, cash")).toBeVisible();
  // What is bought at set-up costs nothing then where it is spread over its life.
  const views = page.getByRole("radiogroup", { name: "How purchases are spread over time" });
  const hardware = figuresRow(page, "Own servers", "Hardware").nth(2);
  await expect(hardware).not.toHaveText("0.00");
  await goTo(page, views.getByLabel("Cash"));
  await page.keyboard.press("ArrowRight");
  await expect(hardware).toHaveText("0.00");
  await page.keyboard.press("ArrowLeft");
  await expect(hardware).not.toHaveText("0.00");

  await goTo(page, grid.locator('td[tabindex="0"]'));
  // Own servers' energy in the first year: it rests on the price of electricity.
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  const explanation = page.getByRole("dialog", { name: "Energy, own servers" });
  await expect(explanation).toBeVisible();
  // It leaves the switches and the figure that it explains in sight.
  const left = (await explanation.boundingBox())?.x ?? 0;
  for (const seen of [page.getByLabel("What the figures are divided by"), grid.locator('td[tabindex="0"]')]) {
    const box = await seen.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(left + 1);
  }
  const root = explanation.getByRole("button", { name: /Energy/ }).first();
  await goTo(page, root);
  const link = explanation.getByRole("link", { name: "Electricity", exact: true }).first();
  for (let step = 0; step < 40 && !(await link.isVisible()); step++) {
    await page.keyboard.press("ArrowDown");
    expect(await unseenFocus(page)).toBeNull();
    await page.keyboard.press("ArrowRight");
  }
  await expect(link).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(explanation).toHaveCount(0);
  await expect(grid.locator('td[tabindex="0"]')).toBeFocused();
  await page.keyboard.press("Enter");
  await goTo(page, root);
  for (let step = 0; step < 40 && !(await link.isVisible()); step++) {
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
  }
  await pressOn(page, link);
  await page.waitForURL(/\?input=electricityPrice$/);
  const field = page.getByRole("complementary", { name: "Inputs" }).getByLabel("Electricity", { exact: true });
  await expect(field.first()).toBeFocused();
  expect(await unseenFocus(page)).toBeNull();
});

test("models are duplicated, archived, deleted and brought back", async ({ ada }) => {
  test.setTimeout(180_000);
  const { page } = ada;
  await makeModel(page, "Patches");
  await page.goto("/models");
  const rows = page.getByRole("rowheader");
  async function act(name: string, place: number) {
    await pressOn(page, page.getByRole("button", { name: `Actions for ${name}`, exact: true }));
    await expect(page.getByRole("menuitem").first()).toBeFocused();
    const item = page.getByRole("menuitem").nth(place);
    // A menu that is still opening may take the focus to its first item once more.
    await expect(async () => {
      if (!(await item.evaluate((element) => element === document.activeElement)))
        await page.keyboard.press("ArrowDown");
      await expect(item).toBeFocused({ timeout: 500 });
    }).toPass();
    expect(await unseenFocus(page)).toBeNull();
    await page.keyboard.press("Enter");
  }
  await act("Patches", 0);
  await expect(rows).toHaveCount(2);
  await act("Copy of Patches", 1);
  await expect(rows).toHaveText(["Patches"]);
  await expectHeld(page);
  await act("Patches", 2);
  await expect(page.getByText("“Patches” is deleted.")).toBeVisible();
  await pressOn(page, page.getByRole("button", { name: "Undo: restore it" }));
  await expect(rows).toHaveText(["Patches"]);
  await expectHeld(page);
  await pressOn(page, page.getByRole("link", { name: "Archived" }));
  await expect(rows).toHaveText(["Copy of Patches"]);
  await act("Copy of Patches", 1);
  await expect(rows).toHaveCount(0);
});

test("scenarios are made, named, varied, duplicated, deleted and brought back", async ({ ada }) => {
  test.setTimeout(180_000);
  const { page } = ada;
  const address = `/models/${await makeModel(page, "Scenarios by keys")}`;
  await page.goto(`${address}/scenarios`);
  await pressOn(page, page.getByRole("button", { name: "New scenario" }));
  await typeInto(page, page.getByLabel("Name of Scenario 1"), "Few");
  const few = page.getByRole("region", { name: "Few", exact: true });
  await goTo(page, page.getByLabel("Another input to vary"));
  await page.keyboard.type("Planning");
  await pressOn(page, page.getByRole("button", { name: "Add it" }));
  const horizon = page.getByLabel("Planning horizon, Few", { exact: true });
  await expect(horizon).toBeFocused();
  await typeInto(page, horizon, "36");
  await expect(few.getByText(/^Saved/)).toBeVisible();
  await pressOn(page, page.getByRole("button", { name: "Duplicate Few" }));
  await expect(page.getByLabel("Planning horizon, Copy of Few", { exact: true })).toHaveValue("36");
  await pressOn(page, page.getByRole("button", { name: "As base for Planning horizon, Copy of Few" }));
  await expect(page.getByLabel("Planning horizon, Copy of Few", { exact: true })).toHaveValue("60");
  await expect(page.getByRole("region", { name: "Copy of Few", exact: true }).getByText(/^Saved/)).toBeVisible();
  await pressOn(page, page.getByRole("button", { name: "Delete Copy of Few" }));
  await expect(page.getByText("Deleted “Copy of Few”.")).toBeVisible();
  await expectHeld(page);
  await pressOn(page, page.getByRole("button", { name: "Undo" }));
  await expect(page.getByRole("checkbox", { name: "Copy of Few" })).toBeVisible();
  await expectHeld(page);
  await pressOn(page, page.getByRole("checkbox", { name: "Copy of Few" }), "Space");
  await expect(page.getByRole("region", { name: "Copy of Few", exact: true })).toHaveCount(0);
});

test("a model is shared and links to it are revoked", async ({ ada }) => {
  test.setTimeout(180_000);
  const { page } = ada;
  const address = `/models/${await makeModel(page, "Shared by keys")}`;
  await page.goto(`${address}/share`);
  await goTo(page, page.getByLabel("Email"));
  await page.keyboard.type("friend@example.org");
  await goTo(page, page.getByLabel("Role", { exact: true }));
  await page.keyboard.press("ArrowDown");
  await pressOn(page, page.getByRole("button", { name: "Make a link" }));
  await expect(page.getByLabel("One-time link")).toHaveValue(/\/invitations\//);
  await expectHeld(page);
  await pressOn(page, page.getByRole("button", { name: "Revoke the link for friend@example.org" }));
  await expect(page.getByRole("rowheader", { name: "friend@example.org" })).toHaveCount(0);
  await expectHeld(page);

  await pressOn(page, page.getByLabel("Private"), "Space");
  await expect(page.getByText(/see it only where they are named above/)).toBeVisible();
  await goTo(page, page.getByLabel("What it is for"));
  await page.keyboard.type("The board");
  await pressOn(page, page.getByLabel("Download and save a copy"), "Space");
  await pressOn(page, page.getByRole("button", { name: "Make a read-only link" }));
  await expect(page.getByLabel("Read-only link", { exact: true })).toBeFocused();
  await pressOn(page, page.getByRole("button", { name: "Revoke the link The board" }));
  await expect(page.getByText(/^revoked/)).toBeVisible();
  await expectHeld(page);
});

test("what was is noted upon, compared and restored; comments are written, answered and resolved", async ({ ada }) => {
  test.setTimeout(180_000);
  const { page } = ada;
  const address = await createModel(page, "Past by keys");
  const panel = page.getByRole("complementary", { name: "Inputs" });
  await typeInto(page, panel.getByLabel("Users", { exact: true }), "70000");
  await expect(page.getByText("Saving…")).toBeVisible();
  await untilSaved(page);
  await pressOn(page, page.getByRole("link", { name: "History" }));
  await page.waitForURL(/\/history$/);
  await pressOn(page, page.getByRole("button", { name: /^Add a note on revision 2/ }));
  await expect(page.getByLabel("Note on revision 2")).toBeFocused();
  await page.keyboard.type("As counted");
  await pressOn(page, page.getByRole("button", { name: "Save the note" }));
  await expect(page.getByRole("button", { name: /^Change the note on revision 2/ })).toBeFocused();
  await pressOn(page, page.getByRole("link", { name: "Compare 1 and 2" }));
  await expect(page.getByRole("table", { name: "What differs" })).toBeVisible();
  await pressOn(page, page.getByRole("button", { name: "Restore revision 1" }));
  await expect(page.getByText("Restored; the model now stands at revision 3.")).toBeVisible();
  await expectHeld(page);

  await page.goto(`${address}/comments`);
  await goTo(page, page.getByLabel("New comment"));
  await page.keyboard.type("Is this right?");
  await page.keyboard.press("Control+Enter");
  const thread = page.getByRole("article").filter({ hasText: "Is this right?" });
  await pressOn(page, thread.getByRole("button", { name: "Reply" }));
  await expect(thread.getByLabel("Reply")).toBeFocused();
  await page.keyboard.type("It is.");
  await pressOn(page, thread.getByRole("button", { name: "Reply" }));
  await expect(thread.getByLabel("Reply")).toHaveCount(0);
  await expect(thread.getByRole("listitem").filter({ hasText: "It is." })).toBeVisible();
  await expectHeld(page);
  await pressOn(page, thread.getByRole("button", { name: "Edit" }).last());
  await typeInto(page, thread.getByLabel("Your comment"), "It is, since Monday.");
  await pressOn(page, thread.getByRole("button", { name: "Save" }));
  await expect(thread.getByLabel("Your comment")).toHaveCount(0);
  await expect(thread.getByRole("listitem").filter({ hasText: "It is, since Monday." })).toBeVisible();
  await expectHeld(page);
  await pressOn(page, thread.getByRole("button", { name: "Delete" }).last());
  // Nobody answered it, so nothing stands in its place.
  await expect(thread.getByRole("listitem").filter({ hasText: "It is, since Monday." })).toHaveCount(0);
  await expectHeld(page);
  await pressOn(page, thread.getByRole("button", { name: "Resolve" }));
  await expect(page.getByText("No thread is open.")).toBeVisible();
  const choice = page.getByRole("radiogroup", { name: "Which threads are shown" });
  await goTo(page, choice.getByLabel(/^Open/));
  await page.keyboard.press("ArrowRight");
  await expect(thread).toContainText("Resolved by Ada");
});
