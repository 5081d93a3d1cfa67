import type { Page } from "@playwright/test";
import { confirmWhereAsked, type Person, signUpAt } from "./fixtures";

/** Makes a link into the organisation that the page works in. */
export async function memberLink(page: Page, email: string, role: "owner" | "admin" | "member"): Promise<string> {
  await page.goto("/settings/members");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Role", { exact: true }).selectOption(role);
  await page.getByRole("button", { name: "Make a link" }).click();
  const linkField = page.getByLabel("One-time link");
  await confirmWhereAsked(page, linkField);
  return linkField.inputValue();
}

export async function join(person: Person, link: string): Promise<void> {
  await person.page.goto(link);
  await person.page.getByRole("button", { name: `Accept as ${person.name}` }).click();
  await person.page.waitForURL(/\/models$/);
}

/** Accepts the invitation that the page shows, with an account that is made on the way. */
export async function acceptWithNewAccount(page: Page, name: string): Promise<Person> {
  await page.getByRole("main").getByRole("link", { name: "Sign up" }).click();
  await page.waitForURL(/\/sign-up\?invitation=/);
  const person = await signUpAt(page, name, page.url());
  await page.getByRole("button", { name: `Accept as ${name}` }).click();
  return person;
}
