import { expect, it } from "vitest";
import { authorizeModel } from "@/lib/server/access/model";
import type { OrganisationOwnAccess } from "@/lib/server/access/organisation";
import { sendMail } from "@/lib/server/mail/send-mail";
import { acceptInvitation } from "@/lib/server/sharing/accept-invitation";
import { createInvitation } from "@/lib/server/sharing/create-invitation";
import { mailServerOfThisFile } from "@/test/mail-server";
import { confirmed, newPerson, organisationOf, someDraft, someEmail, someModel, someOrigin } from "@/test/people";
import { inviteMember } from "./invite-member";
import { joinOrganisation } from "./join-organisation";

const taken = mailServerOfThisFile();

it("an invitation is mailed to its address, and the link in it lets in", async () => {
  const ada = (await organisationOf((await newPerson("Ada")).user)) as OrganisationOwnAccess;
  const { user: bob } = await newPerson("Bob");
  const outcome = await inviteMember(ada, confirmed(ada.user), { email: bob.email, role: "member" }, someOrigin());
  if (!outcome.ok || outcome.mail === null) throw new Error("nothing to mail");
  expect(await sendMail(outcome.mail)).toBe(true);
  expect(taken).toHaveLength(1);
  expect(taken[0]?.to).toMatchObject({ value: [{ address: bob.email }] });
  expect(taken[0]?.subject).toBe("Ada invites you to “Ada’s organisation” on Peerbalance");
  const [link, token] = /http:\/\/localhost:3000\/invitations\/([\w-]{43})/.exec(taken[0]?.text ?? "") ?? [];
  expect(link).toBe(outcome.link);
  expect(await joinOrganisation(bob, token ?? "", someOrigin())).toMatchObject({
    ok: true,
    access: { role: "member" },
  });
});

it("one address is mailed five invitations a day, no matter who asks; the link is made all the same", async () => {
  const organisations = [];
  for (const name of ["Ada", "Bob"]) {
    organisations.push((await organisationOf((await newPerson(name)).user)) as OrganisationOwnAccess);
  }
  const email = someEmail();
  const mailed = [];
  for (let count = 0; count < 6; count++) {
    const access = organisations[count % 2] as OrganisationOwnAccess;
    const outcome = await inviteMember(access, confirmed(access.user), { email, role: "member" }, someOrigin());
    if (!outcome.ok) throw new Error("no link");
    expect(outcome.link).toMatch(/\/invitations\/[\w-]{43}$/);
    mailed.push(outcome.mail !== null);
  }
  expect(mailed).toEqual([true, true, true, true, true, false]);
});

it("an invitation to a model is mailed too, and counts with the others", async () => {
  const { user } = await newPerson("Ada");
  const { user: bob } = await newPerson("Bob");
  const access = await authorizeModel(user, await someModel(user, { ...someDraft, name: "Patches" }), "share");
  if (access === null || access === "refused") throw new Error("Ada owns this model");
  const outcome = await createInvitation(access, { email: bob.email, role: "commenter" }, someOrigin());
  if (!outcome.ok || outcome.mail === null) throw new Error("nothing to mail");
  taken.length = 0;
  expect(await sendMail(outcome.mail)).toBe(true);
  expect(taken[0]?.to).toMatchObject({ value: [{ address: bob.email }] });
  expect(taken[0]?.subject).toBe("Ada shares “Patches” with you on Peerbalance");
  expect(taken[0]?.text).toContain("Ada invites you to read and comment on the model “Patches” on Peerbalance.");
  const [link, token] = /http:\/\/localhost:3000\/invitations\/([\w-]{43})/.exec(taken[0]?.text ?? "") ?? [];
  expect(link).toBe(outcome.link);
  expect(await acceptInvitation(bob, token ?? "", someOrigin())).toMatchObject({ ok: true });

  // Five a day to one address, to an organisation or to a model.
  const organisation = (await organisationOf(user)) as OrganisationOwnAccess;
  const email = someEmail();
  const mailed = [];
  for (let count = 0; count < 6; count++) {
    const given = { email, role: "member" as const };
    const made =
      count % 2 === 0
        ? await inviteMember(organisation, confirmed(organisation.user), given, someOrigin())
        : await createInvitation(access, { email, role: "viewer" }, someOrigin());
    if (!made.ok) throw new Error("no link");
    mailed.push(made.mail !== null);
  }
  expect(mailed).toEqual([true, true, true, true, true, false]);
});
