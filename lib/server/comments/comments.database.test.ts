import { beforeEach, describe, expect, it } from "vitest";
import type { SharedRole } from "@/lib/draft/model";
import { authorizeModel, type CommentAccess, type ReplyAccess, type ShareAccess } from "@/lib/server/access/model";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { listNotices, markNoticesRead } from "@/lib/server/notices/list-notices";
import { inScope } from "@/lib/server/runtime/scope";
import { acceptInvitation } from "@/lib/server/sharing/accept-invitation";
import { changeRole, removeShare } from "@/lib/server/sharing/change-sharing";
import { createInvitation } from "@/lib/server/sharing/create-invitation";
import { listSharing } from "@/lib/server/sharing/list-sharing";
import { asOwner } from "@/test/database/as-owner";
import { forge, newPerson, someModel, someOrigin } from "@/test/people";
import { addComment, addReply } from "./add-comment";
import { deleteComment, editComment, resolveThread } from "./change-comment";
import { listComments } from "./list-comments";

// Ada owns the model, Bob comments by a share, Vera views by a share, Mallory is of another organisation and knows every id.
let ada: AuthenticatedUser;
let bob: AuthenticatedUser;
let vera: AuthenticatedUser;
let mallory: AuthenticatedUser;
let model: string;
let owner: ShareAccess;
let commenter: CommentAccess;

const onModel = { kind: "model" } as const;
const accessOf = async (user: AuthenticatedUser, need: "view" | "reply" | "comment" | "share") => {
  const access = await authorizeModel(user, model, need);
  if (access === null || access === "refused") throw new Error(`${user.name} may not ${need}`);
  return access;
};
const view = async (user: AuthenticatedUser) => listComments(await accessOf(user, "view"));
const bodies = async () => (await view(ada)).threads.map(({ comments }) => comments.map(({ body }) => body));
/** What a fault in the code would hand on: another person as the person, Ada's model as proven. */
const forgedBy = (user: AuthenticatedUser): CommentAccess => forge(owner, user);

async function share(user: AuthenticatedUser, role: SharedRole) {
  const outcome = await createInvitation(owner, { email: user.email, role }, someOrigin());
  if (!outcome.ok) throw new Error("no link");
  await acceptInvitation(user, outcome.link.slice(-43), someOrigin());
}

async function said(outcome: Promise<{ ok: true; id: string } | { ok: false }>): Promise<string> {
  const done = await outcome;
  if (!done.ok) throw new Error("it was refused");
  return done.id;
}

beforeEach(async () => {
  [ada, bob, vera, mallory] = (await Promise.all(["Ada", "Bob", "Vera", "Mallory"].map((name) => newPerson(name)))).map(
    ({ user }) => user,
  ) as [AuthenticatedUser, AuthenticatedUser, AuthenticatedUser, AuthenticatedUser];
  model = await someModel(ada);
  owner = (await accessOf(ada, "share")) as ShareAccess;
  await share(bob, "commenter");
  await share(vera, "viewer");
  commenter = (await accessOf(bob, "comment")) as CommentAccess;
  await markNoticesRead(ada, "all");
});

/** Straight into the database, past the limit of thirty in ten minutes: comments of one letter, in one thread. */
const fill = (count: number) =>
  asOwner(
    `with first as (
       insert into public.comments (organisation_id, model_id, author_id, subject, subject_key, body)
       values ($1, $2, $3, 'model', '', 'a') returning id
     )
     insert into public.comments (organisation_id, model_id, author_id, thread_id, body)
     select $1, $2, $3, id, 'b' from first, generate_series(2, $4)`,
    [owner.organisationId, model, ada.id, count],
  );

describe("the comments of a model", () => {
  it("are 1,000 at most, until some are deleted", async () => {
    await fill(999);
    const last = await said(addComment(commenter, { subject: onModel, body: "The last" }));
    const full = /^A model may have 1,000 comments, of 500,000 characters in all, .* Delete some/;
    for (const more of [
      addComment(commenter, { subject: onModel, body: "One more" }),
      addReply(commenter, last, { body: "One more" }),
    ])
      expect(await more).toMatchObject({ ok: false, faults: [{ message: expect.stringMatching(full) }] });
    await said(editComment(commenter, last, { body: "The very last" }));
    await said(deleteComment(commenter, last, someOrigin()));
    await said(addComment(commenter, { subject: onModel, body: "In its place" }));
  });

  it("have 500,000 characters at most, also where one is changed", async () => {
    await fill(125);
    // 124 of 4,000 characters, and one of a letter.
    await asOwner("update public.comments set body = repeat('c', 4000) where model_id = $1 and thread_id is not null", [
      model,
    ]);
    const long = await said(addComment(commenter, { subject: onModel, body: "d".repeat(3_000) }));
    expect((await editComment(commenter, long, { body: "d".repeat(4_000) })).ok).toBe(false);
    await said(editComment(commenter, long, { body: "d".repeat(3_999) }));
    expect((await addReply(commenter, long, { body: "e" })).ok).toBe(false);
    // What becomes shorter always may.
    await said(editComment(commenter, long, { body: "d".repeat(3_998) }));
    await said(addReply(commenter, long, { body: "e" }));
  });
});

