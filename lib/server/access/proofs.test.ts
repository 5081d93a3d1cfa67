import { describe, expect, expectTypeOf, it } from "vitest";
import type { LinkCopyAccess, LinkDownloadAccess, LinkViewAccess } from "./link";
import type {
  CommentAccess,
  EditAccess,
  ManageAccess,
  ModelAccess,
  ReplyAccess,
  RestoreAccess,
  ShareAccess,
  ViewAccess,
} from "./model";
import type { OrganisationManageAccess, OrganisationOwnAccess, OrganisationViewAccess } from "./organisation";
import type { AuthenticatedUser, Confirmation, SessionUser, TokenHolder } from "./person";
import {
  allows,
  allowsLink,
  allowsOrganisation,
  isOpenTo,
  type LinkNeed,
  linkRights,
  type ModelNeed,
  modelRights,
  type OrganisationNeed,
  organisationRights,
} from "./roles";

// What fits where is decided by the compiler, so `npm run types` is what fails where one of the first two groups does not hold.

describe("a proof of access, in its type", () => {
  it("stands for what it names and for less, never for more", () => {
    expectTypeOf<ShareAccess>().toExtend<EditAccess>();
    expectTypeOf<EditAccess>().toExtend<CommentAccess>();
    expectTypeOf<CommentAccess>().toExtend<ReplyAccess>();
    expectTypeOf<ReplyAccess>().toExtend<ViewAccess>();
    expectTypeOf<ManageAccess>().toExtend<ViewAccess>();
    expectTypeOf<ViewAccess>().not.toExtend<ReplyAccess>();
    expectTypeOf<ReplyAccess>().not.toExtend<CommentAccess>();
    expectTypeOf<CommentAccess>().not.toExtend<EditAccess>();
    expectTypeOf<EditAccess>().not.toExtend<ShareAccess>();
    expectTypeOf<EditAccess>().not.toExtend<ManageAccess>();
    expectTypeOf<EditAccess>().not.toExtend<RestoreAccess>();
    expectTypeOf<ShareAccess>().not.toExtend<ManageAccess>();
    expectTypeOf<ShareAccess>().not.toExtend<RestoreAccess>();
    expectTypeOf<ManageAccess>().not.toExtend<EditAccess>();
    expectTypeOf<ManageAccess>().not.toExtend<RestoreAccess>();
    expectTypeOf<RestoreAccess>().not.toExtend<ViewAccess>();

    expectTypeOf<OrganisationOwnAccess>().toExtend<OrganisationManageAccess>();
    expectTypeOf<OrganisationManageAccess>().toExtend<OrganisationViewAccess>();
    expectTypeOf<OrganisationViewAccess>().not.toExtend<OrganisationManageAccess>();
    expectTypeOf<OrganisationManageAccess>().not.toExtend<OrganisationOwnAccess>();

    expectTypeOf<LinkCopyAccess>().toExtend<LinkDownloadAccess>();
    expectTypeOf<LinkDownloadAccess>().toExtend<LinkViewAccess>();
    expectTypeOf<LinkViewAccess>().not.toExtend<LinkDownloadAccess>();
    expectTypeOf<LinkDownloadAccess>().not.toExtend<LinkCopyAccess>();

    expectTypeOf<SessionUser>().toExtend<AuthenticatedUser>();
    expectTypeOf<AuthenticatedUser>().not.toExtend<SessionUser>();
  });

  it("does not stand for a proof of another kind", () => {
    expectTypeOf<ShareAccess>().not.toExtend<OrganisationViewAccess>();
    expectTypeOf<ShareAccess>().not.toExtend<LinkViewAccess>();
    expectTypeOf<OrganisationOwnAccess>().not.toExtend<ViewAccess>();
    expectTypeOf<OrganisationOwnAccess>().not.toExtend<LinkViewAccess>();
    expectTypeOf<LinkCopyAccess>().not.toExtend<ViewAccess>();
    expectTypeOf<LinkCopyAccess>().not.toExtend<OrganisationViewAccess>();
    expectTypeOf<TokenHolder>().not.toExtend<OrganisationViewAccess>();
    expectTypeOf<SessionUser>().not.toExtend<Confirmation>();
    // Where the need is not known before the request, neither is the right: a proof for one of two does for neither alone.
    expectTypeOf<ModelAccess<(typeof modelRights)["edit" | "manage"]>>().not.toExtend<EditAccess>();
    expectTypeOf<ModelAccess<(typeof modelRights)["edit" | "manage"]>>().toExtend<ViewAccess>();
  });

  it("is not written by hand, put together from two, or copied with a change", () => {
    const _untouched = (view: ViewAccess, edit: EditAccess, user: AuthenticatedUser, session: SessionUser) => {
      // @ts-expect-error a copy is no proof
      const copied: ViewAccess = { ...view };
      // @ts-expect-error the model of one, the right of another
      const joined: EditAccess = { ...edit, modelId: view.modelId, scope: view.scope };
      // @ts-expect-error all of its fields
      const written: EditAccess = { ...view, may: edit.may };
      // @ts-expect-error the person of an API token, as if they had a session
      const inSession: SessionUser = { ...user, sessionId: session.sessionId, seenAt: new Date() };
      // @ts-expect-error another's fresh proof
      const fresh: Confirmation = { user: session, session: session.sessionId };
      // @ts-expect-error nothing of it is set
      edit.role = "owner";
      // @ts-expect-error and nothing of where it runs
      edit.scope.model = view.modelId;
      return [copied, joined, written, inSession, fresh];
    };
  });
});

/** Each need with what its proof lets its holder do besides. */
const carried = (rights: object) =>
  Object.entries(rights).flatMap(([need, right]) => Object.keys(right).map((also) => [need, also] as const));

describe("what a proof carries", () => {
  it("is itself, and nothing that a role or a state which gives it would not give by itself", () => {
    const roles = ["owner", "editor", "commenter", "viewer"] as const;
    const states = ["open", "archived", "deleted"] as const;
    for (const [need, also] of carried(modelRights) as [ModelNeed, ModelNeed][]) {
      for (const role of roles) {
        if (allows(role, need)) expect(allows(role, also), `${role}: ${need}, so ${also}`).toBe(true);
      }
      for (const state of states) {
        if (isOpenTo(state, need)) expect(isOpenTo(state, also), `${state}: ${need}, so ${also}`).toBe(true);
      }
    }
    for (const [need, also] of carried(organisationRights) as [OrganisationNeed, OrganisationNeed][]) {
      for (const role of ["owner", "admin", "member"] as const) {
        if (allowsOrganisation(role, need)) expect(allowsOrganisation(role, also), `${role}: ${need}`).toBe(true);
      }
    }
    for (const [need, also] of carried(linkRights) as [LinkNeed, LinkNeed][]) {
      for (const mayDownload of [true, false]) {
        if (allowsLink({ mayDownload }, need)) expect(allowsLink({ mayDownload }, also), need).toBe(true);
      }
    }
    for (const rights of [modelRights, organisationRights, linkRights]) {
      for (const [need, right] of Object.entries(rights)) expect(Object.keys(right)).toContain(need);
    }
  });

  it("never lets who edits share or delete, or who manages edit", () => {
    expect(Object.keys(modelRights.edit)).toEqual(["view", "reply", "comment", "edit"]);
    expect(Object.keys(modelRights.manage)).toEqual(["view", "manage"]);
    expect(Object.keys(modelRights.restore)).toEqual(["restore"]);
  });
});
