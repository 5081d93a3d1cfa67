import { beforeAll, describe, expect, it } from "vitest";
import { readAuditListing } from "@/lib/schemas/audit/audit-listing";
import { authorizeModel, type ShareAccess } from "@/lib/server/access/model";
import { authorizeOrganisation, type OrganisationManageAccess } from "@/lib/server/access/organisation";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { inviteMember } from "@/lib/server/organisations/invite-member";
import { deleteScenario } from "@/lib/server/scenarios/change-scenario";
import { createScenario } from "@/lib/server/scenarios/create-scenario";
import { acceptInvitation } from "@/lib/server/sharing/accept-invitation";
import { changeRole, removeShare } from "@/lib/server/sharing/change-sharing";
import { createInvitation } from "@/lib/server/sharing/create-invitation";
import { createLink } from "@/lib/server/sharing/create-link";
import { listSharing } from "@/lib/server/sharing/list-sharing";
import { asOwner } from "@/test/database/as-owner";
import { addMember, confirmed, newPerson, organisationOf, someDraft, someModel, someOrigin } from "@/test/people";
import { aboutOf, whoOf } from "./audit-words";
import { listEvents } from "./list-events";

let ada: AuthenticatedUser;
let bob: AuthenticatedUser;
let log: OrganisationManageAccess;
let model: ShareAccess;

beforeAll(async () => {
  [ada, bob] = [(await newPerson("Ada")).user, (await newPerson("Bob")).user];
  const { organisationId } = await organisationOf(ada);
  log = (await authorizeOrganisation(ada, organisationId, "organisation:manage")) as OrganisationManageAccess;
  model = (await authorizeModel(ada, await someModel(ada), "share")) as ShareAccess;
});

/** What the log says of each action, the newest first. */
async function told(action: string): Promise<string[]> {
  const { events } = await listEvents(log, readAuditListing({}));
  return events
    .filter((event) => event.action === action)
    .map((event) =>
      [
        whoOf(event),
        ...aboutOf(event).map((part) =>
          "id" in part ? `${part.text} (${part.id})` : "at" in part ? `${part.text} ${part.at}` : part.text,
        ),
      ].join(" · "),
    );
}

async function bobsShare(): Promise<string> {
  const invited = await createInvitation(model, { email: "bob@example.org", role: "editor" }, someOrigin());
  if (!invited.ok) throw new Error("no invitation");
  await acceptInvitation(bob, invited.link.slice(-43), someOrigin());
  return (await listSharing(model))?.people.rows.find(({ role }) => role === "editor")?.shareId ?? "";
}

describe("the audit log", () => {
  it("names what is still there: models, people, links by what they are for", async () => {
    const share = await bobsShare();
    await changeRole(model, share, "viewer", someOrigin());
    expect(await told("invitation.created")).toEqual(["Ada · role: editor · email: bob@example.org · model: Patches"]);
    expect(await told("invitation.accepted")).toEqual(["Bob · Patches · role: editor"]);
    expect(await told("share.changed")).toEqual(["Ada · Bob · role: viewer · model: Patches"]);
    const expiresAt = new Date(Date.now() + 5 * 86_400_000).toISOString();
    const link = { expiresAt, password: "", mayDownload: false, isFrozen: false };
    const leavesOut = { leavesOutPay: true, leavesOutNotes: true, leavesOutComments: true };
    await createLink(model, { ...link, ...leavesOut, label: "for the auditors" }, someOrigin());
    const until = `until ${expiresAt}`;
    expect(await told("link.created")).toEqual([`Ada · for the auditors · model: Patches · ${until}`]);
    await createLink(model, { ...link, ...leavesOut, label: "" }, someOrigin());
    expect((await told("link.created"))[0]).toMatch(/^Ada · link \([0-9a-f-]{36}\) · /);

    // Bob has nothing to do with the organisation any more; the share is gone, and his name with it.
    await removeShare(model, share, someOrigin());
    expect(await told("share.removed")).toEqual([`Ada · a share that is gone (${share}) · model: Patches`]);
    expect(await told("invitation.accepted")).toEqual(["Former member · Patches · role: editor"]);
  });

  it("says of what is gone that it is, and which it was", async () => {
    const made = await createScenario(model, { name: "Few", inputs: {}, currencyRate: 1 }, someOrigin());
    if (!made.ok) throw new Error("no scenario");
    expect(await told("scenario.created")).toEqual(["Ada · Few · model: Patches"]);
    await deleteScenario(model, made.scenario.id, 1, someOrigin());
    expect(await told("scenario.created")).toEqual([
      `Ada · a scenario that is gone (${made.scenario.id}) · model: Patches`,
    ]);
  });

  it("names no account that is signed in as such, and whom a failed try was for", async () => {
    await asOwner(
      "insert into public.audit_events (organisation_id, action, subject_type, subject_id, address, detail) values ($1, 'session.failed', 'user', $2, '', '{\"way\": \"password\"}')",
      [log.organisationId, ada.id],
    );
    expect(await told("session.failed")).toEqual(["Not signed in · Ada · way: password"]);
    // Of what Ada did to her own account, once is enough.
    expect((await told("session.began"))[0]).toBe("Ada · way: password");
  });

  it("names nothing of another organisation, though its reader belongs to that one too", async () => {
    const theirs = await organisationOf(bob);
    const id = await someModel(bob, { ...someDraft, name: "Secret" });
    await addMember(theirs, ada, "owner");
    await asOwner(
      "insert into public.audit_events (organisation_id, actor_id, action, subject_type, subject_id, address, detail) values ($1, $2, 'model.copied', 'model', $3::text, '', jsonb_build_object('model', $3::text))",
      [log.organisationId, ada.id, id],
    );
    expect(await told("model.copied")).toEqual([`Ada · a model that is gone (${id}) · a model that is gone (${id})`]);
  });

  it("names whom an invitation to the organisation was for", async () => {
    const invited = await inviteMember(
      log,
      confirmed(log.user),
      { email: "carol@example.org", role: "member" },
      someOrigin(),
    );
    expect(invited.ok).toBe(true);
    expect((await told("member.invited"))[0]).toContain("email: carol@example.org");
  });
});
