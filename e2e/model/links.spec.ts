import type { Request } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";
import { expectAccessible } from "../support/accessible";
import { makeModel } from "../support/create-model";
import { expect, type Person, test } from "../support/fixtures";
import { letIn } from "../support/let-in";
import { figuresRow, inputField, unfoldedField } from "../support/model-steps";
import { byPagesOnce } from "../support/replay";
import { untilQuiet } from "../support/until-quiet";
import { callOf, renameModel, send } from "../support/wire";

const missing = /404 \(Not Found\)/;

interface LinkOptions {
  label?: string;
  password?: string;
  frozen?: boolean;
  download?: boolean;
  pay?: boolean;
  notes?: boolean;
  comments?: boolean;
}

/** Makes a read-only link by the pages; pay and notes are left out unless they are wanted. */
async function linkByPages({ page }: Person, modelId: string, options: LinkOptions = {}): Promise<string> {
  await page.goto(`/models/${modelId}/share`);
  if (options.label) await page.getByLabel("What it is for").fill(options.label);
  if (options.password) await page.getByLabel("Password", { exact: true }).fill(options.password);
  if (options.frozen) await page.getByLabel("Shows", { exact: true }).selectOption("frozen");
  if (options.download) await page.getByLabel("Download and save a copy").check();
  if (options.pay) await page.getByLabel("Pay", { exact: true }).check();
  if (options.notes) await page.getByLabel("Notes", { exact: true }).check();
  if (options.comments) await page.getByLabel("Comments", { exact: true }).check();
  await page.getByRole("button", { name: "Make a read-only link" }).click();
  const link = await page.getByLabel("Read-only link", { exact: true }).inputValue();
  expect(link).toMatch(/^http:\/\/localhost:\d+\/s\/[\w-]{43}$/);
  return link;
}

/** The same by the call that the pages sent once in each worker, which leaves the page as it is. */
async function readOnlyLink(owner: Person, modelId: string, options: LinkOptions = {}): Promise<string> {
  let link = "";
  const answer = await byPagesOnce(owner.page, {
    name: "make a read-only link",
    holds: '"mayDownload"',
    byPages: async () => {
      link = await linkByPages(owner, modelId, options);
    },
    again: (_, draft) => [
      modelId,
      {
        ...(draft as object),
        label: options.label ?? "",
        password: options.password ?? "",
        isFrozen: options.frozen ?? false,
        mayDownload: options.download ?? false,
        leavesOutPay: !options.pay,
        leavesOutNotes: !options.notes,
        leavesOutComments: !options.comments,
      },
    ],
    path: `/models/${modelId}/share`,
  });
  return answer === null ? link : (/http:\/\/localhost:\d+\/s\/[\w-]{43}/.exec(answer)?.[0] ?? `no link in ${answer}`);
}

/** A model with figures of pay that stand nowhere by chance, and more users than by default. */
function modelWithPay({ page }: Person, name: string): Promise<string> {
  return makeModel(page, name, { inputs: { operationsSalary: 137_313, users: 61_616 } });
}

