import { beforeAll, describe, expect, it } from "vitest";
import { authorizeModel, authorizeTokenModel } from "@/lib/server/access/model";
import { authorizeOrganisation, type OrganisationViewAccess } from "@/lib/server/access/organisation";
import { type AuthenticatedUser, holderOfApiToken } from "@/lib/server/access/person";
import type { ModelNeed } from "@/lib/server/access/roles";
import { unsafeFindModel, unsafeUseApiToken } from "@/lib/server/access/sql";
import { readInScope } from "@/lib/server/runtime/read-scope";
import { inScope } from "@/lib/server/runtime/scope";
import { asOwner } from "@/test/database/as-owner";
import {
  addMember,
  confirmed,
  forge,
  newPerson,
  organisationOf,
  someDraft,
  someModel,
  someOrigin,
} from "@/test/people";
import { createOnce } from "./create-once";
import { createApiToken, listApiTokens, revokeApiToken } from "./tokens";

let ada: AuthenticatedUser;
let eve: AuthenticatedUser;
let access: OrganisationViewAccess;

beforeAll(async () => {
  [{ user: ada }, { user: eve }] = await Promise.all([newPerson("Ada"), newPerson("Eve")]);
  access = await organisationOf(ada);
});

async function someToken(of = access): Promise<{ token: string; id: string }> {
  const given = { name: "Report", scopes: ["models:read" as const], days: 30 as const };
  const outcome = await createApiToken(of, confirmed(of.user), given, someOrigin());
  if (!outcome.ok) throw new Error("no token was made");
  return { token: outcome.token, id: (await holderOf(outcome.token)).tokenId };
}

async function holderOf(token: string) {
  const used = await holderOfApiToken(token);
  if (!used) throw new Error("the token is not found");
  return used.holder;
}

describe("a token", () => {
  it("acts for its person, in its organisation, within its scopes, and says when it was used", async () => {
    const { token, id } = await someToken();
    expect(token).toMatch(/^pb_[\w-]{43}$/);
    expect(await holderOf(token)).toMatchObject({
      user: { id: ada.id, name: "Ada" },
      organisationId: access.organisationId,
      scopes: ["models:read"],
    });
    const row = (await listApiTokens(access)).rows.find((listed) => listed.id === id);
    expect(row).toMatchObject({ name: "Report", holder: "Ada", isOwn: true });
    expect(Date.now() - Date.parse(row?.lastUsedAt ?? "")).toBeLessThan(60_000);
  });

  it("is stored as a hash that the application cannot read", async () => {
    const { token, id } = await someToken();
    const [stored] = await asOwner("select t::text as row from public.api_tokens t where id = $1", [id]);
    expect(String(stored?.row)).not.toContain(token.slice(3));
    await expect(inScope(access.scope, (tx) => tx.$queryRaw`select token_hash from api_tokens`)).rejects.toThrow(
      /42501|permission denied/,
    );
  });

  it("ends when it is revoked, when its time is over, and when its person leaves the organisation", async () => {
    const revoked = await someToken();
    expect(await revokeApiToken(access, revoked.id, someOrigin())).toEqual({ ok: true });
    expect(await holderOfApiToken(revoked.token)).toBeNull();
    expect(await revokeApiToken(access, revoked.id, someOrigin())).toMatchObject({ ok: false });

    const outdated = await someToken();
    await asOwner(
      "update public.api_tokens set created_at = now() - interval '40 days', expires_at = now() - interval '1 second' where id = $1",
      [outdated.id],
    );
    expect(await holderOfApiToken(outdated.token)).toBeNull();

    const { user: kim } = await newPerson("Kim");
    await asOwner("insert into public.memberships (organisation_id, user_id, role) values ($1, $2, 'member')", [
      access.organisationId,
      kim.id,
    ]);
    const joined = forge(access, kim, { role: "member" });
    const left = await someToken(joined);
    await asOwner("delete from public.memberships where organisation_id = $1 and user_id = $2", [
      access.organisationId,
      kim.id,
    ]);
    expect(await holderOfApiToken(left.token)).toBeNull();
  });

  it("is not ended by someone of another organisation, though the proof was forged", async () => {
    const { token, id } = await someToken();
    const forged = forge(access, eve);
    await revokeApiToken(forged, id, someOrigin()).catch(() => "refused");
    await revokeApiToken(await organisationOf(eve), id, someOrigin()).catch(() => "refused");
    expect(await holderOfApiToken(token)).not.toBeNull();
    expect((await listApiTokens(await organisationOf(eve))).rows).toEqual([]);
  });

  it("keeps to its organisation, though its person may see models elsewhere", async () => {
    const elsewhere = await someModel(eve);
    await asOwner(
      `insert into public.shares (organisation_id, model_id, user_id, role, given_by_id) values ($1, $2, $3, 'editor', $4)`,
      [(await organisationOf(eve)).organisationId, elsewhere, ada.id, eve.id],
    );
    expect(await authorizeModel(ada, elsewhere, "view")).toMatchObject({ role: "editor" });
    expect(await authorizeModel(ada, elsewhere, "view", access.organisationId)).toBeNull();
    const own = await someModel(ada);
    expect(await authorizeModel(ada, own, "edit", access.organisationId)).toMatchObject({ role: "owner" });
  });
});

