import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { expectAccessible } from "../support/accessible";
import { confirmWhereAsked, expect, signUp, signUpAt } from "../support/fixtures";
import { inputField } from "../support/model-steps";
import { test } from "../support/own-installation";

const someEmail = (name: string) => `${name}-${randomUUID()}@example.org`;
const unauthorised = /401 \(Unauthorized\)/;
// The provider's own pages are not ours to judge.
const providersPages = /fonts\.googleapis\.com|:\d+\/(interaction|auth|favicon)/;

async function signInAtProvider(page: Page, login: string, button = "Sign in with Example Login") {
  await page.getByRole("button", { name: button }).click();
  await page.locator("input[name=login]").fill(login);
  await page.locator("input[name=password]").fill("any");
  await page.locator("button[type=submit]").click();
}

async function signInByPassword(page: Page, email: string, password: string) {
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** The link in the newest mail to a person. */
async function linkIn(mail: Promise<{ text?: string | undefined }>): Promise<string> {
  const link = /http:\/\/localhost:\d+\/\S+/.exec((await mail).text?.split("\n\n")[2] ?? "")?.[0];
  if (!link) throw new Error("no link in the mail");
  return link;
}

async function turnTwoFactorOn(page: Page): Promise<{ totp: TOTP; codes: string[] }> {
  await page.goto("/settings/security");
  await page.getByRole("button", { name: "Turn on" }).click();
  await confirmWhereAsked(page, page.getByTestId("authenticator-key"));
  const key = await page.getByTestId("authenticator-key").innerText();
  const totp = new TOTP({ secret: Secret.fromBase32(key.replaceAll(" ", "")) });
  await page.getByLabel("Code that the app shows").fill(totp.generate());
  await page.getByRole("button", { name: "Turn on" }).click();
  const listed = page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
  await expect(listed).toHaveCount(10);
  const codes = await listed.allInnerTexts();
  await page.getByRole("button", { name: "I have saved them" }).click();
  await expect(page.getByText("On. 10 recovery codes are left.")).toBeVisible();
  return { totp, codes };
}

test("a person signs up and in through a provider, without a password", async ({
  visitor,
  installation,
  expectFault,
}) => {
  expectFault(providersPages);
  const email = someEmail("grace");
  installation.known.set("grace", { email, email_verified: true, name: "Grace" });
  await visitor.goto("/sign-up");
  await signInAtProvider(visitor, "grace", "Sign up with Example Login");
  await expect(visitor).toHaveURL(/\/models$/);
  await visitor.goto("/settings/profile");
  await expect(visitor.getByRole("textbox", { name: "Name" })).toHaveValue("Grace");
  await expect(visitor.getByText(`${email}, verified.`)).toBeVisible();
  await visitor.goto("/settings/security");
  await expect(visitor.getByText("You have no password.")).toBeVisible();
  await visitor.getByRole("button", { name: "Sign out" }).click();
  await expect(visitor).toHaveURL(/\/$/);
  await visitor.goto("/models/new");
  await visitor.getByRole("button", { name: "Sign in with Example Login" }).click();
  await expect(visitor).toHaveURL(/\/models\/new$/);
});

test("an address that the provider has not proven joins nothing; one that it has ends what was prepared", async ({
  ada,
  visitor,
  installation,
  expectFault,
}) => {
  expectFault(providersPages);
  expectFault(unauthorised);
  installation.known.set("eve", { email: ada.email, email_verified: false, name: "Eve" });
  await visitor.goto("/sign-in");
  await signInAtProvider(visitor, "eve");
  await expect(visitor.getByText("has not verified your email address")).toBeVisible();
  await ada.page.goto("/models");
  await expect(ada.page).toHaveURL(/\/models$/);

  // The holder of the mailbox comes: the person who made the account before is out.
  await visitor.context().clearCookies();
  installation.known.set("ada", { email: ada.email, email_verified: true, name: "Ada" });
  await visitor.goto("/sign-in");
  await signInAtProvider(visitor, "ada");
  await expect(visitor).toHaveURL(/\/models$/);
  await ada.page.goto("/models");
  await expect(ada.page).toHaveURL(/\/sign-in/);
  await signInByPassword(ada.page, ada.email, ada.password);
  await expect(ada.page.getByText("Email or password is wrong.")).toBeVisible();
});

test("a mailed link signs in by a button, once, and who has no account is answered alike", async ({
  ada,
  visitor,
  installation,
  expectFault,
}) => {
  expectFault(unauthorised);
  const nobody = someEmail("nobody");
  const answers: string[] = [];
  for (const email of [nobody, ada.email]) {
    await visitor.goto("/sign-in");
    await visitor.getByRole("link", { name: "Mail me a link" }).click();
    await visitor.getByLabel("Email").fill(email);
    await visitor.getByRole("button", { name: "Mail me a link" }).click();
    answers.push((await visitor.getByRole("status").innerText()).replace(email, "…"));
  }
  expect(new Set(answers).size).toBe(1);
  const link = await linkIn(installation.mailTo(ada.email));
  expect(installation.mails.map(({ to }) => [to].flat()[0]?.text)).not.toContain(nobody);
  // A scanner of mails opens it, twice.
  for (let n = 0; n < 2; n++) expect((await visitor.request.get(link)).status()).toBe(200);
  await visitor.goto(link);
  await expect(visitor.getByText(`You sign in as ${ada.email}.`)).toBeVisible();
  await expect(visitor.getByText("proves for the first time")).toBeVisible();
  await expectAccessible(visitor);
  await visitor.getByRole("button", { name: "Sign in" }).click();
  await expect(visitor).toHaveURL(/\/models$/);
  await ada.page.goto("/models");
  await expect(ada.page).toHaveURL(/\/sign-in/);
  await ada.page.goto(link);
  await expect(ada.page.getByText("This link has been used, has expired or is incomplete.")).toBeVisible();
});

test("tried figures come along through a provider, and through a mailed link in another tab", async ({
  ada,
  visitor,
  installation,
  expectFault,
}) => {
  expectFault(providersPages);
  const stored = (page: Page) => page.getByLabel("Data stored (logical)", { exact: true }).first();
  installation.known.set("gil", { email: someEmail("gil"), email_verified: true, name: "Gil" });
  await visitor.goto("/");
  await stored(visitor).fill("321");
  await visitor.getByRole("banner").getByRole("link", { name: "Sign up" }).click();
  await visitor.waitForURL(/\/sign-up\?keep=1$/);
  await signInAtProvider(visitor, "gil", "Sign up with Example Login");
  await visitor.waitForURL(/\/models\/[0-9a-f-]{36}$/);
  await expect(await inputField(visitor, "Demand", "Data stored (logical)")).toHaveValue("321");

  await visitor.context().clearCookies();
  await visitor.goto("/");
  await stored(visitor).fill("654");
  await visitor.getByRole("banner").getByRole("link", { name: "Sign in" }).click();
  await visitor.getByRole("link", { name: "Mail me a link" }).click();
  await visitor.getByLabel("Email").fill(ada.email);
  await visitor.getByRole("button", { name: "Mail me a link" }).click();
  await expect(visitor.getByRole("status")).toBeVisible();
  const tab = await visitor.context().newPage();
  await tab.goto(await linkIn(installation.mailTo(ada.email)));
  await tab.getByRole("button", { name: "Sign in" }).click();
  await expect(tab).toHaveURL(/\/models$/);
  await tab.getByRole("link", { name: "Make a model of them" }).click();
  await tab.waitForURL(/\/models\/[0-9a-f-]{36}$/);
  await expect(await inputField(tab, "Demand", "Data stored (logical)")).toHaveValue("654");
});

test("a mailed link sets a new password", async ({ ada, visitor, installation }) => {
  await visitor.goto("/sign-in");
  await visitor.getByRole("link", { name: "Forgot your password?" }).click();
  await visitor.getByLabel("Email").fill(ada.email);
  await visitor.getByRole("button", { name: "Mail me a link" }).click();
  await expect(visitor.getByRole("status")).toBeVisible();
  await visitor.goto(await linkIn(installation.mailTo(ada.email)));
  await visitor.getByLabel("Password", { exact: true }).fill("nine red trams at dawn");
  await visitor.getByRole("button", { name: "Set the password" }).click();
  await expect(visitor).toHaveURL(/\/models$/);
});

test("two-factor asks for a code after the password, takes a recovery code instead, and can be turned off", async ({
  ada,
  visitor,
  expectFault,
}) => {
  expectFault(unauthorised);
  const { totp, codes } = await turnTwoFactorOn(ada.page);
  expect(codes).toHaveLength(10);
  await signInByPassword(visitor, ada.email, ada.password);
  await expect(visitor).toHaveURL(/\/sign-in\/code/);
  await expectAccessible(visitor);
  // No session yet.
  await visitor.goto("/models");
  await expect(visitor).toHaveURL(/\/sign-in\?/);
  await visitor.goto("/sign-in/code");
  await visitor.getByLabel("Code").fill("000000");
  await visitor.getByRole("button", { name: "Sign in" }).click();
  await expect(visitor.getByText("This code is wrong")).toBeVisible();
  await visitor.getByLabel("Code").fill(totp.generate({ timestamp: Date.now() + 30_000 }));
  await visitor.getByRole("button", { name: "Sign in" }).click();
  await expect(visitor).toHaveURL(/\/models$/);

  await visitor.getByRole("button", { name: "Sign out" }).click();
  await expect(visitor).toHaveURL(/\/$/);
  await signInByPassword(visitor, ada.email, ada.password);
  await visitor.getByLabel("Code").fill(codes[0] ?? "");
  await visitor.getByRole("button", { name: "Sign in" }).click();
  await expect(visitor).toHaveURL(/\/models$/);
  await visitor.goto("/settings/security");
  await expect(visitor.getByText("On. 9 recovery codes are left.")).toBeVisible();
  await visitor.getByRole("button", { name: "Turn off" }).click();
  await confirmWhereAsked(visitor, visitor.getByText("Off. When it is on"));
});

test("the first proof of an address ends two-factor that was set up before; later ones ask for the code", async ({
  ada,
  visitor,
  installation,
  expectFault,
}) => {
  expectFault(unauthorised);
  async function followLink() {
    const before = installation.mails.length;
    await visitor.goto("/sign-in/link");
    await visitor.getByLabel("Email").fill(ada.email);
    await visitor.getByRole("button", { name: "Mail me a link" }).click();
    await expect(visitor.getByRole("status")).toBeVisible();
    await expect.poll(() => installation.mails.length).toBeGreaterThan(before);
    await visitor.goto(await linkIn(installation.mailTo(ada.email)));
    await expect(visitor.getByText(`You sign in as ${ada.email}.`)).toBeVisible();
  }
  // Ada made the account with the visitor's address, and set an authenticator up.
  await turnTwoFactorOn(ada.page);
  await followLink();
  await expect(
    visitor.getByText("the password, two-factor, the sessions and the API tokens from before end"),
  ).toBeVisible();
  await visitor.getByRole("button", { name: "Sign in" }).click();
  await expect(visitor).toHaveURL(/\/models$/);
  await ada.page.goto("/models");
  await expect(ada.page).toHaveURL(/\/sign-in/);

  // The owner's own: from here on the mailbox alone is not enough.
  await turnTwoFactorOn(visitor);
  await visitor.getByRole("button", { name: "Sign out" }).click();
  await expect(visitor).toHaveURL(/\/$/);
  await followLink();
  await expect(visitor.getByText("for the first time")).toHaveCount(0);
  await visitor.getByRole("button", { name: "Sign in" }).click();
  await expect(visitor).toHaveURL(/\/sign-in\/code/);
});

test("a person changes name, password and address, and ends sessions elsewhere", async ({
  ada,
  newPage,
  installation,
}) => {
  const { page } = ada;
  const elsewhere = await newPage();
  await signInByPassword(elsewhere, ada.email, ada.password);
  await expect(elsewhere).toHaveURL(/\/models$/);
  await page.goto("/settings/security");
  await expect(page.getByRole("row")).toHaveCount(3);
  await expectAccessible(page);
  await page.getByRole("button", { name: /^End the session of Chrome on Windows/ }).click();
  await expect(page.getByRole("row")).toHaveCount(2);
  await elsewhere.goto("/models");
  await expect(elsewhere).toHaveURL(/\/sign-in/);

  await page.getByLabel("Present password").fill("wrong wrong wrong");
  await page.getByLabel("New password").fill("nine red trams at dawn");
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByText("This password is wrong.")).toBeVisible();
  await page.getByLabel("Present password").fill(ada.password);
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByText("The password is set")).toBeVisible();

  await page.goto("/settings/profile");
  await expectAccessible(page);
  await page.getByRole("textbox", { name: "Name" }).fill("Ada Lovelace");
  await page.getByRole("button", { name: "Save the name" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  const email = someEmail("lovelace");
  await page.getByLabel("New address").fill(email);
  // The proof of the change of the password still holds.
  await page.getByRole("button", { name: "Mail a link to the new address" }).click();
  await expect(page.getByText(`on its way to ${email}`)).toBeVisible();
  const link = await linkIn(installation.mailTo(email));
  // Other people who open it get nowhere.
  const other = await signUp(elsewhere, "Mallory");
  await other.page.goto(link);
  await expect(other.page.getByText("belongs to another account")).toBeVisible();
  await page.goto(link);
  await page.getByRole("button", { name: "Use this address" }).click();
  await expect(page.getByText(`${email}, verified.`)).toBeVisible();
  expect((await installation.mailTo(ada.email)).subject).toBe("Your address for Peerbalance has changed");
});

test("two installations on one host, in one browser, leave each other's cookies alone", async ({ ada }) => {
  const { page } = ada;
  // The one that the other specs share, on another port of this host.
  const other = `http://localhost:${process.env.PORT ?? 3123}`;
  await page.goto("/settings/profile");
  await page.getByLabel("How numbers are written").selectOption("1.234.567,5");
  await page.getByRole("button", { name: "Save the choice" }).click();
  await signUpAt(page, "Ada", `${other}/sign-up`);
  await page.goto(`${other}/settings/profile`);
  await expect(page.getByLabel("How numbers are written")).toHaveValue("");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(`${other}/`);
  await page.goto("/settings/profile");
  await expect(page.getByText(ada.email)).toBeVisible();
  await expect(page.getByLabel("How numbers are written")).toHaveValue(".,");
});
