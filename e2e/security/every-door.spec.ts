import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { doorsOf } from "../../test/doors";
import { expect, type Person, test } from "../support/fixtures";
import { createModel } from "../support/wire";

// Every action, route and page of the register (test/doors.jsonl) is tried by a person who knows the victim's ids. What takes no such id
// is named below with the test that tries it; a new door that is in neither place fails here.

const root = path.join(import.meta.dirname, "..", "..");
const read = (file: string) => readFileSync(path.join(root, file), "utf8");
/** Doors that no id of a model, an organisation or a link stands in: what tries them, and a word that must be found there. */
const triedElsewhere: Record<string, { by: string; word: string }> = {
  "action signUpAction": { by: "e2e/account/signing-in.spec.ts", word: "what is wrong with a sign-up" },
  "action createModelAction": { by: "lib/server/access/cross-tenant.database.test.ts", word: "createModel" },
  "action askSignInLinkAction": { by: "e2e/account/ways-in.spec.ts", word: "who has no account is answered alike" },
  "action askResetAction": { by: "e2e/account/ways-in.spec.ts", word: "a mailed link sets a new password" },
  "action renameAction": { by: "e2e/account/ways-in.spec.ts", word: "a person changes name, password and address" },
  "action askForNewAddressAction": {
    by: "e2e/account/ways-in.spec.ts",
    word: "a person changes name, password and address",
  },
  "action changeAddressAction": {
    by: "e2e/account/ways-in.spec.ts",
    word: "a person changes name, password and address",
  },
  "action beginFactorAction": { by: "e2e/account/ways-in.spec.ts", word: "two-factor asks for a code" },
  "action confirmFactorAction": { by: "e2e/account/ways-in.spec.ts", word: "two-factor asks for a code" },
  "action turnFactorOffAction": { by: "e2e/account/ways-in.spec.ts", word: "can be turned off" },
  "action makeNewCodesAction": { by: "lib/server/runtime/scope.database.test.ts", word: "recovery_codes" },
  "action confirmAction": { by: "test/fresh-proof.database.test.ts", word: "guesses at the proof" },
  "action isConfirmedAction": { by: "test/fresh-proof.database.test.ts", word: "isConfirmedAction: () =>" },
  "action mailOwnLinkAction": { by: "test/fresh-proof.database.test.ts", word: "mailOwnLinkAction" },
  "action setPasswordAction": {
    by: "e2e/account/ways-in.spec.ts",
    word: "a person changes name, password and address",
  },
  "action endSessionsAction": { by: "e2e/account/ways-in.spec.ts", word: "ends sessions elsewhere" },
  "action createOrganisationAction": {
    by: "e2e/account/organisations.spec.ts",
    word: "several organisations are kept apart",
  },
  "action joinOrganisationAction": { by: "e2e/account/organisations.spec.ts", word: "a colleague signs up by a link" },
  "action readNewFiguresAction": { by: "e2e/model/figures-file.spec.ts", word: "make the same model again" },
  "action importModelAction": { by: "e2e/model/figures-file.spec.ts", word: "make the same model again" },
  "action acceptInvitationAction": { by: "e2e/model/sharing.spec.ts", word: "a link works once" },
  "action resetPasswordAction": { by: "e2e/account/new-password.spec.ts", word: "an operator's link" },
  "action unlockLinkAction": { by: "e2e/model/links.spec.ts", word: "a link with a password" },
  "action deleteAccountAction": { by: "lib/server/deletion/deletion.database.test.ts", word: "askForAccountDeletion" },
  "action keepAccountAction": { by: "lib/server/deletion/deletion.database.test.ts", word: "withdrawAccountDeletion" },
  "action markNoticesReadAction": {
    by: "lib/server/comments/comments.database.test.ts",
    word: "markNoticesRead(mallory",
  },
  "action setNoticesByMailAction": {
    by: "lib/server/notices/mail-notices.database.test.ts",
    word: "others can neither take it nor turn it off",
  },
  "route app/events/route.ts": {
    by: "lib/server/live/many-streams.database.test.ts",
    word: "sends nothing of what its person may not see",
  },
  "route app/notices/unread/route.ts": { by: "e2e/model/comments.spec.ts", word: "/notices/unread" },
  "route app/api/auth/[...nextauth]/route.ts": {
    by: "e2e/account/signing-in.spec.ts",
    word: "nobody is sent to another site",
  },
  "route app/api/health/route.ts": { by: "e2e/site/operations.spec.ts", word: "/api/health" },
  "route app/api/ready/route.ts": { by: "e2e/site/operations.spec.ts", word: "/api/ready" },
  "route app/api/metrics/route.ts": { by: "e2e/site/operations.spec.ts", word: "/api/metrics" },
  "route app/api/v1/models/route.ts": {
    by: "e2e/account/api.spec.ts",
    word: "a token opens nothing of another organisation",
  },
  "route app/api/v1/evaluations/route.ts": { by: "e2e/account/api.spec.ts", word: "evaluations" },
  "route app/api/v1/openapi.json/route.ts": { by: "e2e/account/api.spec.ts", word: "openapi.json" },
  "route app/api/v1/[...path]/route.ts": { by: "e2e/account/api.spec.ts", word: "/api/v1/nothing" },
};

function mustBeTriedElsewhere(door: string): void {
  const where = triedElsewhere[door];
  expect(where, `${door} has no attacker: add a case here, or name the test that tries it`).toBeDefined();
  if (where) expect(read(where.by), `${where.by} tries ${door}`).toContain(where.word);
}

interface Victim {
  model: string;
  organisation: string;
}