describe("a token with a model", () => {
  /** What prove.ts makes of them, in a word. */
  async function roleBy(token: string, id: string, need: ModelNeed = "view") {
    const used = await holderOfApiToken(token, id);
    if (used === null) return "unknownToken";
    const proof = authorizeTokenModel(used.holder, used.model, need);
    return proof === null || proof === "refused" ? proof : proof.role;
  }

  it("proves what its person may do, and keeps to its organisation", async () => {
    const { token } = await someToken();
    const [own, hers] = [await someModel(ada), await someModel(eve)];
    expect(await roleBy(token, own)).toBe("owner");
    expect(await roleBy(token, own.toUpperCase())).toBe("owner");
    expect(await roleBy(token, hers)).toBeNull();
    // Shared with Ada: hers to view, and not by a token of another organisation.
    await asOwner(
      `insert into public.shares (organisation_id, model_id, user_id, role, given_by_id)
       select organisation_id, id, $1, 'viewer', creator_id from public.cost_models where id = $2`,
      [ada.id, hers],
    );
    expect(await authorizeModel(ada, hers, "view")).toMatchObject({ role: "viewer" });
    expect(await roleBy(token, hers)).toBeNull();
    // Ada belongs to Eve's organisation too: a token of either reaches the models of its own.
    const there = await organisationOf(eve);
    await addMember(there, ada, "member");
    const inBoth = await authorizeOrganisation(ada, there.organisationId, "organisation:view");
    const other = await someToken(inBoth as OrganisationViewAccess);
    expect([await roleBy(token, hers), await roleBy(other.token, hers)]).toEqual([null, "commenter"]);
    expect([await roleBy(token, own), await roleBy(other.token, own)]).toEqual(["owner", null]);
    expect(await roleBy(other.token, hers, "edit")).toBe("refused");
    await asOwner("delete from public.memberships where user_id = $1 and organisation_id = $2", [
      ada.id,
      there.organisationId,
    ]);
    expect(await roleBy(other.token, hers)).toBe("unknownToken");
  });

  it("finds nothing where the token has ended, and leaves no scope behind", async () => {
    const { token, id } = await someToken();
    const own = await someModel(ada);
    for (let n = 0; n < 3; n++) {
      expect(await roleBy(token, own)).toBe("owner");
      // On the same connection, with the statements that it remembers.
      expect(await unsafeUseApiToken(Buffer.alloc(32), own)).toBeNull();
      expect(await readInScope({ user: eve.id }, (tx) => unsafeFindModel(tx, ada.id, own))).toBeNull();
    }
    await asOwner("update public.cost_models set deleted_at = now() where id = $1", [own]);
    expect([await roleBy(token, own), await roleBy(token, own, "restore")]).toEqual([null, "owner"]);
    expect(await revokeApiToken(access, id, someOrigin())).toEqual({ ok: true });
    expect(await roleBy(token, own, "restore")).toBe("unknownToken");
  });
});

describe("a creation with a key", () => {
  it("happens once, also where the same request comes many times at once, and tells another body apart", async () => {
    const holder = await holderOf((await someToken()).token);
    const request = {
      draft: { ...someDraft, name: "Once" },
      templateKey: null,
      making: {},
      key: "k-1",
      body: '{"name":"Once"}',
    };
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, () => createOnce(holder, access, request, someOrigin())),
    );
    const ids = new Set(outcomes.map((outcome) => (outcome !== "different" && outcome.ok ? outcome.id : "none")));
    expect(ids.size).toBe(1);
    expect(ids).not.toContain("none");
    const made = await inScope(access.scope, (tx) =>
      tx.costModel.count({ where: { organisationId: access.organisationId, name: "Once" } }),
    );
    expect(made).toBe(1);
    expect(await createOnce(holder, access, { ...request, body: "{}" }, someOrigin())).toBe("different");
    const other = await createOnce(holder, access, { ...request, key: "k-2" }, someOrigin());
    expect(other).toMatchObject({ ok: true });
  });

  it("may happen again after a day", async () => {
    const holder = await holderOf((await someToken()).token);
    const request = { draft: someDraft, templateKey: null, making: {}, key: "daily", body: "{}" };
    const first = await createOnce(holder, access, request, someOrigin());
    await asOwner("update public.api_creations set created_at = now() - interval '25 hours' where token_id = $1", [
      holder.tokenId,
    ]);
    const second = await createOnce(holder, access, request, someOrigin());
    expect(first).toMatchObject({ ok: true });
    expect(second).toMatchObject({ ok: true });
    expect(second).not.toEqual(first);
  });
});
