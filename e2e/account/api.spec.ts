import { parse } from "csv-parse/sync";
import { makeModel } from "../support/create-model";
import { expect } from "../support/fixtures";
import { bearer, makeToken, test } from "../support/program";

test("a program creates, reads, changes and evaluates a model, and the page and the CSV say the same", async ({
  ada,
  api,
}) => {
  const created = await api.post("/api/v1/models", {
    data: { name: "From a program", startMonth: "2027-01", inputs: { users: 60_000 } },
    headers: { "idempotency-key": "first" },
  });
  expect(created.status()).toBe(201);
  const model = await created.json();
  expect(model).toMatchObject({ name: "From a program", inputs: { users: 60_000 }, revision: 1, currency: "USD" });
  expect(created.headers()).toMatchObject({ location: `/api/v1/models/${model.id}`, etag: '"1"' });
  const again = await api.post("/api/v1/models", {
    data: { name: "From a program", startMonth: "2027-01", inputs: { users: 60_000 } },
    headers: { "idempotency-key": "first" },
  });
  expect((await again.json()).id).toBe(model.id);

  const address = `/api/v1/models/${model.id}`;
  const changed = await api.patch(address, {
    data: { description: "By a program", inputs: { users: null, horizonMonths: 24 } },
    headers: { "if-match": '"1"', "content-type": "application/merge-patch+json" },
  });
  expect(changed.status()).toBe(200);
  expect(await changed.json()).toMatchObject({
    inputs: { horizonMonths: 24 },
    description: "By a program",
    revision: 2,
  });
  const stale = await api.patch(address, { data: { name: "Late" }, headers: { "if-match": '"1"' } });
  expect(stale.status()).toBe(412);
  expect(await stale.json()).toMatchObject({ title: "Precondition Failed", revision: 2 });
  const listed = await (await api.get("/api/v1/models?search=program")).json();
  expect(listed).toMatchObject({ total: 1, models: [{ id: model.id, name: "From a program" }] });

  // The evaluation of the stored model, of the same figures unsaved, and the CSV agree: 24 months and the set-up.
  const stored = await (await api.get(`${address}/evaluation`)).json();
  const unsaved = await (await api.post("/api/v1/evaluations", { data: { inputs: { horizonMonths: 24 } } })).json();
  expect(stored.months).toHaveLength(25);
  expect(unsaved).toEqual(stored);

  // Own ranges and what says how trials are drawn: stored with the model, or sent with figures that are not.
  const range = { kind: "range", low: 40_000, high: 70_000 };
  const settings = { drivers: { pay: "none" }, trials: 1_000, seed: 7 };
  const change = (data: object) => api.patch(address, { data, headers: { "if-match": "*" } });
  const stated = await change({ notes: { users: { range, evidence: "measured" } }, ...settings });
  expect(await stated.json()).toMatchObject({ notes: { users: { range, evidence: "measured" } }, ...settings });
  const tried = await (await api.get(`${address}/evaluation?trials=1000`)).json();
  expect(tried.uncertainty).toMatchObject({ ...settings, drivers: { pay: "none", energy: "strong" } });
  const asked = {
    inputs: { horizonMonths: 24 },
    ranges: { users: range },
    evidence: { users: "measured" },
    ...settings,
  };
  expect(await (await api.post("/api/v1/evaluations", { data: asked })).json()).toEqual(tried);
  // One run at a time; a range of another kind takes the whole place of the first.
  const two = await Promise.all([1, 2].map(() => api.get(`${address}/evaluation?trials=1000`)));
  expect(two.map((answer) => answer.status()).sort()).toEqual([200, 429]);
  const even = { kind: "uniform", least: 1, greatest: 90_000 };
  const uniform = await (await change({ notes: { users: { range: even, evidence: null } }, trials: null })).json();
  expect(uniform).toMatchObject({ notes: { users: { range: even } }, trials: 10_000 });
  expect(uniform.notes.users.evidence).toBeUndefined();
  const outside = await change({ inputs: { users: 95_000 } });
  expect((await outside.json()).faults).toMatchObject([{ key: "notes.users.range" }]);
  await change({ notes: null, drivers: null, seed: null });

  // A stored model in another currency, and the same figures in it unsaved.
  const euros = { currency: "EUR", currencyRate: 0.5 };
  const other = await api.post("/api/v1/models", {
    data: { name: "In euros", ...euros, currencyRateDate: "2027-01-15", fiscalYearStart: 7, inputs: { pue: 1.3 } },
  });
  expect(await other.json()).toMatchObject({ ...euros, fiscalYearStart: 7 });
  const inEuros = await (await api.get(`${other.headers().location}/evaluation`)).json();
  const alike = await api.post("/api/v1/evaluations", { data: { ...euros, inputs: { pue: 1.3 } } });
  expect(await alike.json()).toEqual(inEuros);
  expect(inEuros.currency).toBe("EUR");
  const nameless = await api.post("/api/v1/evaluations", { data: { currency: "EUR", name: "x" } });
  expect(nameless.status()).toBe(422);
  expect((await nameless.json()).faults.map(({ key }: { key: string }) => key)).toEqual(["name", "currencyRate"]);

  // The inputs as the page gives them, without the mark: 24 months, typed; 50,000 users, the default.
  const inputs = await api.get(`${address}/inputs.csv`);
  expect(inputs.headers()["content-type"]).toBe("text/csv; charset=utf-8");
  const figures = await inputs.text();
  expect(
    figures.startsWith(
      "key,label,value,unit,default,changed,note,source,low,high,kind,figures,weights,evidence,usualLow,",
    ),
  ).toBe(true);
  expect(figures).toContain("\r\nhorizonMonths,Planning horizon,24,month,60,yes,");
  expect(figures).toContain("\r\nusers,Users,50000,user,50000,no,");
  expect(figures).toContain("\r\nmodel.description,Description,By a program,");
  expect(`\ufeff${figures}`).toBe(
    await (await ada.context.request.get(`/models/${model.id}/export/inputs.csv`)).text(),
  );
  const csv = await (await api.get(`${address}/years.csv`)).text();
  expect(csv.startsWith("model,")).toBe(true);
  const byFiscalYear = await (await api.get(`${address}/years.csv?by=fiscal-year`)).text();
  expect(byFiscalYear).toMatch(/^model,.*,Set-up,FY \d{4},/);
  expect(`\ufeff${byFiscalYear}`).toBe(
    await (await ada.context.request.get(`/models/${model.id}/export/years.csv?by=fiscal-year`)).text(),
  );
  // The workbook is the same for a program and for a person, bytes and all.
  const workbook = await api.get(`${address}/model.xlsx`);
  expect(workbook.headers()["content-type"]).toMatch(/spreadsheetml\.sheet$/);
  const ofPage = await ada.context.request.get(`/models/${model.id}/export/model.xlsx`);
  expect((await workbook.body()).equals(await ofPage.body())).toBe(true);
  const rows = parse(csv, { columns: true }) as Record<string, string>[];
  for (const [architecture, { total }] of Object.entries<{ total: number }>(stored.architectures)) {
    const row = rows.find(
      (one) => one.architecture === architecture && one.category === "Total" && one.figure === "cash",
    );
    expect(Number(row?.Total), architecture).toBeCloseTo(total, 1);
  }

  // A model keeps to its version of the defaults; there is none to move it to but the present one.
  const move = (modelVersion: unknown) =>
    api.patch(address, { data: { modelVersion, description: "" }, headers: { "if-match": "*" } });
  for (const none of [model.modelVersion + 1, 0, "1", null]) {
    const refusal = await move(none);
    expect(refusal.status(), String(none)).toBe(422);
    expect((await refusal.json()).faults).toMatchObject([{ key: "modelVersion" }]);
  }
  const unchanged = await (await move(model.modelVersion)).json();
  expect(unchanged).toMatchObject({ modelVersion: model.modelVersion, description: "", inputs: { horizonMonths: 24 } });

  await ada.page.goto(`/models/${model.id}`);
  await expect(ada.page.getByLabel("Name of the model")).toHaveValue("From a program");
  await ada.page.goto("/settings/tokens");
  await expect(ada.page.getByRole("row", { name: /Monthly report/ })).not.toContainText("Never");
  await ada.page.getByRole("button", { name: "Revoke Monthly report" }).click();
  await expect(ada.page.getByText("No token has been made yet, or all have ended.")).toBeVisible();
  expect((await api.get(address)).status()).toBe(401);
  await api.dispose();
});