/** The address with the victim's ids in it, or null where none stands in it. */
function aimedAt(pattern: string, { model, organisation }: Victim): string | null {
  const isAimed = /\[id\]|\[organisationId\]|\/s\/\[token\]/.test(pattern);
  if (!isAimed) return null;
  return pattern
    .replace("[id]", model)
    .replace("[organisationId]", organisation)
    .replace("[token]", "x".repeat(43))
    .replaceAll(/\[\w+\]/g, () => randomUUID());
}

interface Action {
  id: string;
  name: string;
  requires: string;
  page: string;
}

/** All actions of the build that is served, each with what it requires. */
function allActions(): Action[] {
  const manifest = JSON.parse(read(".next/server/server-reference-manifest.json"));
  const required = new Map(doorsOf("action").map(({ name, requires }) => [name, requires]));
  return Object.entries<{ workers: object; exportedName: string }>(manifest.node).map(
    ([id, { workers, exportedName }]) => {
      const page = (Object.keys(workers)[0] ?? "").replace(/^app/, "").replace(/\/page$/, "") || "/";
      return { id, name: exportedName, requires: required.get(exportedName) ?? "", page };
    },
  );
}

async function victimOf({ page }: Person): Promise<Victim> {
  const model = await createModel(page, "The victim's");
  await page.goto("/settings/data");
  const href = await page.getByRole("link", { name: "Download everything" }).getAttribute("href");
  return { model, organisation: href?.split("/")[2] ?? "" };
}

test("no action does anything for an attacker who knows the victim's ids", async ({ ada, bob, baseURL }) => {
  const victim = await victimOf(ada);
  const own = await createModel(bob.page, "The attacker's own");
  const actions = allActions();
  expect(actions.map(({ name }) => name).sort()).toEqual(
    doorsOf("action")
      .map(({ name }) => name)
      .sort(),
  );
  const before = await stateOf(ada, victim);
  for (const { id, name, requires, page } of actions) {
    expect(requires, `${name} says what it requires`).not.toBe("");
    if (requires === "user" || requires === "nobody") {
      mustBeTriedElsewhere(`action ${name}`);
      continue;
    }
    const first = requires.startsWith("organisation:")
      ? victim.organisation
      : requires.startsWith("link")
        ? "x".repeat(43)
        : victim.model;
    // From a page of his own, and from the victim's: where the action is called from proves nothing.
    for (const from of [aimedAt(page, { ...victim, model: own }), aimedAt(page, victim), "/models"]) {
      const answer = await bob.context.request.post(from ?? page, {
        headers: {
          "next-action": id,
          "content-type": "text/plain;charset=UTF-8",
          origin: baseURL ?? "",
          accept: "text/x-component",
        },
        data: JSON.stringify([first, randomUUID(), randomUUID()]),
        maxRedirects: 0,
      });
      // A page that does not know the action hands it on, and answers for itself.
      if (from !== "/models") expect(answer.status(), `${name} called from ${from ?? page}`).toBe(404);
      expect(await answer.text()).not.toContain("The victim's");
    }
  }
  expect(await stateOf(ada, victim)).toEqual(before);
});

/** The content of the victim's model and who has access to it, as she herself sees it. */
async function stateOf({ context }: Person, { model, organisation }: Victim): Promise<unknown> {
  const years = await context.request.get(`/models/${model}/export/years.csv`);
  const list = await context.request.get(`/organisations/${organisation}/export/audit.csv`);
  // Her own exports are in her log, and nothing of another person's may be.
  const foreign = (await list.text()).split("\r\n").filter((line) => line.includes(",") && !line.includes(",Ada,"));
  return { status: years.status(), years: await years.text(), foreign };
}

test("no route and no page shows anything to an attacker who knows the victim's ids, signed in or not", async ({
  ada,
  bob,
  visitor,
  baseURL,
  expectFault,
}) => {
  expectFault(/404/);
  const victim = await victimOf(ada);
  expect(doorsOf("route").length).toBeGreaterThan(15);
  for (const { file, name, methods = [] } of doorsOf("route")) {
    const address = aimedAt(name, victim);
    if (address === null) {
      mustBeTriedElsewhere(`route ${file}`);
      continue;
    }
    expect(methods.length, file).toBeGreaterThan(0);
    for (const method of methods) {
      const options = {
        method,
        headers: { origin: baseURL ?? "" },
        maxRedirects: 0,
      };
      const byBob = await bob.context.request.fetch(address, options);
      expect([401, 404], `${method} ${file} for another`).toContain(byBob.status());
      const byNobody = await visitor.request.fetch(address, options);
      expect([401, 404], `${method} ${file} signed out`).toContain(byNobody.status());
      expect(`${await byBob.text()}${await byNobody.text()}`).not.toContain("The victim's");
    }
  }
  expect(doorsOf("page").length).toBeGreaterThan(20);
  for (const { file, name } of doorsOf("page")) {
    const address = aimedAt(name, victim);
    if (address === null) continue;
    const byBob = await bob.context.request.get(address, { maxRedirects: 0 });
    expect(byBob.status(), `${file} for another`).toBe(404);
    const byNobody = await visitor.request.get(address, { maxRedirects: 0 });
    expect([307, 404], `${file} signed out`).toContain(byNobody.status());
    expect(`${await byBob.text()}${await byNobody.text()}`).not.toContain("The victim's");
  }
  // And the victim still gets in.
  expect((await ada.context.request.get(`/models/${victim.model}`)).status()).toBe(200);
  expect((await ada.context.request.get(`/organisations/${victim.organisation}/export/audit.csv`)).status()).toBe(200);
});
