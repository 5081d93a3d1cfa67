import { randomBytes, randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { authorizeModel, proveReaders } from "@/lib/server/access/model";
import type { SessionUser } from "@/lib/server/access/person";
import { inScope } from "@/lib/server/runtime/scope";
import { asOwner } from "@/test/database/as-owner";
import { altered, newPerson, organisationOf } from "@/test/people";

const memberships = ["owner", "admin", "member", null] as const;
const shares = ["editor", "commenter", "viewer", null] as const;
const states = ["open", "archived", "deleted"] as const;

interface Case {
  name: string;
  user: SessionUser;
  modelId: string;
}

let ada: SessionUser;
let organisationId: string;
/** Each membership with each share, on models that are private or not, in each state, and made by the reader or by Ada. */
const cases: Case[] = [];

async function addPerson(name: string): Promise<SessionUser> {
  const user = { id: randomUUID(), name, email: `${randomUUID()}@example.org`, sessionId: randomUUID() };
  await asOwner("insert into public.users (id, email, name) values ($1, $2, $3)", [user.id, user.email, name]);
  await addSession(user.id, user.sessionId);
  return { ...user, seenAt: new Date() } as SessionUser;
}

async function addSession(userId: string, sessionId: string, times: Record<string, string> = {}): Promise<void> {
  await asOwner(
    `insert into public.sessions (id, user_id, token_hash, address, agent, created_at, seen_at, ended_at)
     values ($1, $2, $3, '192.0.2.1', 'test', now() - $4::interval, now() - $5::interval, now() - $6::interval)`,
    [sessionId, userId, randomBytes(32), times.created ?? "1 hour", times.seen ?? "1 hour", times.ended ?? null],
  );
}

async function addModel(organisation: string, creator: string, isPrivate = false, state = "open"): Promise<string> {
  const id = randomUUID();
  await asOwner(
    `insert into public.cost_models
       (id, organisation_id, creator_id, name, start_month, model_version, is_private, archived_at, deleted_at)
     values ($1, $2, $3, 'Read', '2027-01-01', 1, $4, $5, $6)`,
    [
      id,
      organisation,
      creator,
      isPrivate,
      state === "archived" ? new Date() : null,
      state === "deleted" ? new Date() : null,
    ],
  );
  return id;
}

const prove = (readers: readonly { user: SessionUser; modelId: string }[]) =>
  inScope({ user: ada.id }, (tx) => proveReaders(tx, readers));

beforeAll(async () => {
  ada = (await newPerson("Ada")).user as SessionUser;
  ({ organisationId } = await organisationOf(ada));
  const kinds = states.flatMap((state) => [true, false].map((isPrivate) => ({ state, isPrivate })));
  const adas = await Promise.all(kinds.map((kind) => addModel(organisationId, ada.id, kind.isPrivate, kind.state)));
  for (const membership of memberships) {
    for (const share of shares) {
      const user = await addPerson(`${membership} ${share}`);
      if (membership !== null) {
        await asOwner("insert into public.memberships (organisation_id, user_id, role) values ($1, $2, $3)", [
          organisationId,
          user.id,
          membership,
        ]);
      }
      const own = await Promise.all(kinds.map((kind) => addModel(organisationId, user.id, kind.isPrivate, kind.state)));
      if (share !== null) {
        await asOwner(
          `insert into public.shares (organisation_id, model_id, user_id, role)
           select $1, unnest($2::uuid[]), $3, $4`,
          [organisationId, [...adas, ...own], user.id, share],
        );
      }
      for (const [index, { state, isPrivate }] of kinds.entries()) {
        const name = `${membership}, ${share}, ${state}${isPrivate ? ", private" : ""}`;
        cases.push(
          { name, user, modelId: adas[index] ?? "" },
          { name: `${name}, own`, user, modelId: own[index] ?? "" },
        );
      }
    }
  }
}, 120_000);

describe("readers proven together", () => {
  it("may read what each of them may by authorizeModel, in the same role", async () => {
    const proofs = await prove(cases);
    const seen = proofs.map((proof, index) => [cases[index]?.name, typeof proof === "string" ? proof : proof.role]);
    const expected = [];
    for (const { name, user, modelId } of cases) {
      const access = await authorizeModel(user, modelId, "view");
      expected.push([name, access === null || access === "refused" ? "gone" : access.role]);
    }
    expect(seen).toEqual(expected);
    // By hand, for each of two states that can be read: 32 of owners and admins; of members 8 of their own and 7 of Ada's; 12 of others.
    expect(cases).toHaveLength(192);
    expect(proofs.filter((proof) => proof !== "gone")).toHaveLength(118);
  }, 120_000);

  it("are given proof of the model that they named, in its organisation, and in their own name", async () => {
    const mine = cases.filter(({ name }) => name === "null, viewer, open");
    const [proof] = await prove(mine);
    const [{ user, modelId } = mine[0] as Case] = mine;
    expect(proof).toMatchObject({ user, modelId, organisationId, role: "viewer", may: { view: true } });
    expect(proof).toMatchObject({ scope: { user: user.id, organisation: organisationId, model: modelId } });
  });

  it("are signed out where the session has ended, is too old, was long not seen, or is not theirs", async () => {
    const modelId = await addModel(organisationId, ada.id);
    const times = [{}, { ended: "1 second" }, { created: "31 days" }, { created: "10 days", seen: "8 days" }];
    const sessions = await Promise.all(
      times.map(async (ofOne) => {
        const sessionId = randomUUID();
        await addSession(ada.id, sessionId, ofOne);
        return { user: altered(ada, { sessionId }), modelId };
      }),
    );
    const other = await addPerson("Mallory");
    const others = [
      { user: altered(ada, { sessionId: other.sessionId }), modelId },
      { user: altered(other, { sessionId: ada.sessionId }), modelId },
      { user: altered(ada, { sessionId: randomUUID() }), modelId },
    ];
    const proofs = await prove([...sessions, ...others]);
    expect(proofs.map((proof) => (typeof proof === "string" ? proof : proof.role))).toEqual([
      "owner",
      ...Array.from({ length: 6 }, () => "signedOut"),
    ]);
  });

  it("do not reach another organisation's model, nor one that is not there", async () => {
    const stranger = (await newPerson("Mallory")).user as SessionUser;
    const theirs = await addModel((await organisationOf(stranger)).organisationId, stranger.id);
    const readers = [theirs, randomUUID()].map((modelId) => ({ user: ada, modelId }));
    expect(await prove(readers)).toEqual(["gone", "gone"]);
  });

  it("are found by one statement, which says nothing to anyone who calls it without a session's id", async () => {
    const rows = await inScope(
      { user: ada.id },
      (tx) =>
        tx.$queryRaw<
          unknown[]
        >`select * from find_readers(array[${cases[0]?.modelId}]::uuid[], array[${cases[0]?.user.id}]::uuid[],
                                                        array[${randomUUID()}]::uuid[])`,
    );
    expect(rows).toEqual([]);
  });
});
