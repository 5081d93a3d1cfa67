import { execFileSync } from "node:child_process";
import { Secret, TOTP } from "otpauth";
import { expectAccessible } from "../support/accessible";
import { confirm, expect, test } from "../support/fixtures";

/** What an operator runs beside the installation that the tests talk to. */
function userReset(...args: string[]): string {
  const dataDir = process.env.DATA_DIR ?? ".data-browser";
  const env = { ...process.env, DATA_DIR: dataDir };
  return execFileSync(process.execPath, ["scripts/user-reset.mjs", ...args], { env, encoding: "utf8" }).trim();
}

test("an operator's link sets a new password once, and ends every session", async ({ ada, visitor, expectFault }) => {
  expectFault(/401 \(Unauthorized\)/);
  const link = userReset(ada.email);
  expect(link).toMatch(/^http:\/\/localhost:\d+\/reset\/[\w-]{43}$/);
  // Scanners of mail read links before people do, and use none up.
  for (const method of ["GET", "HEAD"]) expect((await visitor.request.fetch(link, { method })).status()).toBe(200);
  await visitor.goto(link);
  await visitor.getByLabel("Password").fill("short");
  await visitor.getByRole("button", { name: "Set the password" }).click();
  await expect(visitor.getByLabel("Password")).toHaveAccessibleDescription(/12 characters or more/);
  await visitor.getByLabel("Password").fill("nine red trams at dawn");
  await visitor.getByRole("button", { name: "Set the password" }).click();
  await expect(visitor).toHaveURL(/\/models$/);

  // The session that was there before is over, and so are the old password and the link.
  await ada.page.goto("/models");
  await expect(ada.page).toHaveURL(/\/sign-in/);
  await ada.page.getByLabel("Email").fill(ada.email);
  await ada.page.getByLabel("Password").fill(ada.password);
  await ada.page.getByRole("button", { name: "Sign in" }).click();
  await expect(ada.page.getByText("Email or password is wrong.")).toBeVisible();
  await ada.page.goto(link);
  await expect(ada.page.getByText("This link has been used, has expired or is incomplete.")).toBeVisible();
});

test("an operator turns two-factor off for a person who lost the authenticator, and a link alone does not", async ({
  ada,
  visitor,
  expectFault,
}) => {
  expectFault(/401 \(Unauthorized\)/);
  await ada.page.goto("/settings/security");
  const turnOn = ada.page.getByRole("button", { name: "Turn on" });
  await turnOn.click();
  const proof = ada.page.getByRole("dialog", { name: "Confirm that it is you" });
  await proof.getByLabel("Present password").fill("wrong wrong wrong");
  await proof.getByRole("button", { name: "Confirm" }).click();
  await expect(proof.getByText("This password is wrong.")).toBeVisible();
  await expectAccessible(ada.page);
  // After cancelling, nothing is done, and the focus is where it was.
  await proof.getByRole("button", { name: "Cancel" }).click();
  await expect(proof).toHaveCount(0);
  await expect(turnOn).toBeFocused();
  await turnOn.click();
  await confirm(ada.page);
  const key = await ada.page.getByTestId("authenticator-key").innerText();
  const totp = new TOTP({ secret: Secret.fromBase32(key.replaceAll(" ", "")) });
  await ada.page.getByLabel("Code that the app shows").fill(totp.generate());
  await ada.page.getByRole("button", { name: "Turn on" }).click();
  await expect(ada.page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem")).toHaveCount(10);

  async function signIn(password: string) {
    await visitor.goto("/sign-in");
    await visitor.getByLabel("Email").fill(ada.email);
    await visitor.getByLabel("Password").fill(password);
    await visitor.getByRole("button", { name: "Sign in", exact: true }).click();
  }
  await visitor.goto(userReset(ada.email));
  await visitor.getByLabel("Password").fill("nine red trams at dawn");
  await visitor.getByRole("button", { name: "Set the password" }).click();
  // The new password is the first step, and the code is still asked for.
  await expect(visitor).toHaveURL(/\/sign-in\/code/);
  await signIn("nine red trams at dawn");
  await expect(visitor).toHaveURL(/\/sign-in\/code/);

  expect(userReset("--two-factor-off", ada.email)).toMatch(/\/reset\/[\w-]{43}$/);
  await signIn("nine red trams at dawn");
  await expect(visitor).toHaveURL(/\/models$/);
  await visitor.goto("/settings/security");
  await expect(visitor.getByText("Off. When it is on")).toBeVisible();
});
