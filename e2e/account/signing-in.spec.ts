import { emailSchema } from "@/lib/schemas/person";
import { expect, signUpAt, test } from "../support/fixtures";

// A wrong password is answered with 401, which the browser writes to its console.
const unauthorised = /401 \(Unauthorized\)/;

test("a person signs up, signs out and signs in again, and comes back to where they were going", async ({
  newPage,
}) => {
  const ada = await signUpAt(await newPage(), "Ada", "/sign-up");
  await ada.page.getByRole("button", { name: "Sign out" }).click();
  await expect(ada.page).toHaveURL(/\/$/);
  await ada.page.goto("/models/new");
  await expect(ada.page).toHaveURL(/\/sign-in\?callbackUrl=/);
  await ada.page.getByLabel("Email").fill(` ${ada.email.toUpperCase()} `);
  await ada.page.getByLabel("Password").fill(ada.password);
  await ada.page.getByRole("button", { name: "Sign in" }).click();
  await expect(ada.page).toHaveURL(/\/models\/new$/);
});

test("a wrong address and a wrong password are answered alike, and again and again with a wait", async ({
  ada,
  visitor,
  expectFault,
}) => {
  expectFault(unauthorised);
  const answers: string[] = [];
  const alert = visitor.locator("form").getByRole("alert");
  for (const email of [ada.email, `nobody-${ada.email}`]) {
    await visitor.goto("/sign-in");
    await visitor.getByLabel("Email").fill(email);
    await visitor.getByLabel("Password").fill("not the right password");
    await visitor.getByRole("button", { name: "Sign in" }).click();
    await expect(alert).not.toBeEmpty();
    answers.push(await alert.innerText());
  }
  expect(answers).toEqual(Array(2).fill("Email or password is wrong. Check both and try again."));
  // Five are free, the sixth shuts the gate for a second, the next for two: a further try finds it shut.
  for (let n = 2; n <= 9 && !(await alert.innerText()).startsWith("Too many tries"); n++) {
    await visitor.getByRole("button", { name: "Sign in" }).click();
    await expect(visitor.getByRole("button", { name: "Sign in" })).toBeEnabled();
  }
  await expect(alert).toHaveText(/^Too many tries\. Wait \d seconds?, then try again\.$/);
});

test("what is wrong with a sign-up stands beside its field, and what was typed stays", async ({ ada, visitor }) => {
  await visitor.goto("/sign-up");
  const tryWith = async (name: string, email: string, password: string) => {
    await visitor.getByLabel("Name").fill(name);
    await visitor.getByLabel("Email").fill(email);
    await visitor.getByLabel("Password").fill(password);
    await visitor.getByRole("button", { name: "Sign up" }).click();
  };
  await tryWith("  ", "ada@", "short");
  await expect(visitor.getByLabel("Name")).toHaveAccessibleDescription(/must not be empty/);
  await expect(visitor.getByLabel("Email")).toHaveAccessibleDescription(/such as name@example\.org/);
  await tryWith("Ada", "other@example.org", "short");
  await expect(visitor.getByLabel("Password")).toHaveAccessibleDescription(/12 characters or more; this one has 5/);
  await tryWith("Ada", "other@example.org", "Password1234");
  await expect(visitor.getByLabel("Password")).toHaveAccessibleDescription(/among the commonest/);
  await tryWith("Ada", ada.email, "seven green buses at noon");
  await expect(visitor.getByLabel("Email")).toHaveAccessibleDescription(/has an account already/);
  await expect(visitor.getByLabel("Name")).toHaveValue("Ada");
});

test("signing out ends the session on the server, not only the cookie", async ({ newPage, visitor }) => {
  const ada = await signUpAt(await newPage(), "Ada", "/sign-up");
  const stolen = await ada.context.cookies();
  await visitor.context().addCookies(stolen);
  await visitor.goto("/models");
  await expect(visitor).toHaveURL(/\/models$/);
  await ada.page.getByRole("button", { name: "Sign out" }).click();
  await expect(ada.page).toHaveURL(/\/$/);
  await visitor.goto("/models");
  await expect(visitor).toHaveURL(/\/sign-in/);
});

test("the session's cookie is hidden from scripts and other sites, and the browser learns nothing of the session", async ({
  ada,
}) => {
  const cookie = (await ada.context.cookies()).find(({ name }) => name.endsWith("-session"));
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  const session = await (await ada.context.request.get("/api/auth/session")).json();
  expect(Object.keys(session)).toEqual(["expires"]);
});

test("opened under another host than its own, signing in and up say which address to open", async ({
  visitor,
  baseURL,
  expectFault,
}) => {
  expectFault(/403 \(Forbidden\)/);
  // Reserved for this machine by RFC 6761, as localhost is, and not moved to it.
  const { port } = new URL(baseURL ?? "");
  for (const [path, button] of [
    ["/sign-in", "Sign in"],
    ["/sign-up", "Sign up"],
  ] as const) {
    await visitor.goto(`http://other.localhost:${port}${path}`);
    if (path === "/sign-up") await visitor.getByLabel("Name").fill("Ada");
    await visitor.getByLabel("Email").fill("ada@example.org");
    await visitor.getByLabel("Password").fill("seven green buses at noon");
    await visitor.getByRole("button", { name: button }).click();
    await expect(visitor.locator("form").getByRole("alert")).toContainText(
      `http://localhost:${port}. Open that address`,
    );
  }
});

test("what the browser takes for an address, the server takes, as the same", async ({ visitor }) => {
  await visitor.goto("/sign-up");
  const field = visitor.getByLabel("Email");
  const taken: string[] = [];
  const typed = [
    "r&d@example.org",
    "a@b",
    "ada@пример.рф",
    "ada@xn--e1afmkfd.xn--p1ai",
    ".a..@x",
    "a@b_c.org",
    "é@x.org",
  ];
  for (const text of typed) {
    await field.clear();
    // Typed, and not set by a script: the browser brings domains into their ASCII form then, in which a form sends
    // them.
    await visitor.keyboard.insertText(text);
    const [value, isTaken] = await field.evaluate((input: HTMLInputElement) => [input.value, input.checkValidity()]);
    if (isTaken) taken.push(text);
    const read = emailSchema.safeParse(text);
    expect(read.success, text).toBe(isTaken);
    expect(emailSchema.safeParse(value).data, text).toBe(read.data);
  }
  expect(taken).toEqual(typed.slice(0, 5));
});

test("after signing in or up nobody is sent to another site", async ({ ada, expectFault }) => {
  expectFault(/404 \(Not Found\)/);
  for (const target of ["https://evil.example/", "/\\evil.example/", "/.//evil.example/", "/%2e//evil.example/"]) {
    for (const way of ["/sign-in", "/sign-up"]) {
      await ada.page.goto(`${way}?callbackUrl=${encodeURIComponent(target)}`);
      // A path that named a host is read as one of ours, where there is no page.
      await expect(ada.page).toHaveURL(/^http:\/\/localhost:\d+\/(models|evil\.example\/?)$/);
    }
  }
});