describe("a thread", () => {
  it("is on the model, an input or a result, and is read by everybody who sees the model", async () => {
    await said(addComment(commenter, { subject: onModel, body: "On the whole" }));
    await said(addComment(commenter, { subject: { kind: "input", key: "users" }, body: "How\nmany?" }));
    await said(addComment(owner, { subject: { kind: "result", key: "cloud.energy" }, body: "So much" }));
    for (const person of [ada, bob, vera]) {
      const { threads, names } = await view(person);
      expect(threads.map(({ subject, comments }) => [subject, comments[0]?.body])).toEqual([
        [{ kind: "result", key: "cloud.energy" }, "So much"],
        [{ kind: "input", key: "users" }, "How\nmany?"],
        [onModel, "On the whole"],
      ]);
      expect(threads.map(({ comments }) => names[comments[0]?.authorId ?? ""])).toEqual(["Ada", "Bob", "Bob"]);
    }
    expect((await view(vera)).canComment).toBe(false);
    expect((await view(vera)).mentionable).toEqual([]);
    expect((await view(bob)).canComment).toBe(true);
  });

  it("holds replies in their order, is resolved by anyone who comments, in their name, and opened again", async () => {
    const thread = await said(addComment(owner, { subject: onModel, body: "First" }));
    await said(addReply(commenter, thread, { body: "Second" }));
    await said(addReply(owner, thread, { body: "Third" }));
    expect(await bodies()).toEqual([["First", "Second", "Third"]]);
    await said(resolveThread(commenter, thread, true));
    expect((await view(ada)).threads[0]?.resolved).toMatchObject({ byId: bob.id });
    await said(resolveThread(owner, thread, false));
    expect((await view(ada)).threads[0]?.resolved).toBeNull();
  });

  it("takes no reply to a reply, and none from another model", async () => {
    const thread = await said(addComment(owner, { subject: onModel, body: "First" }));
    const reply = await said(addReply(owner, thread, { body: "Second" }));
    expect((await addReply(owner, reply, { body: "Third" })).ok).toBe(false);
    const raw = { organisationId: owner.organisationId, modelId: owner.modelId, authorId: ada.id, body: "x" };
    await expect(
      inScope(owner.scope, (tx) => tx.comment.create({ data: { ...raw, threadId: reply } })),
    ).rejects.toThrow();
    const own = await authorizeModel(mallory, await someModel(mallory), "comment");
    if (own === null || own === "refused") throw new Error("Mallory owns this one");
    expect((await addReply(own, thread, { body: "Mine" })).ok).toBe(false);
    expect((await resolveThread(own, thread, true)).ok).toBe(false);
    await expect(
      inScope(own.scope, (tx) =>
        tx.comment.create({
          data: {
            ...raw,
            organisationId: own.organisationId,
            modelId: own.modelId,
            authorId: mallory.id,
            threadId: thread,
          },
        }),
      ),
    ).rejects.toThrow();
  });
});

