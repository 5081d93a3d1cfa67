import { beforeEach, describe, expect, it } from "vitest";
import type { SharedRole } from "@/lib/draft/model";
import { authorizeModel, type ShareAccess } from "@/lib/server/access/model";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { getModel } from "@/lib/server/models/get-model";
import { saveModel } from "@/lib/server/models/save-model";
import { asOwner } from "@/test/database/as-owner";
import { forge, newPerson, someDraft, someModel, someOrigin } from "@/test/people";
import { acceptInvitation } from "./accept-invitation";
import { changeRole, revokeInvitation } from "./change-sharing";
import { createInvitation } from "./create-invitation";
import { findInvitation } from "./find-invitation";
import { listSharing } from "./list-sharing";

let ada: AuthenticatedUser;
let bob: AuthenticatedUser;
let id: string;
let access: ShareAccess;

beforeEach(async () => {
  ada = (await newPerson("Ada")).user;
  bob = (await newPerson("Bob")).user;
  id = await someModel(ada);
  const proven = await authorizeModel(ada, id, "share");
  if (proven === null || proven === "refused") throw new Error("Ada owns this model");
  access = proven;
});

async function invite(role: SharedRole, email = bob.email): Promise<string> {
  const outcome = await createInvitation(access, { email, role }, someOrigin());
  if (!outcome.ok) throw new Error("no link");
  return outcome.link.slice(-43);
}

