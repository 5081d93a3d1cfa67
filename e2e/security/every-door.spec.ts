import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { doorsOf } from "../../test/doors";
import { makeModel } from "../support/create-model";
import { expect, type Person, test } from "../support/fixtures";

// Every action, route and page of the register (test/doors.jsonl) is tried by a person who knows the victim's ids. What takes no such id
// is named below with the test that tries it; a new door that is in neither place fails here.

const root = path.join(import.meta.dirname, "..", "..");
const read = (file: string) => readFileSync(path.join(root, file), "utf8");
/** Doors that no id of a model, an organisation or a link stands in: by the file that tries them, and a word that must be found there. */
const triedElsewhere: Record<string, Record<string, string>> = {
  "e2e/account/signing-in.spec.ts": {
    "action signUpAction": "what is wrong with a sign-up",
    "route app/api/auth/[...nextauth]/route.ts": "nobody is sent to another site",
  },
  "lib/server/access/cross-tenant.database.test.ts": {
    "action createModelAction": "createModel",
  },
  "e2e/account/ways-in.spec.ts": {
    "action askSignInLinkAction": "who has no account is answered alike",
    "action askResetAction": "a mailed link sets a new password",
    "action renameAction": "a person changes name, password and address",
    "action askForNewAddressAction": "a person changes name, password and address",
    "action changeAddressAction": "a person changes name, password and address",
    "action beginFactorAction": "two-factor asks for a code",
    "action confirmFactorAction": "two-factor asks for a code",
    "action turnFactorOffAction": "can be turned off",
    "action setPasswordAction": "a person changes name, password and address",
    "action endSessionsAction": "ends sessions elsewhere",
  },
  "lib/server/people/csv-format.database.test.ts": {
    "action setCsvFormatAction": "getCsvFormat(bob)",
  },
  "lib/server/runtime/scope.database.test.ts": {
    "action makeNewCodesAction": "recovery_codes",
  },
  "test/fresh-proof.database.test.ts": {
    "action confirmAction": "guesses at the proof",
    "action isConfirmedAction": "isConfirmedAction: () =>",
    "action mailOwnLinkAction": "mailOwnLinkAction",
  },
  "e2e/account/organisations.spec.ts": {
    "action createOrganisationAction": "several organisations are kept apart",
    "action joinOrganisationAction": "a colleague signs up by a link",
  },
  "e2e/model/figures-file.spec.ts": {
    "action readNewFiguresAction": "make the same model again",
    "action importModelAction": "make the same model again",
  },
  "e2e/model/sharing.spec.ts": {
    "action acceptInvitationAction": "a link works once",
  },
  "e2e/account/new-password.spec.ts": {
    "action resetPasswordAction": "an operator's link",
  },
  "e2e/model/links.spec.ts": {
    "action unlockLinkAction": "a link with a password",
  },
  "lib/server/deletion/deletion.database.test.ts": {
    "action deleteAccountAction": "askForAccountDeletion",
    "action keepAccountAction": "withdrawAccountDeletion",
  },
  "lib/server/exports/record-download.database.test.ts": {
    "route app/d/[token]/record.pdf/route.ts": 'link("x".repeat(43))',
  },
  "lib/server/comments/comments.database.test.ts": {
    "action markNoticesReadAction": "markNoticesRead(mallory",
  },
  "lib/server/notices/mail-notices.database.test.ts": {
    "action setNoticesByMailAction": "others can neither take it nor turn it off",
  },
  "lib/server/live/many-streams.database.test.ts": {
    "route app/events/route.ts": "sends nothing of what its person may not see",
  },
  "e2e/model/comments.spec.ts": {
    "route app/notices/unread/route.ts": "/notices/unread",
  },
  "e2e/site/operations.spec.ts": {
    "route app/api/health/route.ts": "/api/health",
    "route app/api/ready/route.ts": "/api/ready",
    "route app/api/metrics/route.ts": "/api/metrics",
  },
  "e2e/decision/decisions.spec.ts": {
    "route app/.well-known/peerbalance-keys.json/route.ts": "/.well-known/peerbalance-keys.json",
  },
  "test/api/figures-api.database.test.ts": {
    "route app/api/v1/figures/route.ts": "/api/v1/figures",
    "route app/api/v1/figures/[key]/route.ts": 'ask(read, "mallorys")',
    "route app/api/v1/figures/[key]/revisions/route.ts": 'ask(figureRevisions, "mallorys")',
    "route app/api/v1/figures/lines/[table]/[key]/route.ts": 'ask(readLine, "mallorys"',
    "route app/api/v1/figures/lines/[table]/[key]/revisions/route.ts": 'ask(lineRevisions, "mallorys"',
  },
  "test/api/columns-api.database.test.ts": {
    "route app/api/v1/columns/route.ts": 'ask(list, "mallorys")',
    "route app/api/v1/columns/[table]/[name]/route.ts": 'ask(DELETE, "mallorys"',
  },
  "e2e/account/api.spec.ts": {
    "route app/api/v1/models/route.ts": "a token opens nothing of another organisation",
    "route app/api/v1/evaluations/route.ts": "evaluations",
    "route app/api/v1/openapi.json/route.ts": "openapi.json",
    "route app/api/v1/schemas/model.json/route.ts": "schemas/model.json",
    "route app/api/v1/[...path]/route.ts": "/api/v1/nothing",
  },
};

function mustBeTriedElsewhere(door: string): void {
  const found = Object.entries(triedElsewhere).find(([, doors]) => door in doors);
  expect(found, `${door} has no attacker: add a case here, or name the test that tries it`).toBeDefined();
  if (found) expect(read(found[0]), `${found[0]} tries ${door}`).toContain(found[1][door]);
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
  const model = await makeModel(page, "The victim's");
  await page.goto("/settings/data");
  const href = await page.getByRole("link", { name: "Download everything" }).getAttribute("href");
  return { model, organisation: href?.split("/")[2] ?? "" };
}

test("no action does anything for an attacker who knows the victim's ids", async ({ ada, bob, baseURL }) => {
  const victim = await victimOf(ada);
  const own = await makeModel(bob.page, "The attacker's own");
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