describe("one's own words", () => {
  it("are changed by their author alone, though the proof was forged and the `where` dropped", async () => {
    const id = await said(addComment(owner, { subject: onModel, body: "Ada's" }));
    expect((await editComment(commenter, id, { body: "Bob's" })).ok).toBe(false);
    expect((await deleteComment(commenter, id, someOrigin())).ok).toBe(false);
    const change = inScope(commenter.scope, (tx) => tx.comment.updateMany({ where: { id }, data: { body: "Bob's" } }));
    await expect(change).rejects.toThrow();
    const removed = await inScope(commenter.scope, (tx) => tx.comment.deleteMany({ where: { id } }));
    expect(removed.count).toBe(0);
    const resolveAsAda = inScope(commenter.scope, (tx) =>
      tx.comment.updateMany({ where: { id }, data: { resolvedAt: new Date(), resolvedById: ada.id } }),
    );
    await expect(resolveAsAda).rejects.toThrow();
    expect(await bodies()).toEqual([["Ada's"]]);
    await said(editComment(owner, id, { body: "Ada's own" }));
    const edited = (await view(bob)).threads[0]?.comments[0];
    expect(edited).toMatchObject({ body: "Ada's own", isOwn: false });
    expect(edited?.editedAt).not.toBeNull();
  });

  it("go without a trace where nobody replied, and leave a place where someone did, which goes with the last reply", async () => {
    const alone = await said(addComment(owner, { subject: onModel, body: "Alone" }));
    await said(deleteComment(owner, alone, someOrigin()));
    expect(await bodies()).toEqual([]);
    const thread = await said(addComment(owner, { subject: onModel, body: "First" }));
    const reply = await said(addReply(commenter, thread, { body: "Second" }));
    await said(deleteComment(owner, thread, someOrigin()));
    expect((await view(bob)).threads[0]?.comments).toMatchObject([
      { body: "", isDeleted: true },
      { body: "Second", isDeleted: false },
    ]);
    const stored = await asOwner("select body from public.comments where id = $1", [thread]);
    expect(stored).toEqual([{ body: "" }]);
    expect((await editComment(owner, thread, { body: "Back" })).ok).toBe(false);
    await said(deleteComment(commenter, reply, someOrigin()));
    expect(await bodies()).toEqual([]);
  });

  it("are not lost where a reply and a deletion meet: the reply stands, or is refused in words", async () => {
    for (let round = 0; round < 5; round++) {
      const thread = await said(addComment(owner, { subject: onModel, body: "First" }));
      const [reply] = await Promise.all([
        addReply(commenter, thread, { body: "Second" }),
        deleteComment(owner, thread, someOrigin()),
      ]);
      const left = await asOwner("select body from public.comments where id = $1 or thread_id = $1 order by body", [
        thread,
      ]);
      expect(left).toEqual(reply.ok ? [{ body: "" }, { body: "Second" }] : []);
    }
  });
});