test("a visitor without an account reads the model, in the light of its own page", async ({ ada, visitor }) => {
  const id = await modelWithPay(ada, "Read by a visitor");
  const link = await readOnlyLink(ada, id, { label: "For the auditors" });
  // A chat's preview reads the page, and is no opening.
  const bot = { headers: { "user-agent": "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)" } };
  expect((await visitor.request.get(link, bot)).status()).toBe(200);
  expect((await visitor.request.head(link, bot)).status()).toBe(200);
  await ada.page.goto(`/models/${id}/share`);
  await expect(ada.page.getByRole("row", { name: /For the auditors/ })).toContainText("never");
  const answer = await visitor.goto(link);
  expect(answer?.status()).toBe(200);
  expect(answer?.headers()).toMatchObject({
    "x-robots-tag": "noindex, nofollow, noarchive",
    "referrer-policy": "no-referrer",
    "cache-control": expect.stringContaining("no-store"),
  });
  await expect(visitor).toHaveTitle("Read by a visitor · Peerbalance");
  await expect(visitor.getByRole("heading", { name: "Read by a visitor" })).toBeVisible();
  // The same doubt as on the model's page, worked out on the server.
  await expect(visitor.getByRole("region", { name: "Answer", exact: true })).toContainText(/in \d+ of 100 trials/, {
    timeout: 60_000,
  });
  await visitor.locator("canvas").first().waitFor();
  for (const table of ["Table of figures", "Table of who pays", "Table of service", "Table of inputs that differ"]) {
    await expect(visitor.getByRole("region", { name: table })).toBeVisible();
  }
  const users = visitor.getByRole("row", { name: /Demand: Users/ });
  await expect(users).toContainText("61,616");
  // Nothing to change, nothing to download, nobody named.
  await expect(visitor.getByRole("textbox")).toHaveCount(0);
  await expect(visitor.getByText(/Download|copy/)).toHaveCount(0);
  expect(await visitor.content()).not.toContain(ada.email);
  expect(await visitor.content()).not.toContain(id);
  await expectAccessible(visitor);
  await visitor.setViewportSize({ width: 390, height: 844 });
  // A chart follows the window a frame later.
  await expect.poll(() => visitor.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  // On a phone the answer and one chart come first, the rest on request, and what the link leaves out last.
  const measure = visitor.getByRole("region", { name: /^Measure first/ });
  for (const later of [measure, users]) await expect(later).toBeHidden();
  await expect(visitor.getByRole("region", { name: "About this link" })).toContainText("Not shown on this link: pay");
  await visitor.getByRole("button", { name: "Details" }).click();
  for (const later of [measure, users]) await expect(later).toBeVisible();

  await ada.page.reload();
  const row = ada.page.getByRole("row", { name: /For the auditors/ });
  await expect(row).toContainText("once");
  await expectAccessible(ada.page);
});

test("a link is copied where the browser has no clipboard for the page, as over plain http, or the page says that it is not", async ({
  ada,
}) => {
  const { page } = ada;
  // What a browser leaves out where the page came over plain http from another machine.
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, "clipboard"));
  const link = await linkByPages(ada, await makeModel(page, "To be sent"));
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeFocused();
  await page.getByLabel("What it is for").focus();
  await page.keyboard.press("ControlOrMeta+V");
  await expect(page.getByLabel("What it is for")).toHaveValue(link);
  await page.evaluate(() => {
    document.execCommand = () => false;
  });
  await page.getByRole("button", { name: /^Cop/ }).click();
  await expect(page.getByText("Select the text and copy it.")).toBeVisible();
});

