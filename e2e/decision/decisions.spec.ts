import type { Page } from "@playwright/test";
import { makeModel } from "../support/create-model";
import { expect, test } from "../support/fixtures";
import { proposeDecision } from "../support/propose";
import { inviteLink } from "../support/wire";

/** Types weights, and saves them as the person's own. */
async function weigh(page: Page, model: string, weights: Record<string, string>): Promise<void> {
  await page.goto(`/models/${model}/decision`);
  for (const [of, weight] of Object.entries(weights)) {
    await page.getByLabel(`Weight of ${of}`, { exact: true }).fill(weight);
  }
  await page.getByRole("button", { name: "Save as my weights" }).click();
  await expect(page.getByRole("button", { name: "Try these weights" }).last()).toBeVisible();
}

test("two people weigh, one proposes, another approves, and the record says what has changed since", async ({
  ada,
  bob,
  visitor,
}) => {
  test.setTimeout(180_000);
  const model = await makeModel(ada.page, "Patches");
  const link = await inviteLink(ada.page, model, bob.email, "commenter");
  await bob.page.goto(link);
  await bob.page.getByRole("button", { name: "Accept as Bob" }).click();
  await bob.page.waitForURL(`**/models/${model}`);

  await weigh(bob.page, model, { control: "100" });
  await weigh(ada.page, model, { control: "25" });
  // By hand: cost has 100 of 200 by Bob, and 100 of 125 by Ada.
  await expect(ada.page.getByText(/^They part most on cost: from 50.% to 80.% of the weight\.$/)).toBeVisible();
  await ada.page.getByRole("button", { name: "Save criteria and weights for the group" }).click();
  await expect(ada.page.getByText("Saved.")).toBeVisible();

  // One that was made by mistake is withdrawn, by keyboard; it stays in the list.
  await proposeDecision(ada.page, model, { title: "A slip", approvers: ["Bob"] });
  const withdraw = ada.page.getByRole("button", { name: "Withdraw it" });
  await expect(withdraw).toBeEnabled();
  await withdraw.focus();
  await ada.page.keyboard.press("Enter");
  await expect(ada.page.getByRole("article")).toContainText(/Withdrawn by Ada on .*, before anybody had approved it\./);
  await bob.page.goto(`/models/${model}/decisions/1`);
  await expect(bob.page.getByRole("article")).toContainText("Withdrawn: own servers");
  await expect(bob.page.getByRole("button", { name: "Approve" })).toHaveCount(0);

  await proposeDecision(ada.page, model, { title: "Run on own servers", approvers: ["Bob"] });
  const record = ada.page.getByRole("article", { name: "Decision 2" });
  await expect(record.getByRole("heading", { name: "Run on own servers" })).toBeVisible();
  await expect(record).toContainText("Waits for Bob.");
  await expect(record).toContainText("The figures of the model are those of the record.");
  await expect(record).toContainText("cost 100, control 25");
  // A result opens what it was made of.
  await record
    .getByRole("row", { name: /^Own servers/ })
    .getByRole("button")
    .first()
    .click();
  const explanation = ada.page.getByRole("dialog", { name: "Net present cost, own servers" });
  await expect(explanation).toContainText("by the inputs as they were frozen");
  await explanation.getByRole("button", { name: "Close the explanation" }).click();
  // On paper it is a figure, where buttons are left out.
  await ada.page.emulateMedia({ media: "print" });
  const printed = record.getByRole("row", { name: /^Own servers/ }).getByRole("cell");
  await expect(printed.first().getByText(/USD$/)).toBeVisible();
  await ada.page.emulateMedia({ media: null });
  await expect(ada.page.getByRole("button", { name: "Approve" })).toHaveCount(0);

  await bob.page.goto("/notices");
  await bob.page.getByRole("link", { name: "Ada asks you to approve a decision on “Patches”." }).first().click();
  await bob.page.getByRole("button", { name: "Approve" }).click();
  await expect(bob.page.getByRole("article")).toContainText("Approved: own servers");
  await expect(bob.page.getByRole("article")).toContainText(/approved on .* signed in by password/);

  // The model says what was decided, and goes on changing; the record stays and tells of it.
  await ada.page.goto(`/models/${model}?input=users`);
  await expect(ada.page.getByRole("link", { name: /^Decided on .*: own servers$/ })).toBeVisible();
  await ada.page.getByLabel("Users", { exact: true }).first().fill("6,000,000");
  await ada.page.getByText("Saving…").waitFor();
  await ada.page.getByText(/^Saved/).waitFor();
  await ada.page.goto(`/models/${model}/decisions/2`);
  await expect(record).toContainText("It is time to look at it again.");
  await expect(record).toContainText("Users above 5,000,000 users: 50,000 users then, 6,000,000 users now");
  await expect(record.getByRole("link", { name: /Users$/ })).toBeVisible();
  await ada.page.goto("/models");
  await expect(ada.page.getByRole("cell", { name: /^Own servers, / })).toBeVisible();

  // The file is checked in a browser that nobody has signed in with, and goes nowhere.
  const file = await (await ada.context.request.get(`/models/${model}/decisions/2/record.json`)).text();
  expect((await visitor.request.get("/.well-known/peerbalance-keys.json")).status()).toBe(200);
  await visitor.goto("/verify");
  const sent: string[] = [];
  visitor.on("request", (request) => sent.push(`${request.method()} ${new URL(request.url()).pathname}`));
  const choose = (name: string, text: string) =>
    visitor
      .getByLabel("Record of a decision (JSON)")
      .setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
  await choose("decision-2.json", file);
  await expect(visitor.getByText("decision-2.json is as this site wrote it")).toBeVisible();
  const checked = visitor.getByRole("article");
  await expect(checked).toContainText("They cost least.");
  // The file holds what its results were made of: they open here too.
  await checked
    .getByRole("row", { name: /^Own servers/ })
    .getByRole("button")
    .first()
    .click();
  const made = visitor.getByRole("dialog", { name: "Net present cost, own servers" });
  await expect(made).toContainText("by the inputs as they were frozen");
  await made.getByRole("button", { name: "Close the explanation" }).click();
  await choose("forged.json", file.replace("They cost least", "They cost most!"));
  await expect(visitor.getByText("forged.json is not as it was written")).toBeVisible();
  await expect(visitor.getByText(/^The document was changed after it was frozen/)).toBeVisible();
  expect(sent.filter((request) => !request.startsWith("GET "))).toEqual([]);

  // A link shows the record, without its inputs; a model with a decision is deleted with its title only.
  await ada.page.goto(`/models/${model}/decisions/2`);
  await ada.page.getByRole("button", { name: "Make a link to this record" }).click();
  await visitor.goto(await ada.page.getByLabel("Link to the record").inputValue());
  await expect(visitor.getByRole("heading", { name: "Run on own servers" })).toBeVisible();
  await expect(visitor.getByRole("heading", { name: "The inputs it rests on" })).toHaveCount(0);
  await ada.page.getByRole("button", { name: "More about this model" }).click();
  await ada.page.getByRole("menuitem", { name: "Delete" }).click();
  await ada.page.getByLabel("Title of the decision").fill("Run on own servers");
  await ada.page.getByRole("button", { name: "Delete", exact: true }).click();
  await ada.page.waitForURL(/shelf=deleted/);
});