describe("who may not comment", () => {
  it("a viewer reads and writes nothing, though the proof was forged", async () => {
    expect(await authorizeModel(vera, model, "comment")).toBe("refused");
    const thread = await said(addComment(owner, { subject: onModel, body: "Ada's" }));
    const lifted = forgedBy(vera);
    await expect(addComment(lifted, { subject: onModel, body: "Vera's" })).rejects.toThrow();
    expect((await addReply(lifted, thread, { body: "Vera's" }).catch(() => ({ ok: false }))).ok).toBe(false);
    expect((await resolveThread(lifted, thread, true)).ok).toBe(false);
    expect(await bodies()).toEqual([["Ada's"]]);
  });

  it("a viewer whom another mentions replies in that thread, changes and takes back their own words, and nothing else", async () => {
    const here = await said(addComment(owner, { subject: onModel, body: `@[${vera.id}], is this right?` }));
    const elsewhere = await said(addComment(owner, { subject: onModel, body: "Not for Vera" }));
    const proof = (await accessOf(vera, "reply")) as ReplyAccess;
    const lifted = forgedBy(vera);
    const canReply = async () => Object.fromEntries((await view(vera)).threads.map((t) => [t.id, t.canReply]));
    expect(await canReply()).toEqual({ [here]: true, [elsewhere]: false });
    expect(await view(vera)).toMatchObject({ canComment: false, mentionable: [{ name: "Ada" }] });

    const reply = await said(addReply(proof, here, { body: "It is." }));
    expect(await addReply(proof, elsewhere, { body: "Here too" })).toMatchObject({
      ok: false,
      faults: [{ message: expect.stringContaining("not in this thread") }],
    });
    await said(editComment(proof, reply, { body: `It is, @[${ada.id}].` }));
    expect((await listNotices(ada))[0]).toMatchObject({ actorName: "Vera", commentId: reply, threadId: here });
    // To begin a thread, to resolve one, and others' words stay closed, past every check of ours.
    await expect(addComment(lifted, { subject: onModel, body: "A thread" })).rejects.toThrow();
    expect((await resolveThread(lifted, here, true)).ok).toBe(false);
    expect((await editComment(proof, here, { body: "Vera's" })).ok).toBe(false);
    const raw = { organisationId: owner.organisationId, modelId: owner.modelId, authorId: vera.id, body: "x" };
    const inside = (threadId: string) =>
      inScope(lifted.scope, (tx) => tx.comment.create({ data: { ...raw, threadId }, select: { id: true } }));
    await expect(inside(elsewhere)).rejects.toThrow();
    await expect(inScope(lifted.scope, (tx) => tx.comment.deleteMany({ where: { id: here } }))).resolves.toEqual({
      count: 0,
    });
    // Her own words give her no right, there or elsewhere.
    await said(editComment(proof, reply, { body: "@[me]" }));
    await asOwner("update public.comments set body = $2 where id = $1", [reply, `@[${vera.id}] myself`]);
    await said(editComment(owner, here, { body: "Taken back" }));
    expect(await canReply()).toEqual({ [here]: false, [elsewhere]: false });
    expect((await addReply(proof, here, { body: "Once more" })).ok).toBe(false);
    await expect(inside(here)).rejects.toThrow();
    expect((await editComment(proof, reply, { body: "Other" })).ok).toBe(false);

    await said(editComment(owner, here, { body: `@[${vera.id}] again` }));
    await said(deleteComment(proof, reply, someOrigin()));
    expect(await bodies()).toEqual([["Not for Vera"], [`@[${vera.id}] again`]]);
    await asOwner("update public.cost_models set archived_at = now() where id = $1", [model]);
    expect(await authorizeModel(vera, model, "reply")).toBe("refused");
    expect((await addReply(proof, here, { body: "Archived" })).ok).toBe(false);
    expect(await canReply()).toEqual({ [here]: false, [elsewhere]: false });
  });

  it("someone of another organisation who is mentioned all the same", async () => {
    const thread = await said(addComment(owner, { subject: onModel, body: "Ada's" }));
    await asOwner("update public.comments set body = $2 where id = $1", [thread, `@[${mallory.id}]`]);
    expect(await authorizeModel(mallory, model, "reply")).toBeNull();
    expect((await addReply(forgedBy(mallory), thread, { body: "x" })).ok).toBe(false);
    const raw = { organisationId: owner.organisationId, modelId: owner.modelId, authorId: mallory.id, body: "x" };
    await expect(
      inScope(forgedBy(mallory).scope, (tx) => tx.comment.create({ data: { ...raw, threadId: thread } })),
    ).rejects.toThrow();
    expect(await bodies()).toEqual([[`@[${mallory.id}]`]]);
  });

  it("someone of another organisation reads nothing either", async () => {
    const thread = await said(addComment(owner, { subject: onModel, body: "Ada's" }));
    const forged = forgedBy(mallory);
    expect(await listComments(forged)).toMatchObject({ threads: [], names: {}, mentionable: [] });
    await expect(addComment(forged, { subject: onModel, body: "x" })).rejects.toThrow();
    expect((await addReply(forged, thread, { body: "x" }).catch(() => ({ ok: false }))).ok).toBe(false);
    expect((await editComment(forged, thread, { body: "x" })).ok).toBe(false);
    expect((await deleteComment(forged, thread, someOrigin())).ok).toBe(false);
    expect((await resolveThread(forged, thread, true)).ok).toBe(false);
    expect(await bodies()).toEqual([["Ada's"]]);
  });

  it("nobody on an archived model; its comments stay to be read", async () => {
    await said(addComment(owner, { subject: onModel, body: "Before" }));
    await asOwner("update public.cost_models set archived_at = now() where id = $1", [model]);
    expect(await authorizeModel(ada, model, "comment")).toBe("refused");
    await expect(addComment(owner, { subject: onModel, body: "After" })).rejects.toThrow();
    expect(await bodies()).toEqual([["Before"]]);
    expect((await view(ada)).canComment).toBe(false);
  });

  it("anyone who wrote thirty comments within ten minutes waits", async () => {
    for (let written = 0; written < 30; written++) await said(addComment(commenter, { subject: onModel, body: "x" }));
    expect(await addComment(commenter, { subject: onModel, body: "x" })).toMatchObject({ ok: false });
    expect((await addComment(owner, { subject: onModel, body: "y" })).ok).toBe(true);
  });
});