test("pay and notes that are left out are in nothing that is sent: page, flight data, scripts, CSV, copy", async ({
  ada,
  bob,
  visitor,
}) => {
  const id = await modelWithPay(ada, "Without pay");
  await ada.page.goto(`/models/${id}`);
  const save = await callOf(ada.page, "Without pay 2", () => renameModel(ada.page, "Without pay 2"));
  const revision = Number(/"revision":(\d+)/.exec(save.body)?.[1]);
  const line = '{"label":"Chief heron","category":"staff","architectures":["cloud"],"kind":"monthly","amount":31317}';
  const body = save.body
    .replace(`"revision":${revision}`, `"revision":${revision + 1}`)
    // Fewer trials, so that those of a link do not take long.
    .replace('"trials":10000', '"trials":1000')
    .replace('"customLines":[]', `"customLines":[${line}]`)
    .replace('"description":""', '"description":"Described to otters"')
    .replace(
      '"notes":{}',
      '"notes":{"users":{"note":"Counted by badgers","source":"Census of moles"},"operationsSalary":{"range":{"kind":"uniform","least":9,"greatest":137313}}}',
    );
  expect(await (await send(ada.context, { ...save, body })).text()).toContain('"kind":"saved"');

  const link = await readOnlyLink(ada, id, { download: true });
  const open = await readOnlyLink(ada, id, { pay: true, notes: true, download: true });
  const markers = [/137[,.\s\u00a0]?313/, /31[,.\s\u00a0]?317/, /heron/, /otters/, /badgers/, /moles/];
  const files = ["years.csv", "projection.csv", "uncertainty.csv", "inputs.csv"];

  // That each can be found at all: the link that leaves out nothing sends them.
  const whole =
    (await (await visitor.request.get(open)).text()) +
    (await visitor.request.get(`${open}/export/inputs.csv`).then((answer) => answer.text()));
  for (const marker of markers) expect(whole).toMatch(marker);

  const sent: string[] = [];
  visitor.on("response", async (response) => {
    if (/text|json|script/.test(response.headers()["content-type"] ?? "")) {
      sent.push(await response.text().catch(() => ""));
    }
  });
  await visitor.goto(link);
  await visitor.locator("canvas").first().waitFor();
  await untilQuiet(visitor);
  sent.push((await visitor.content()) + (await visitor.evaluate(() => document.body.innerText)));
  const flight = await visitor.request.get(link, { headers: { rsc: "1" } });
  expect(flight.headers()["content-type"]).toContain("text/x-component");
  sent.push(await flight.text());
  for (const file of files) {
    const answer = await visitor.request.get(`${link}/export/${file}`);
    expect(answer.status()).toBe(200);
    const text = await answer.text();
    // What is declared of a range may speak of staff, far behind key, label, value and unit.
    const first = text.split("\r\n").map((row) => row.split(",").slice(0, 4).join(","));
    if (file === "inputs.csv") expect(first.join("\n")).not.toMatch(/Salary|FTE|\bstaff\b/);
    else if (file === "uncertainty.csv") {
      expect(text).toContain("\r\ncloud,netPresentCost,mean,");
      expect(text).not.toMatch(/Salary|FTE|line:|driver:pay/);
    } else {
      expect(text).toContain("staffAndOther");
      expect(text).not.toMatch(/,(staff|transition|contingency|development),/);
    }
    sent.push(text);
  }
  const workbook = await visitor.request.get(`${link}/export/model.xlsx`);
  expect(workbook.status()).toBe(200);
  const parts = Object.values(unzipSync(await workbook.body())).map((part) => strFromU8(part));
  expect(parts.join()).toContain("Staff and other");
  expect(parts.join()).not.toMatch(/Salary|FTE\b/);
  sent.push(...parts);
  expect(sent.length).toBeGreaterThan(6);
  for (const text of sent) for (const marker of markers) expect(text).not.toMatch(marker);
  await expect(visitor.getByRole("rowheader", { name: "Staff and other", exact: true }).first()).toBeVisible();
  await expect(visitor.getByRole("rowheader", { name: "Staff", exact: true })).toHaveCount(0);
  await expect(visitor.getByText(/Not shown on this link: pay/)).toBeVisible();

  await bob.page.goto(link);
  await expect(bob.page.getByText("A copy uses the defaults for what is left out")).toBeVisible();
  await bob.page.getByRole("button", { name: "Save a copy" }).click();
  await bob.page.waitForURL(/\/models\/[0-9a-f-]{36}$/);
  await expect(bob.page.getByLabel("Name of the model")).toHaveValue("Copy of Without pay 2");
  await expect(await inputField(bob.page, "Demand", "Users")).toHaveValue("61,616");
  await expect(await inputField(bob.page, "Staff", "Operations engineer (loaded)")).toHaveValue("143,000");
  const copy = await (await bob.context.request.get(bob.page.url())).text();
  for (const marker of markers) expect(copy).not.toMatch(marker);
  expect(bob.page.url()).not.toContain(id);
});

