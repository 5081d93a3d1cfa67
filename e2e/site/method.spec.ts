import { expect, test } from "../support/fixtures";
import { createModel, inputField } from "../support/model-steps";

test("every visitor can read every formula, and published figures beside the model's", async ({ visitor }) => {
  await visitor.goto("/");
  await visitor.getByRole("link", { name: "Method" }).click();
  await expect(visitor.getByRole("heading", { level: 1, name: "Method" })).toBeVisible();
  const serverSide = visitor.getByRole("region", { name: "4. The server side" });
  await serverSide.locator("summary", { hasText: "Own servers" }).click();
  await expect(serverSide.getByText("onPremises.kW × serverLoadFactor × pue × hoursPerMonth")).toBeVisible();
  // A source leads to what it is, and on to where it can be read.
  await serverSide.getByRole("link", { name: "Hamilton 2010" }).first().click();
  await expect(visitor).toHaveURL(/\/method#source-hamilton-2010$/);
  const source = visitor.getByRole("listitem").filter({ hasText: "J. Hamilton: Overall Data Center Costs." });
  await expect(source).toBeInViewport();
  await expect(source.getByRole("link")).toHaveAttribute("rel", "noopener noreferrer");
  // Hamilton 2010: printed 2,293,108.02 for servers and network; the model's differs in the cents at most.
  const hardware = visitor.getByRole("row", { name: /^Hardware, own servers, financed, month 1/ });
  await expect(hardware.getByRole("cell").nth(1)).toHaveText("2,293,108.02");
  await expect(hardware.getByRole("cell").nth(2)).toHaveText(/^2,293,10[789]/);
  await expect(visitor.getByRole("cell", { name: "no", exact: true })).toHaveCount(0);
  await expect(visitor.getByText("Latency and distance")).toBeVisible();
});

test("a published table opens as a model on which its figure appears, and moves when an input does", async ({
  ada,
}) => {
  const { page } = ada;
  await createModel(page, "As in print", "One server, all told");
  const print = page.getByRole("region", { name: /^Published case/ });
  const total = print.getByRole("row", { name: /^Total, own servers/ });
  // Barroso and Hölzle 2009, case A: 298.81 a month for one server.
  await expect(total.getByRole("cell").nth(1)).toHaveText("298.81");
  await expect(total.getByRole("cell").nth(2)).toHaveText("298.81");
  await expect(total.getByRole("cell").nth(3)).toHaveText("yes");
  // A server at half the price: 3,000 less financed at 1 % a month over 36 is 99.64 a month less, and a sixtieth a year
  // of 3,000 for upkeep 4.17 less: 298.81 − 99.64 − 4.17 = 195.00.
  const price = await inputField(page, "Servers", "Price of a server");
  await price.fill("3000");
  await expect(total.getByRole("cell").nth(2)).toHaveText("195");
  await expect(total.getByRole("cell").nth(3)).toHaveText("no");
});