describe("a mention", () => {
  it("is of people who see the model: for a member all of them, for a guest its creator and those who wrote", async () => {
    const offered = async (user: AuthenticatedUser) => (await view(user)).mentionable;
    expect((await offered(ada)).map(({ name, email }) => [name, email])).toEqual([
      ["Bob", bob.email],
      ["Vera", vera.email],
    ]);
    expect(await offered(bob)).toEqual([{ id: ada.id, name: "Ada", email: null }]);
    await share(vera, "commenter");
    await said(addComment((await accessOf(vera, "comment")) as CommentAccess, { subject: onModel, body: "Here" }));
    expect((await offered(bob)).map(({ name }) => name)).toEqual(["Ada", "Vera"]);
  });

  it("gives a notice, once, and none to who may not see the model or to oneself", async () => {
    const body = `@[${ada.id}] and @[${ada.id}], see this`;
    const id = await said(addComment(commenter, { subject: onModel, body }));
    expect(await listNotices(ada)).toMatchObject([
      { kind: "mention", actorName: "Bob", modelName: "Patches", commentId: id, threadId: id, isRead: false },
      { kind: "accepted" },
      { kind: "accepted" },
    ]);
    await said(editComment(commenter, id, { body: `${body}.` }));
    expect(await listNotices(ada)).toHaveLength(3);
    for (const stranger of [mallory.id, bob.id, crypto.randomUUID()]) {
      expect((await addComment(commenter, { subject: onModel, body: `@[${stranger}]` })).ok).toBe(false);
    }
    // Past the check, the database tells nobody who may not see the model.
    const raw = { organisationId: owner.organisationId, modelId: owner.modelId, subject: "model" as const };
    await inScope(commenter.scope, (tx) =>
      tx.comment.create({ data: { ...raw, authorId: bob.id, body: `@[${mallory.id}]` } }),
    );
    expect(await listNotices(mallory)).toEqual([]);
  });

  it("stays in the words when who was mentioned has lost the model, and shows a new name", async () => {
    const id = await said(addComment(owner, { subject: onModel, body: `@[${bob.id}] look` }));
    const people = (await listSharing(owner))?.people.rows ?? [];
    await removeShare(owner, people.find(({ name }) => name === "Bob")?.shareId ?? "", someOrigin());
    await asOwner("update public.users set name = 'Robert' where id = $1", [bob.id]);
    expect((await view(ada)).names[bob.id]).toBe("Robert");
    await said(editComment(owner, id, { body: `@[${bob.id}] please look` }));
    expect((await addComment(owner, { subject: onModel, body: `@[${bob.id}] again` })).ok).toBe(false);
  });
});

describe("a notice", () => {
  it("goes to those who wrote in a thread when someone replies, and goes with the comment", async () => {
    const thread = await said(addComment(owner, { subject: onModel, body: "First" }));
    const reply = await said(addReply(commenter, thread, { body: "Second" }));
    expect((await listNotices(ada))[0]).toMatchObject({
      kind: "reply",
      actorName: "Bob",
      commentId: reply,
      threadId: thread,
    });
    await said(addReply(owner, thread, { body: "Third" }));
    expect((await listNotices(bob))[0]).toMatchObject({ kind: "reply", actorName: "Ada" });
    await said(deleteComment(commenter, reply, someOrigin()));
    expect((await listNotices(ada)).map(({ kind }) => kind)).toEqual(["accepted", "accepted"]);
  });

  it("tells a holder of a new role, and its giver of an accepted share", async () => {
    expect((await listNotices(ada)).map(({ kind, actorName, role }) => [kind, actorName, role])).toEqual(
      expect.arrayContaining([
        ["accepted", "Bob", "commenter"],
        ["accepted", "Vera", "viewer"],
      ]),
    );
    const people = (await listSharing(owner))?.people.rows ?? [];
    await changeRole(owner, people.find(({ name }) => name === "Vera")?.shareId ?? "", "editor", someOrigin());
    expect(await listNotices(vera)).toMatchObject([{ kind: "shared", actorName: "Ada", role: "editor" }]);
  });

  it("shows nothing of a model that its reader may see no longer", async () => {
    await said(addComment(owner, { subject: onModel, body: `@[${bob.id}]` }));
    expect(await listNotices(bob)).toHaveLength(1);
    const people = (await listSharing(owner))?.people.rows ?? [];
    await removeShare(owner, people.find(({ name }) => name === "Bob")?.shareId ?? "", someOrigin());
    expect(await listNotices(bob)).toEqual([]);
  });

  it("is read and marked by its reader alone", async () => {
    await said(addComment(commenter, { subject: onModel, body: `@[${ada.id}]` }));
    const unread = async () => (await listNotices(ada)).filter(({ isRead }) => !isRead).map(({ id }) => id);
    await markNoticesRead(bob, await unread());
    await markNoticesRead(mallory, "all");
    expect(await unread()).toHaveLength(1);
    const seen = await inScope({ user: bob.id }, (tx) => tx.notice.findMany({ select: { userId: true } }));
    expect(seen.every(({ userId }) => userId === bob.id)).toBe(true);
    await markNoticesRead(ada, await unread());
    expect(await unread()).toEqual([]);
  });
});