// Without inflation a year of compliance in the cloud costs what is typed: 40,000 in the model, 48,000 in its scenario.
test("a change of the currency leaves the figures as they are, in the model and in its scenarios", async ({
  ada,
  api,
}) => {
  const created = await api.post("/api/v1/models", {
    data: { name: "Called euros", inputs: { generalInflation: 0, cloudComplianceAnnual: 40_000 } },
  });
  const address = created.headers().location as string;
  const { page } = ada;
  await page.goto(`/models/${(await created.json()).id}/scenarios`);
  await page.getByRole("button", { name: "New scenario" }).click();
  await page.getByLabel(/^Name of Scenario \d+$/).fill("Dear cloud");
  await page.getByLabel("Another input to vary").selectOption("cloudComplianceAnnual");
  await page.getByRole("button", { name: "Add it" }).click();
  await page.getByLabel("Compliance and audit (cloud), Dear cloud", { exact: true }).fill("48,000");
  await expect(page.getByRole("region", { name: "Dear cloud", exact: true }).getByText(/^Saved/)).toBeVisible();
  const changed = await api.patch(address, {
    data: { currency: "EUR", currencyRate: 0.5, currencyRateDate: "2027-01-15" },
    headers: { "if-match": "*" },
  });
  expect(await changed.json()).toMatchObject({ currency: "EUR", inputs: { cloudComplianceAnnual: 40_000 } });
  const years = await (await api.get(`${address}/years.csv`)).text();
  expect(years).toContain("Called euros,Base,cloud,Cloud,compliance,Compliance,cash,EUR,0.00,40000.00,");
  expect(years).toContain("Called euros,Dear cloud,cloud,Cloud,compliance,Compliance,cash,EUR,0.00,48000.00,");
  await api.dispose();
});

