import "server-only";
import type { ModelRole } from "@/lib/draft/model";
import type { OrganisationRole } from "@/prisma/generated/client";

/**
 * To "reply" is to answer in a thread: who comments may in each, a viewer in those that mention them, which the database holds to
 * (scope_may_reply). To "manage" is to archive a model, take it out again, and delete it; to "restore" is to take a deletion back.
 */
export type ModelNeed = "view" | "reply" | "comment" | "edit" | "share" | "manage" | "restore";

/** What each proof lets its holder do, in its type and at run time both: what the need names, and what goes with it in every role and state. */
export const modelRights = {
  view: { view: true },
  reply: { view: true, reply: true },
  comment: { view: true, reply: true, comment: true },
  edit: { view: true, reply: true, comment: true, edit: true },
  share: { view: true, reply: true, comment: true, edit: true, share: true },
  manage: { view: true, manage: true },
  restore: { restore: true },
} as const satisfies Record<ModelNeed, Partial<Record<ModelNeed, true>>>;

export type ModelRights = typeof modelRights;

export type ModelState = "open" | "archived" | "deleted";

/** Only what is listed is allowed: a role that is added later may do nothing until it is said what. */
export function allows(role: ModelRole, need: ModelNeed): boolean {
  const allowed: Record<ModelRole, readonly ModelNeed[]> = {
    owner: ["view", "reply", "comment", "edit", "share", "manage", "restore"],
    editor: ["view", "reply", "comment", "edit"],
    commenter: ["view", "reply", "comment"],
    viewer: ["view", "reply"],
  };
  return allowed[role].includes(need);
}

/** What is archived can be read and taken out of the archive, and nothing else; what is deleted can be restored. */
export function isOpenTo(state: ModelState, need: ModelNeed): boolean {
  const open: Record<ModelState, readonly ModelNeed[]> = {
    open: ["view", "reply", "comment", "edit", "share", "manage", "restore"],
    archived: ["view", "manage", "restore"],
    deleted: ["restore"],
  };
  return open[state].includes(need);
}

/** A member reads what belongs to the organisation; admins and owners "manage" it; what only an owner may do is to "own". */
export type OrganisationNeed = "organisation:view" | "organisation:manage" | "organisation:own";

export const organisationRights = {
  "organisation:view": { "organisation:view": true },
  "organisation:manage": { "organisation:view": true, "organisation:manage": true },
  "organisation:own": { "organisation:view": true, "organisation:manage": true, "organisation:own": true },
} as const satisfies Record<OrganisationNeed, Partial<Record<OrganisationNeed, true>>>;

export type OrganisationRights = typeof organisationRights;

/** Only what is listed is allowed, as with models. */
export function allowsOrganisation(role: OrganisationRole, need: OrganisationNeed): boolean {
  const allowed: Record<OrganisationRole, readonly OrganisationNeed[]> = {
    owner: ["organisation:view", "organisation:manage", "organisation:own"],
    admin: ["organisation:view", "organisation:manage"],
    member: ["organisation:view"],
  };
  return allowed[role].includes(need);
}

/** Who holds a link views; where the link says so they download, and who is signed in too may save a copy. */
export type LinkNeed = "link:view" | "link:download" | "link:copy";

export const linkRights = {
  "link:view": { "link:view": true },
  "link:download": { "link:view": true, "link:download": true },
  "link:copy": { "link:view": true, "link:download": true, "link:copy": true },
} as const satisfies Record<LinkNeed, Partial<Record<LinkNeed, true>>>;

export type LinkRights = typeof linkRights;

/** Only a link that allows downloads may do more than show. */
export function allowsLink({ mayDownload }: { mayDownload: boolean }, need: LinkNeed): boolean {
  return need === "link:view" || mayDownload;
}
