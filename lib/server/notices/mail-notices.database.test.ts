import { beforeEach, describe, expect, it } from "vitest";
import { authorizeModel, type CommentAccess, type ShareAccess } from "@/lib/server/access/model";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { addComment, addReply } from "@/lib/server/comments/add-comment";
import { inScope } from "@/lib/server/runtime/scope";
import { acceptInvitation } from "@/lib/server/sharing/accept-invitation";
import { createInvitation } from "@/lib/server/sharing/create-invitation";
import { asOwner } from "@/test/database/as-owner";
import { mailServerOfThisFile } from "@/test/mail-server";
import { newPerson, someDraft, someModel, someOrigin } from "@/test/people";
import { mailNotices } from "./mail-notices";
import { getNoticePreference, setNoticesByMail } from "./notice-preference";

const arrived = mailServerOfThisFile();

let ada: AuthenticatedUser;
let bob: AuthenticatedUser;
let model: string;
let owner: ShareAccess;

beforeEach(async () => {
  ada = (await newPerson("Ada")).user;
  bob = (await newPerson("Bob")).user;
  model = await someModel(ada, { ...someDraft, name: "Patches\nBcc" });
  const access = await authorizeModel(ada, model, "share");
  if (access === null || access === "refused") throw new Error("Ada owns this model");
  owner = access;
  const outcome = await createInvitation(owner, { email: bob.email, role: "commenter" }, someOrigin());
  if (!outcome.ok) throw new Error("no link");
  await acceptInvitation(bob, outcome.link.slice(-43), someOrigin());
  await verify(bob);
  arrived.length = 0;
});

const verify = ({ id }: AuthenticatedUser) =>
  asOwner("update public.users set email_verified_at = now() where id = $1", [id]);

async function mention(): Promise<string> {
  const body = `@[${bob.id}]: the salary is 90,000`;
  const outcome = await addComment(owner, { subject: { kind: "model" }, body });
  if (!outcome.ok) throw new Error("it was refused");
  return outcome.id;
}

describe("a notice by mail", () => {
  it("says who and where to a verified address, once, and nothing of the words", async () => {
    const thread = await mention();
    await mailNotices(ada);
    await mailNotices(ada);
    expect(arrived).toHaveLength(1);
    const [mail] = arrived;
    expect(mail?.to).toMatchObject({ value: [{ address: bob.email }] });
    expect(mail?.subject).toBe("Ada mentioned you in a comment on “Patches Bcc”.");
    expect(mail?.bcc).toBeUndefined();
    expect(mail?.text).toContain(`${process.env.APP_URL}/models/${model}/comments?thread=${thread}`);
    expect(mail?.text).toContain(`${process.env.APP_URL}/settings/notices`);
    expect(mail?.text).not.toContain("salary");
  });

  it("goes to nobody who turned it off, whose address is not verified, or who lost the model", async () => {
    expect(await getNoticePreference(bob)).toEqual({ byMail: true, isAddressVerified: true });
    await setNoticesByMail(bob, false);
    expect(await getNoticePreference(bob)).toMatchObject({ byMail: false });
    await mention();
    await mailNotices(ada);
    await setNoticesByMail(bob, true);
    await asOwner("update public.users set email_verified_at = null where id = $1", [bob.id]);
    await mailNotices(ada);
    await verify(bob);
    await asOwner("delete from public.shares where user_id = $1", [bob.id]);
    await mailNotices(ada);
    expect(arrived).toEqual([]);
  });

  it("is sent by the person who caused it: others can neither take it nor turn it off", async () => {
    await mention();
    await mailNotices(bob);
    await inScope({ user: bob.id }, (tx) =>
      tx.user.updateMany({ where: { id: ada.id }, data: { noticesByMail: false } }),
    );
    expect(await getNoticePreference(ada)).toMatchObject({ byMail: true });
    expect(arrived).toEqual([]);
    await mailNotices(ada);
    expect(arrived).toHaveLength(1);
  });

  it("tells the giver of an accepted share and the writers of a thread", async () => {
    await verify(ada);
    await mailNotices(bob);
    expect(arrived.map(({ subject }) => subject)).toEqual([
      "Bob accepted your invitation and can now read and comment on “Patches Bcc”.",
    ]);
    const thread = await mention();
    const access = (await authorizeModel(bob, model, "comment")) as CommentAccess;
    await addReply(access, thread, { body: "Indeed" });
    await mailNotices(bob);
    expect(arrived.at(-1)?.subject).toBe("Bob replied in a thread that you wrote in, on “Patches Bcc”.");
  });
});
