import { beforeAll, describe, expect, it } from "vitest";
import { usualLinesCsv } from "@/lib/export/usual-lines-csv";
import { readUsualLinesCsv } from "@/lib/import/usual-lines-csv";
import type { LineTable } from "@/lib/model/rows/line-tables";
import { readAuditListing } from "@/lib/schemas/audit/audit-listing";
import {
  authorizeOrganisation,
  type OrganisationManageAccess,
  type OrganisationViewAccess,
} from "@/lib/server/access/organisation";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { listEvents } from "@/lib/server/audit/list-events";
import { addMember, forge, newPerson, organisationOf, someOrigin } from "@/test/people";
import { changeFigure, removeFigure } from "./change-figure";
import { changeLine, stateLines } from "./change-line";
import { listFigureRevisions, restoreFigure } from "./figure-history";
import { loadBook } from "./get-figures";
import { listRemoved } from "./list-removed";

let max: AuthenticatedUser;
let mallory: AuthenticatedUser;
let admin: OrganisationManageAccess;
let member: OrganisationViewAccess;

const licence = { label: "Licence", category: "software", architectures: ["cloud"], kind: "monthly", amount: 100 };
const person = { role: "Administrator", architectures: ["onPremises"], fte: 1, pay: 90_000 };
const line = (table: LineTable, key: string, revision: number, row: object, isBegunWith = true) => ({
  ...{ table, key, revision },
  stated: { row, isBegunWith },
});
const state = (...lines: ReturnType<typeof line>[]) => stateLines(admin, lines, someOrigin());
const keys = async () => (await loadBook(member)).lines.map(({ key, revision }) => `${key} ${revision}`).sort();

beforeAll(async () => {
  const [ada, second, attacker] = await Promise.all(["Ada", "Max", "Mallory"].map((name) => newPerson(name)));
  if (!ada || !second || !attacker) throw new Error("three people");
  max = second.user;
  mallory = attacker.user;
  const own = await organisationOf(ada.user);
  const access = await authorizeOrganisation(ada.user, own.organisationId, "organisation:manage");
  if (access === null || access === "refused") throw new Error("Ada owns it");
  admin = access;
  await addMember(admin, max, "member");
  const viewed = await authorizeOrganisation(max, admin.organisationId, "organisation:view");
  if (viewed === null || viewed === "refused") throw new Error("Max is a member");
  member = viewed;
});

describe("usual lines of a file", () => {
  it("are added and changed all together, each as a revision in the audit log", async () => {
    const both = [line("customLines", "licence", 0, licence), line("staffLines", "admin", 0, person, false)];
    expect(await state(...both)).toEqual({ ok: true });
    const dearer = { ...licence, amount: 120 };
    expect(await state(line("customLines", "licence", 1, dearer), line("staffLines", "watch", 0, person))).toEqual({
      ok: true,
    });
    expect(await keys()).toEqual(["admin 1", "licence 2", "watch 1"]);
    const { events } = await listEvents(admin, readAuditListing({}));
    const changed = events.filter(({ action }) => action === "figure.changed");
    expect(changed.map(({ subject }) => subject).sort()).toEqual([
      ...["Administrator", "Administrator"],
      ...["Licence", "Licence"],
    ]);
  });

  it("are none where one of them is wrong, or was changed by another person meanwhile", async () => {
    const before = await keys();
    const wrong = line("customLines", "hosting", 0, { ...licence, amount: "much" });
    expect(await state(line("customLines", "backup", 0, licence), wrong)).toMatchObject({
      ok: false,
      faults: [{ key: "1.amount" }],
    });
    const stale = line("customLines", "licence", 1, licence);
    expect(await state(line("customLines", "backup", 0, licence), stale)).toMatchObject({
      ok: false,
      obstacle: "changed",
    });
    expect(await keys()).toEqual(before);
  });

  it("are no more than a table has room for", async () => {
    const rack = { label: "Rack", category: "hardware", architectures: ["cloud"], pieces: 1, price: 1, lifeMonths: 60 };
    const racks = Array.from({ length: 51 }, (_, place) => line("equipmentLines", `rack${place}`, 0, rack));
    expect(await state(...racks)).toMatchObject({ ok: false, faults: [{ key: "50.form" }] });
    expect((await loadBook(admin)).lines.filter(({ table }) => table === "equipmentLines")).toEqual([]);
  });

  it("come back from the file that is downloaded", async () => {
    const book = await loadBook(admin);
    const read = readUsualLinesCsv(usualLinesCsv(book.lines), book, () => "none");
    expect(read).toMatchObject({ ok: true, changes: [], refused: [], same: 3 });
  });
});

describe("what was removed", () => {
  it("is listed by the name that it had, and comes back from its history", async () => {
    await changeFigure(admin, "users", { revision: 0, stated: { value: 40_000 } }, someOrigin());
    await removeFigure(admin, { part: "inputs", key: "users", revision: 1 }, someOrigin());
    await removeFigure(admin, { part: "customLines", key: "licence", revision: 2 }, someOrigin());
    const removed = await listRemoved(member);
    expect(removed.map(({ part, name, revision, changedBy }) => [part, name, revision, changedBy])).toEqual([
      ["customLines", "Licence", 3, "Ada"],
      ["inputs", "Users", 2, "Ada"],
    ]);
    const id = removed[0]?.id ?? "";
    expect((await listFigureRevisions(member, id)).map(({ content }) => content)).toMatchObject([
      null,
      { row: { amount: 120 } },
      { row: { amount: 100 } },
    ]);
    expect(await restoreFigure(admin, { id, revision: 3, number: 1 }, someOrigin())).toEqual({ ok: true, revision: 4 });
    expect(await keys()).toContain("licence 4");
    expect((await listRemoved(member)).map(({ part }) => part)).toEqual(["inputs"]);
  });
});

describe("one who may not", () => {
  it("reads and changes no line, though the proof was forged", async () => {
    const before = await loadBook(admin);
    for (const user of [max, mallory]) {
      const forged = forge(admin, user);
      const changes = [
        () => stateLines(forged, [line("customLines", "planted", 0, licence)], someOrigin()),
        () => stateLines(forged, [line("customLines", "licence", 4, licence)], someOrigin()),
        () => changeLine(forged, line("customLines", "planted", 0, licence), someOrigin()),
        () => removeFigure(forged, { part: "customLines", key: "licence", revision: 4 }, someOrigin()),
      ];
      for (const change of changes) expect((await change().catch(() => ({ ok: false }))).ok).toBe(false);
    }
    expect(await listRemoved(forge(admin, mallory))).toEqual([]);
    expect(await loadBook(admin)).toEqual(before);
  });
});
