import { makeModel } from "../support/create-model";
import { expect, test } from "../support/fixtures";
import { callOf, createModel, renameModel, savedModel, send, storedName } from "../support/wire";

test("a save over an older revision changes nothing, and brings what stands now", async ({ ada }) => {
  const { id, save } = await savedModel(ada.page, "First name", "Second name");
  const stale = await send(ada.context, { ...save, body: save.body.replace("Second name", "From the past") });
  const answer = await stale.text();
  expect(answer).toContain('"kind":"stale"');
  expect(answer).toContain("Second name");
  expect(await storedName(ada.page, id)).toBe("Second name");
});

test("figures out of bounds are refused in words over the wire too", async ({ ada }) => {
  const { id, save } = await savedModel(ada.page, "Bounds", "Bounds 2");
  // The wire writes an infinite number, which 1e400 becomes, as "$Infinity".
  for (const [inputs, words] of [
    ['{"serverLifeMonths":3}', "must be"],
    ['{"serverLifeMonths":"$Infinity"}', "must be"],
    ['{"serverLifeMonths":"=1+1"}', "must be"],
    ['{"noSuchInput":1}', "noSuchInput"],
    ['{"__proto__":{"serverLifeMonths":3},"constructor":1}', "constructor"],
    ["[]", "Inputs must be given by their names"],
  ] as const) {
    const body = save.body.replace('"revision":1', '"revision":2').replace('"inputs":{}', `"inputs":${inputs}`);
    expect(body).toContain(inputs);
    const answer = await (await send(ada.context, { ...save, body })).text();
    expect(answer).toContain('"kind":"invalid"');
    expect(answer).toContain(words);
  }
  expect(await storedName(ada.page, id)).toBe("Bounds 2");
});

test("nonsense over the wire is refused, and the server lives on", async ({ ada }) => {
  const { id, save } = await savedModel(ada.page, "Nonsense", "Nonsense 2");
  const deep = `${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}`;
  for (const body of ["[]", "not json", `["${id}"]`, `["${id}",${deep}]`, `["${id}",{"revision":-1,"draft":null}]`]) {
    const answer = await send(ada.context, { ...save, body });
    expect(await answer.text(), body.slice(0, 60)).not.toContain('"kind":"saved"');
  }
  // What cannot even be read as a call is the caller's fault, and tells nothing of ours.
  const form = "multipart/form-data; boundary=x";
  for (const [body, type] of [
    ["not json", save.headers["content-type"]],
    ["", save.headers["content-type"]],
    ["[", save.headers["content-type"]],
    ["null", save.headers["content-type"]],
    ["5", save.headers["content-type"]],
    ['["$F1"]', save.headers["content-type"]],
    ["garbage", form],
    ['--x\r\ncontent-disposition: form-data; name="0"\r\n\r\nnot json\r\n--x--\r\n', form],
  ] as const) {
    const answer = await send(ada.context, { ...save, body, headers: { ...save.headers, "content-type": type ?? "" } });
    expect(answer.status(), body).toBe(400);
    expect(await answer.text(), body).not.toMatch(/ at |node_modules|JSON/);
  }
  expect(await storedName(ada.page, id)).toBe("Nonsense 2");
});

test("one person saves 300 times a minute at most, over all their models, and another is not slowed by it", async ({
  ada,
  bob,
}) => {
  const { id: first, save } = await savedModel(ada.page, "Very busy", "Very busy 2");
  const second = await makeModel(ada.page, "Busy too");
  const later = { ...save, body: save.body.replace(first, second) };
  // What cannot be saved counts as well, and is faster to refuse.
  const wrong = { ...save, body: `["${first}",{"revision":1,"draft":null}]` };
  let [looked, isRefused] = [0, false];
  // A minute may end on the way, and 300 more are looked at.
  const start = Date.now();
  while (!isRefused && looked < 900) {
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(ada.context, wrong)));
    for (const answer of answers) {
      const kind = /"kind":"(\w+)"/.exec(await answer.text())?.[1];
      if (kind === "invalid") looked += 1;
      else expect(kind).toBe("later");
      isRefused ||= kind === "later";
    }
  }
  expect(isRefused).toBe(true);
  // Once or twice was saved before.
  expect(looked).toBeLessThan(300 * Math.ceil((Date.now() - start) / 60_000));
  expect(looked).toBeGreaterThanOrEqual(290);
  expect(await (await send(ada.context, later)).text()).toContain('"kind":"later"');
  await createModel(bob.page, "Not busy");
  await renameModel(bob.page, "Not busy at all");
});

test("a call that another site's page sends changes nothing", async ({ ada }) => {
  const { id, save } = await savedModel(ada.page, "Ours", "Ours 2");
  const body = save.body.replace("Ours 2", "Theirs").replace('"revision":1', '"revision":2');
  for (const origin of ["https://evil.example", "null", "http://localhost:1"]) {
    const answer = await send(ada.context, { ...save, body, headers: { ...save.headers, origin } });
    expect(await answer.text()).not.toContain('"kind":"saved"');
  }
  const { origin: _, ...without } = save.headers;
  const answer = await send(ada.context, { ...save, body, headers: without });
  expect(await answer.text()).toContain("did not come from a page of");
  expect(await storedName(ada.page, id)).toBe("Ours 2");
  // It was the origin: the same call from our own page is taken.
  expect(await (await send(ada.context, { ...save, body })).text()).toContain('"kind":"saved"');
});