test("a token opens nothing of another organisation, and nothing beyond its scope", async ({
  ada,
  bob,
  playwright,
  baseURL,
}) => {
  const id = await makeModel(ada.page, "Ada's own");
  const tokenOfBob = await makeToken(bob, { write: true });
  const reading = await makeToken(ada);
  const api = await playwright.request.newContext({ baseURL: baseURL ?? "" });

  const attempts = [
    api.get(`/api/v1/models/${id}`, { headers: bearer(tokenOfBob) }),
    api.get(`/api/v1/models/${id}/evaluation`, { headers: bearer(tokenOfBob) }),
    api.get(`/api/v1/models/${id}/years.csv`, { headers: bearer(tokenOfBob) }),
    api.get(`/api/v1/models/${id}/inputs.csv`, { headers: bearer(tokenOfBob) }),
    api.get(`/api/v1/models/${id}/projection.csv`, { headers: bearer(tokenOfBob) }),
    api.get(`/api/v1/models/${id}/model.xlsx`, { headers: bearer(tokenOfBob) }),
    api.patch(`/api/v1/models/${id}`, { headers: { ...bearer(tokenOfBob), "if-match": "*" }, data: { name: "Mine" } }),
  ];
  for (const answer of await Promise.all(attempts)) {
    expect(answer.status(), answer.url()).toBe(404);
    expect(answer.headers()["content-type"]).toBe("application/problem+json");
    expect(await answer.text()).not.toContain("Ada's own");
  }
  expect(await (await api.get("/api/v1/models", { headers: bearer(tokenOfBob) })).json()).toMatchObject({ total: 0 });

  // Ada still gets in, to read and not to write.
  expect((await api.get(`/api/v1/models/${id}`, { headers: bearer(reading) })).status()).toBe(200);
  const write = await api.patch(`/api/v1/models/${id}`, {
    headers: { ...bearer(reading), "if-match": "*" },
    data: { name: "Written" },
  });
  expect(write.status()).toBe(403);
  expect((await api.post("/api/v1/models", { headers: bearer(reading), data: { name: "New" } })).status()).toBe(403);

  // A session's cookie opens no door of the API, so no other site can use it.
  expect((await ada.context.request.get(`/api/v1/models/${id}`)).status()).toBe(401);
  await api.dispose();
});

test("a wrong request is answered with a problem, which names the field and what to do", async ({ api }) => {
  const refusal = await api.post("/api/v1/models", {
    data: { name: "", inputs: { serverLifeMonths: 3, wrong: 1 }, owner: "x" },
  });
  expect(refusal.status()).toBe(422);
  const { faults } = await refusal.json();
  expect(faults).toContainEqual({
    key: "serverLifeMonths",
    message: expect.stringContaining("between 6 and 180 months; you typed 3."),
  });
  expect(faults.map(({ key }: { key: string }) => key)).toEqual(expect.arrayContaining(["wrong", "name"]));

  const statusOf = async (body: string, type = "application/json") =>
    (await api.post("/api/v1/models", { data: Buffer.from(body), headers: { "content-type": type } })).status();
  expect(await statusOf("{")).toBe(400);
  expect(await statusOf('{"name":"a","name":"b"}')).toBe(422);
  expect(await statusOf("[]")).toBe(422);
  expect(await statusOf('{"name":"x"}', "text/plain")).toBe(415);
  expect(await statusOf(`${"[".repeat(50_000)}${"]".repeat(50_000)}`)).toBe(422);
  expect(await statusOf(`{"name":"${"x".repeat(1_100_000)}"}`)).toBe(413);
  expect((await api.patch(`/api/v1/models/${crypto.randomUUID()}`, { data: {} })).status()).toBe(404);
  expect((await api.get("/api/v1/nothing")).status()).toBe(404);

  const described = await (await api.get("/api/v1/openapi.json")).json();
  expect(described).toMatchObject({ openapi: "3.1.0", servers: [{ url: expect.stringMatching(/\/api\/v1$/) }] });
  const schema = await (await api.get("/api/v1/schemas/model.json")).json();
  expect(schema).toMatchObject({ $id: `${described.servers[0].url}/schemas/model.json`, type: "object" });
  await api.dispose();
});