test("comments are sent behind a link that shows them and behind no other, and those on pay only with pay", async ({
  ada,
  visitor,
}) => {
  const { page } = ada;
  const id = await modelWithPay(ada, "Talked about");
  await page.goto(`/models/${id}`);
  await unfoldedField(page, "Demand", "Users");
  await page.getByRole("button", { name: "About Users", exact: true }).click();
  await page.getByRole("button", { name: "Comment on Users" }).click();
  const users = page.getByRole("dialog", { name: "Comments: Users" });
  await users.getByLabel("New comment").fill("Counted by <b>badgers</b>");
  await users.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(users.getByRole("article")).toBeVisible();
  await users.getByRole("button", { name: "Close the comments" }).click();
  await unfoldedField(page, "Staff", "Operations engineer (loaded)");
  await page.getByRole("button", { name: "About Operations engineer (loaded)", exact: true }).click();
  await page.getByRole("button", { name: "Comment on Operations engineer (loaded)" }).click();
  const pay = page.getByRole("dialog", { name: "Comments: Operations engineer (loaded)" });
  await pay.getByLabel("New comment").fill("As the herons earn");
  await pay.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(pay.getByRole("article")).toBeVisible();
  const silent = await readOnlyLink(ada, id, { pay: true, notes: true });
  const telling = await readOnlyLink(ada, id, { comments: true });
  const whole = await readOnlyLink(ada, id, { comments: true, pay: true });

  const sent = async (link: string) =>
    (await (await visitor.request.get(link)).text()) +
    (await (await visitor.request.get(link, { headers: { rsc: "1" } })).text());
  for (const marker of [/badgers/, /herons/]) {
    expect(await sent(whole)).toMatch(marker);
    expect(await sent(silent)).not.toMatch(marker);
  }
  const text = await sent(telling);
  expect(text).toMatch(/badgers/);
  expect(text).not.toMatch(/herons/);
  expect(text).not.toContain(ada.email);
  expect(text).not.toContain(id);

  await visitor.goto(telling);
  await visitor.getByRole("link", { name: "1 comment on Users" }).click();
  await expect(visitor).toHaveURL(/#comments-input-users$/);
  const thread = visitor.getByRole("article");
  await expect(thread).toHaveCount(1);
  await expect(thread).toContainText("Counted by <b>badgers</b>");
  await expect(thread).toContainText("Ada");
  await expect(visitor.getByRole("textbox")).toHaveCount(0);
  await expectAccessible(visitor);
  await visitor.setViewportSize({ width: 390, height: 844 });
  expect(await visitor.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test("a viewer saves a copy of a model that is theirs to change", async ({ ada, bob }) => {
  const id = await makeModel(ada.page, "For Bob to copy");
  await letIn(ada, id, bob, "viewer");
  await bob.page.goto(`/models/${id}`);
  await bob.page.getByRole("button", { name: "Save a copy" }).click();
  await expect(bob.page.getByLabel("Name of the model")).toHaveValue("Copy of For Bob to copy");
  expect(bob.page.url()).not.toContain(id);
});

test("a live link follows what is saved, a frozen one does not, and the figures are those of the model", async ({
  ada,
  visitor,
}) => {
  const id = await modelWithPay(ada, "Before");
  await ada.page.goto(`/models/${id}/breakdown`);
  const total = await figuresRow(ada.page, "Cloud", "Total").allTextContents();
  const live = await readOnlyLink(ada, id, { pay: true, download: true });
  for (const query of ["", "?by=fiscal-year"]) {
    const [theirs, own] = await Promise.all([
      visitor.request.get(`${live}/export/years.csv${query}`),
      ada.context.request.get(`/models/${id}/export/years.csv${query}`),
    ]);
    expect(await theirs.text()).toBe(await own.text());
    expect(await own.text()).toContain(",Total,Total,netPresent,USD,");
  }
  const frozen = await readOnlyLink(ada, id, { pay: true, frozen: true });
  await visitor.goto(live);
  const shown = visitor.getByRole("region", { name: "Table of figures" });
  await expect(figuresRow(visitor, "Cloud", "Total", shown)).toHaveText(total);
  expect(total).toHaveLength(8);

  await ada.page.goto(`/models/${id}`);
  await renameModel(ada.page, "After");
  await visitor.goto(live);
  await expect(visitor.getByRole("heading", { name: "After" })).toBeVisible();
  await visitor.goto(frozen);
  await expect(visitor.getByRole("heading", { name: "Before" })).toBeVisible();
});

test("a link with a password shows nothing before it, and opens for this browser and this link only", async ({
  ada,
  visitor,
  newPage,
}) => {
  const id = await modelWithPay(ada, "Behind a password");
  const link = await readOnlyLink(ada, id, { password: "open sesame 1", download: true });
  const other = await readOnlyLink(ada, id, { password: "open sesame 1" });
  await visitor.goto(link);
  await expect(visitor).toHaveTitle("A shared model · Peerbalance");
  expect(await visitor.content()).not.toContain("Behind a password");
  await expectAccessible(visitor);
  expect((await visitor.request.get(`${link}/export/years.csv`)).status()).toBe(401);
  await visitor.getByLabel("Password", { exact: true }).fill("open sesame 2");
  await visitor.getByRole("button", { name: "Open the model" }).click();
  await expect(visitor.getByText("This is not the password of this link.")).toBeVisible();
  await visitor.getByLabel("Password", { exact: true }).fill("open sesame 1");
  await visitor.getByRole("button", { name: "Open the model" }).click();
  await expect(visitor.getByRole("heading", { name: "Behind a password" })).toBeVisible();
  const [cookie] = (await visitor.context().cookies(link)).filter(({ name }) => name.endsWith("-link"));
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: new URL(link).pathname });
  expect((await visitor.request.get(`${link}/export/years.csv`)).status()).toBe(200);
  await visitor.goto(other);
  await expect(visitor.getByRole("button", { name: "Open the model" })).toBeVisible();
  const stranger = await newPage();
  await stranger.goto(link);
  await expect(stranger.getByRole("button", { name: "Open the model" })).toBeVisible();
});

test("unknown, revoked and malformed links are one and the same 404, on the page and the download", async ({
  ada,
  visitor,
  expectFault,
}) => {
  expectFault(missing);
  const id = await makeModel(ada.page, "Withdrawn");
  const link = await readOnlyLink(ada, id, { download: true, label: "To be withdrawn" });
  expect((await visitor.request.get(`${link}/export/years.csv`)).status()).toBe(200);
  await ada.page.goto(`/models/${id}/share`);
  await ada.page.getByRole("button", { name: "Revoke the link To be withdrawn" }).click();
  await expect(ada.page.getByRole("row", { name: /To be withdrawn/ })).toContainText("revoked");
  const unknown = link.replace(/[\w-]{43}$/, "A".repeat(43));
  const malformed = link.replace(/[\w-]{43}$/, "nothing");
  for (const address of [link, unknown, malformed]) {
    const answer = await visitor.goto(address);
    expect(answer?.status(), address).toBe(404);
    await expect(visitor.getByRole("heading", { name: "This link does not work" })).toBeVisible();
    await expect(visitor).toHaveTitle("Not found · Peerbalance");
    expect(await visitor.getByRole("main").innerText()).not.toContain("Withdrawn");
    const file = await visitor.request.get(`${address}/export/years.csv`);
    expect(file.status()).toBe(404);
    expect(await file.text()).toBe("Not found, or not shared with you.\n");
  }
  await expectAccessible(visitor);
});

test("a link that does not allow downloads gives none, not even to a signed-in person", async ({
  ada,
  bob,
  visitor,
}) => {
  const id = await makeModel(ada.page, "Reading only");
  const allowing = await readOnlyLink(ada, id, { download: true });
  const reading = await readOnlyLink(ada, id);
  await visitor.goto(allowing);
  await expect(visitor.getByRole("link", { name: "Sign in to save a copy" })).toHaveAttribute(
    "href",
    `/sign-in?callbackUrl=${encodeURIComponent(new URL(allowing).pathname)}`,
  );
  for (const file of ["years.csv", "projection.csv", "uncertainty.csv", "model.xlsx"]) {
    expect((await visitor.request.get(`${reading}/export/${file}`)).status()).toBe(403);
    expect((await bob.context.request.get(`${reading}/export/${file}`)).status()).toBe(403);
  }
  // Over the wire: Bob's own call to copy, with the token of the link that allows none; and by a visitor.
  const isCall = (one: Request) => "next-action" in one.headers();
  // The page first tells that it was opened.
  await Promise.all([bob.page.waitForRequest(isCall), bob.page.goto(allowing)]);
  await bob.page.getByRole("button", { name: "Save a copy" }).waitFor();
  const [request] = await Promise.all([
    bob.page.waitForRequest(isCall),
    bob.page.getByRole("button", { name: "Save a copy" }).click(),
  ]);
  await bob.page.waitForURL(/\/models\/[0-9a-f-]{36}$/);
  const all = await request.allHeaders();
  const call = {
    url: request.url(),
    headers: {
      "next-action": all["next-action"] ?? "",
      "content-type": all["content-type"] ?? "",
      origin: all.origin ?? "",
      accept: "text/x-component",
    },
    body: request.postData() ?? "",
  };
  const tokenOf = (address: string) => address.slice(-43);
  const forged = await send(bob.context, { ...call, body: call.body.replaceAll(tokenOf(allowing), tokenOf(reading)) });
  expect(await forged.text()).toContain("This link allows reading and nothing else");
  expect(await (await send(visitor.context(), call)).text()).toContain("You are signed out");
  const nowhere = await send(bob.context, { ...call, body: call.body.replaceAll(tokenOf(allowing), "A".repeat(43)) });
  expect(nowhere.status()).toBe(404);
});

test("a visitor who signs up on the way to a copy comes back to the link", async ({ ada, visitor }) => {
  const id = await makeModel(ada.page, "To copy");
  const link = await readOnlyLink(ada, id, { download: true });
  await visitor.goto(link);
  await visitor.getByRole("link", { name: "Sign in to save a copy" }).click();
  await visitor.getByRole("main").getByRole("link", { name: "Sign up" }).click();
  await visitor.getByLabel("Name").fill("Cleo");
  await visitor.getByLabel("Email").fill(`cleo-${crypto.randomUUID()}@example.org`);
  await visitor.getByLabel("Password").fill("seven green buses at noon");
  await visitor.getByRole("button", { name: "Sign up" }).click();
  await visitor.waitForURL(link);
  await visitor.getByRole("button", { name: "Save a copy" }).click();
  await visitor.waitForURL(/\/models\/[0-9a-f-]{36}$/);
  await expect(visitor.getByLabel("Name of the model")).toHaveValue(/To copy/);
});

test("other people neither make nor revoke a link", async ({ ada, bob, expectFault }) => {
  expectFault(missing);
  const id = await makeModel(ada.page, "Links of Ada");
  const make = await callOf(ada.page, "Planted", () => linkByPages(ada, id, { label: "Planted" }));
  const revoke = await callOf(ada.page, id, () =>
    ada.page.getByRole("button", { name: "Revoke the link Planted" }).click(),
  );
  for (const call of [make, revoke]) expect((await send(bob.context, call)).status()).toBe(404);
  // A link of another model's, named beside one's own.
  const own = await makeModel(bob.page, "Bob's own");
  const link = await linkByPages(ada, id, { label: "Stands" });
  await ada.page.getByRole("row", { name: /Stands/ }).waitFor();
  const revokeStanding = await callOf(ada.page, id, () =>
    ada.page.getByRole("button", { name: "Revoke the link Stands" }).click(),
  );
  expect(
    await (await send(bob.context, { ...revokeStanding, body: revokeStanding.body.replaceAll(id, own) })).text(),
  ).toContain("revoked meanwhile");
  expect((await bob.context.request.get(link)).status()).toBe(404);
  expect(await (await send(ada.context, make)).text()).toContain("/s/");
});