describe("an invitation", () => {
  it("is a link at the installation's own address, for seven days, stored as a hash only", async () => {
    const outcome = await createInvitation(access, { email: bob.email, role: "viewer" }, someOrigin());
    if (!outcome.ok) throw new Error("no link");
    expect(outcome.link).toMatch(new RegExp(`^${process.env.APP_URL}/invitations/[\\w-]{43}$`));
    const days = (Date.parse(outcome.expiresAt) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(6.99);
    expect(days).toBeLessThanOrEqual(7);
    const stored = await asOwner("select to_jsonb(i) as row from public.share_invitations i where model_id = $1", [id]);
    expect(JSON.stringify(stored)).not.toContain(outcome.link.slice(-43));
  });

  it("answers alike whether or not the address has an account", async () => {
    const shapes = [];
    for (const email of [bob.email, "nobody-has-this@example.org"]) {
      const outcome = await createInvitation(access, { email, role: "viewer" }, someOrigin());
      shapes.push(
        JSON.stringify(outcome)
          .replace(/[\w-]{43}/, "TOKEN")
          .replace(/"expiresAt":"[^"]+"/, ""),
      );
    }
    expect(shapes[0]).toBe(shapes[1]);
  });

  it("gives no access by the address alone: only accepting the link does", async () => {
    const token = await invite("viewer");
    expect(await getModel(bob, id)).toBeNull();
    expect(await acceptInvitation(bob, token, someOrigin())).toEqual({ ok: true, modelId: id });
    expect(await getModel(bob, id)).toMatchObject({ canEdit: false, canShare: false });
  });

  it("says what it is for, to anyone who holds it", async () => {
    const token = await invite("editor");
    const open = { state: "open", modelName: "Patches", inviter: "Ada", role: "editor" };
    expect(await findInvitation(token, null)).toEqual(open);
    expect(await findInvitation(token, bob)).toEqual(open);
    expect(await findInvitation(token, ada)).toEqual({ state: "yours", modelId: id });
  });

  it("works once: of two with one link, one gets in", async () => {
    const token = await invite("viewer");
    const cyd = (await newPerson("Cyd")).user;
    const outcomes = await Promise.all([
      acceptInvitation(bob, token, someOrigin()),
      acceptInvitation(cyd, token, someOrigin()),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const states = [await findInvitation(token, bob), await findInvitation(token, cyd)].map(({ state }) => state);
    expect(states.sort()).toEqual(["used", "yours"]);
  });

  it("ends by expiring or being withdrawn, and says which", async () => {
    const [late, withdrawn] = [await invite("viewer"), await invite("editor", "late@example.org")];
    const open = (await listSharing(access))?.invitations.rows ?? [];
    expect(open).toHaveLength(2);
    const idOf = (email: string) => open.find((invitation) => invitation.email === email)?.id ?? "";
    expect((await revokeInvitation(access, idOf("late@example.org"), someOrigin())).ok).toBe(true);
    await asOwner(
      `update public.share_invitations set created_at = now() - interval '8 days', expires_at = now() - interval '1 day' where id = $1`,
      [idOf(bob.email)],
    );
    expect(await findInvitation(late, bob)).toEqual({ state: "expired" });
    expect(await findInvitation(withdrawn, bob)).toEqual({ state: "revoked" });
    expect((await acceptInvitation(bob, late, someOrigin())).ok).toBe(false);
    expect((await acceptInvitation(bob, withdrawn, someOrigin())).ok).toBe(false);
    expect((await listSharing(access))?.invitations.rows).toEqual([]);
    expect(await getModel(bob, id)).toBeNull();
  });
});

describe("a share", () => {
  it("is listed after the owner, and its holder can do what its role says", async () => {
    await acceptInvitation(bob, await invite("viewer"), someOrigin());
    const people = (await listSharing(access))?.people.rows ?? [];
    expect(people.map(({ name, role, isYou }) => [name, role, isYou])).toEqual([
      ["Ada", "owner", true],
      ["Bob", "viewer", false],
    ]);
    expect(await authorizeModel(bob, id, "edit")).toBe("refused");
    await changeRole(access, people[1]?.shareId ?? "", "editor", someOrigin());
    const editor = await authorizeModel(bob, id, "edit");
    if (editor === null || editor === "refused") throw new Error("Bob is an editor now");
    const saved = await saveModel(editor, { revision: 1, draft: { ...someDraft, name: "By Bob" } }, someOrigin());
    expect(saved).toMatchObject({ kind: "saved", revision: 2 });
    expect(await getModel(ada, id)).toMatchObject({ name: "By Bob", changedBy: "Bob" });
  });

  it("lets a commenter read and comment, and change nothing", async () => {
    await acceptInvitation(bob, await invite("viewer"), someOrigin());
    expect(await authorizeModel(bob, id, "comment")).toBe("refused");
    const token = await invite("commenter");
    expect(await findInvitation(token, bob)).toMatchObject({ state: "open", role: "commenter" });
    await acceptInvitation(bob, token, someOrigin());
    expect(await findInvitation(token, bob)).toEqual({ state: "yours", modelId: id });
    expect(await authorizeModel(bob, id, "comment")).toMatchObject({ role: "commenter" });
    expect(await authorizeModel(bob, id, "edit")).toBe("refused");
    expect(await getModel(bob, id)).toMatchObject({ canComment: true, canEdit: false, canShare: false });
    const lifted: ShareAccess = forge(access, bob);
    const saved = await saveModel(lifted, { revision: 1, draft: { ...someDraft, name: "By Bob" } }, someOrigin());
    expect(saved.kind).not.toBe("saved");
    await acceptInvitation(bob, await invite("editor"), someOrigin());
    expect(await getModel(bob, id)).toMatchObject({ canComment: true, canEdit: true });
    await acceptInvitation(bob, await invite("commenter"), someOrigin());
    expect(await getModel(bob, id)).toMatchObject({ canEdit: true });
  });

  it("lets a member of the organisation comment on what is not private", async () => {
    await asOwner("insert into public.memberships (organisation_id, user_id, role) values ($1, $2, 'member')", [
      access.organisationId,
      bob.id,
    ]);
    expect(await authorizeModel(bob, id, "comment")).toMatchObject({ role: "commenter" });
    expect(await authorizeModel(bob, id, "edit")).toBe("refused");
    await asOwner("update public.cost_models set is_private = true where id = $1", [id]);
    expect(await authorizeModel(bob, id, "view")).toBeNull();
  });

  it("lets nobody comment on what is archived", async () => {
    await asOwner("update public.cost_models set archived_at = now() where id = $1", [id]);
    expect(await authorizeModel(ada, id, "comment")).toBe("refused");
    expect(await getModel(ada, id)).toMatchObject({ canComment: false });
  });

  it("does not let an editor share on", async () => {
    await acceptInvitation(bob, await invite("editor"), someOrigin());
    expect(await authorizeModel(bob, id, "share")).toBe("refused");
    expect(await getModel(bob, id)).toMatchObject({ canEdit: true, canShare: false });
  });

  it("is raised by a second link and never lowered", async () => {
    await acceptInvitation(bob, await invite("editor"), someOrigin());
    await acceptInvitation(bob, await invite("viewer"), someOrigin());
    expect(await getModel(bob, id)).toMatchObject({ canEdit: true });
  });
});
