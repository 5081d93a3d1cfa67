import { beforeAll, expect, it } from "vitest";
import { type InputKey, inputList } from "@/lib/model/inputs";
import { authorizeOrganisation, type OrganisationManageAccess } from "@/lib/server/access/organisation";
import { asOwner } from "@/test/database/as-owner";
import { countStatements } from "@/test/database/count-statements";
import { newPerson, organisationOf, someOrigin } from "@/test/people";
import { changeFigureCurrency } from "./change-currency";
import { removeFigure, stateFigures } from "./change-figure";
import { loadBook } from "./get-figures";
import { staleFigure } from "./write-figure";

/** Every input that is a number, at its default: as large a file as there is. */
const keys = inputList.filter(({ format }) => format !== "choice").map(({ key }) => key as InputKey);
const defaultOf = (key: InputKey) => inputList.find((each) => each.key === key)?.default as number;
const changesOf = (which: readonly InputKey[], revision: number, owner?: string) =>
  which.map((key) => ({ key, revision, stated: { value: defaultOf(key), ...(owner !== undefined && { owner }) } }));

/** What the import of one takes: settings, limits, the book, and what is written. */
const few = 16;

let admin: OrganisationManageAccess;

beforeAll(async () => {
  const { user } = await newPerson("Ada");
  const { organisationId } = await organisationOf(user);
  admin = (await authorizeOrganisation(user, organisationId, "organisation:manage")) as OrganisationManageAccess;
});

const logged = (action: string) =>
  asOwner(
    `select e.subject_id, e.actor_id, e.address, e.detail from public.audit_events e
     where e.organisation_id = $1 and e.action = $2 order by (e.detail ->> 'revision')::int, e.subject_id`,
    [admin.organisationId, action],
  );

it("figures of a file are stated by a few statements, however many they are, each a revision in the log", async () => {
  expect(keys.length).toBeGreaterThan(100);
  const origin = someOrigin();
  const first = await countStatements(async () => {
    expect(await stateFigures(admin, changesOf(keys, 0), origin)).toEqual({ ok: true });
  });
  const again = await countStatements(async () => {
    expect(await stateFigures(admin, changesOf(keys, 1, "Finance"), origin)).toEqual({ ok: true });
  });
  expect(first).toBeLessThanOrEqual(few);
  expect(again).toBeLessThanOrEqual(few);

  const { figures } = await loadBook(admin);
  expect(figures.map(({ key, revision, changedBy, content }) => [key, revision, changedBy, content.owner])).toEqual(
    keys.map((key) => [key, 2, "Ada", "Finance"]),
  );
  const history = await asOwner(
    `select figure_id, number, author_id, content ->> 'owner' as owner from public.organisation_figure_revisions
     where organisation_id = $1 order by number, figure_id::text`,
    [admin.organisationId],
  );
  const ids = figures.map(({ id }) => id).sort();
  const of = { author_id: admin.user.id };
  expect(history).toEqual([
    ...ids.map((figure_id) => ({ ...of, figure_id, number: 1, owner: null })),
    ...ids.map((figure_id) => ({ ...of, figure_id, number: 2, owner: "Finance" })),
  ]);
  const by = { actor_id: admin.user.id, address: origin.address };
  expect(await logged("figure.changed")).toEqual(
    [1, 2].flatMap((revision) => ids.map((subject_id) => ({ ...by, subject_id, detail: { revision } }))),
  );
});

it("nothing of a file is stated where another person was first with one of them, or it names one twice", async () => {
  const before = await loadBook(admin);
  const [one, ...others] = changesOf(keys, 2, "Ops");
  if (one === undefined) throw new Error("there are inputs");
  expect(await stateFigures(admin, [...others, { ...one, revision: 1 }], someOrigin())).toEqual(staleFigure);
  expect(await stateFigures(admin, [...others, { ...one, revision: 0 }], someOrigin())).toEqual(staleFigure);
  expect(await stateFigures(admin, [one, ...others, one], someOrigin())).toEqual(staleFigure);
  expect(await loadBook(admin)).toEqual(before);
  expect(await logged("figure.changed")).toHaveLength(2 * keys.length);

  // Of two files at once one is taken whole.
  const both = await Promise.all(
    ["Ops", "Sales"].map((owner, n) => {
      const changes = changesOf(keys, 2, owner);
      return stateFigures(admin, n === 0 ? changes : changes.reverse(), someOrigin());
    }),
  );
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both).toContainEqual(staleFigure);
  expect(new Set((await loadBook(admin)).figures.map(({ content }) => content.owner)).size).toBe(1);
});

it("what was removed is stated anew beside what never was and what is changed", async () => {
  const [gone, changed] = keys as [InputKey, InputKey];
  expect(await removeFigure(admin, { part: "inputs", key: gone, revision: 3 }, someOrigin())).toMatchObject({
    ok: true,
  });
  const changes = [...changesOf([gone], 0, "Anew"), ...changesOf([changed], 3, "Anew")];
  expect(await stateFigures(admin, changes, someOrigin())).toEqual({ ok: true });
  const { figures } = await loadBook(admin);
  const found = figures.filter(({ content }) => content.owner === "Anew");
  expect(found.map(({ key, revision }) => [key, revision])).toEqual([
    [gone, 5],
    [changed, 4],
  ]);
});

it("money turns over to another currency by a few statements", async () => {
  const euros = { currency: "EUR", currencyRate: 0.92, currencyRateDate: "2027-03-03" };
  const count = await countStatements(async () => {
    expect(await changeFigureCurrency(admin, { revision: 0, currency: euros }, someOrigin())).toMatchObject({
      ok: true,
    });
  });
  expect(count).toBeLessThanOrEqual(few);
  const { figures } = await loadBook(admin);
  const money = figures.filter(({ content }) => content.currency !== undefined);
  expect(money.length).toBeGreaterThan(20);
  expect(new Set(money.map(({ content }) => content.currency))).toEqual(new Set(["EUR"]));
  expect(await logged("figure.currency")).toHaveLength(1);
});