test("a text that cannot be saved is refused at its field and at the door, and what else is typed is saved", async ({
  ada,
}) => {
  const { page } = ada;
  const id = await createModel(page, "Texts");
  const name = page.getByLabel("Name of the model");
  await name.fill("Te\0xts");
  await expect(page.getByText("The name holds a character that cannot be saved (U+0000), after “Te”.")).toBeVisible();
  await expect(name).toHaveAttribute("aria-invalid", "true");
  const users = page.getByLabel("Users", { exact: true });
  const save = await callOf(page, '"users":61000', () => users.fill("61000"));
  await expect(page.getByText(/^Saved/)).toBeVisible();
  // Past the field: the same call with such a text in it.
  for (const text of ["\\u0000", "\\ud800"]) {
    const body = save.body.replace('"description":""', `"description":"${text}"`);
    expect(body).not.toBe(save.body);
    const answer = await send(ada.context, { ...save, body });
    expect(answer.status()).toBe(200);
    expect(await answer.text()).toMatch(/"kind":"invalid".*Description holds a character that cannot be saved/);
  }
  await page.goto(`/models/${id}`);
  await expect(users).toHaveValue("61,000");
  await expect(name).toHaveValue("Texts");
});

test("a server that fails over a save is not called a lost connection, and what was typed is saved afterwards", async ({
  ada,
  expectFault,
}) => {
  expectFault(/50[02]|Failed to load resource/);
  const { page } = ada;
  const id = await createModel(page, "Failing");
  let becomes: "failing" | "lost" | "held" = "failing";
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(`**/models/${id}`, async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    if (becomes === "failing") return route.fulfill({ status: 502, contentType: "text/html", body: "Bad Gateway" });
    if (becomes === "lost") return route.abort();
    await released;
    return route.continue();
  });
  await page.getByLabel("Users", { exact: true }).fill("62000");
  await expect(
    page.getByText("Not saved: the server has a fault. It is tried again; keep this page open."),
  ).toBeVisible();
  becomes = "lost";
  await page.getByLabel("Users", { exact: true }).fill("63000");
  await expect(page.getByText("Not saved: no connection. It is tried again; keep this page open.")).toBeVisible();
  // It stays while it is tried again by itself: what is pressed is not replaced under the finger.
  becomes = "held";
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("Saving…")).toBeVisible();
  release();
  await expect(page.getByText(/^Saved/)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Users", { exact: true })).toHaveValue("63,000");
});

test("every answer carries a policy that lets no script in but our own", async ({ visitor }) => {
  const nonces = new Set<string>();
  for (const path of ["/", "/sign-in", "/sign-up", "/no-such-page"]) {
    const answer = await visitor.request.get(path);
    const policy = answer.headers()["content-security-policy"] ?? "";
    const script = /script-src ([^;]+)/.exec(policy)?.[1] ?? "";
    expect(script).toMatch(/^'self' 'nonce-[\w+/=]+' 'strict-dynamic'$/);
    nonces.add(script);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(answer.headers()).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
    });
    // Served over plain http.
    expect(answer.headers()).not.toHaveProperty("strict-transport-security");
    expect(answer.headers()).not.toHaveProperty("x-powered-by");
  }
  expect(nonces.size).toBe(4);
});

test("scripts and styles come compressed by the build, and are kept for good", async ({ visitor }) => {
  const page = await (await visitor.request.get("/")).text();
  const files = new Set(page.match(/\/_next\/static\/[\w./~-]+\.(js|css)/g));
  expect(files.size).toBeGreaterThan(5);
  const encodings = new Set<string | undefined>();
  for (const file of files) {
    const answer = await visitor.request.get(file, { headers: { "accept-encoding": "gzip, br" } });
    const headers = answer.headers();
    expect(headers).toMatchObject({
      // Next.js would say it with a space, and compress by gzip.
      "cache-control": "public,max-age=31536000,immutable",
      "x-content-type-options": "nosniff",
    });
    encodings.add(headers["content-encoding"]);
  }
  encodings.delete(undefined);
  expect([...encodings]).toEqual(["br"]);
});

test("an inline script that got into a page does not run", async ({ visitor, expectFault }) => {
  expectFault(/securitypolicyviolation|Content Security Policy/);
  await visitor.goto("/sign-in");
  const ran = await visitor.evaluate(async () => {
    const script = document.createElement("div");
    script.innerHTML = `<img src="data:," onerror="window.ran = true"><svg onload="window.ran = true"></svg>`;
    document.body.append(script);
    await new Promise((resolve) => setTimeout(resolve, 300));
    return "ran" in window;
  });
  expect(ran).toBe(false);
});
