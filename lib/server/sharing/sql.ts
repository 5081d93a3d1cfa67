import "server-only";
import { z } from "zod";
import type { CommentSubject } from "@/lib/comments/comment";
import { payCategories, payInputs, payTables } from "@/lib/model/pay/pay";
import { inputsShownWithoutPay, resultsShownWithoutPay } from "@/lib/model/pay/shown-without-pay";
import { moment } from "@/lib/schemas/day";
import type { ShareAccess } from "@/lib/server/access/model";
import type { ReadList } from "@/lib/server/lists/read-page";
import {
  counted,
  type InvitationRow,
  inOrder,
  invitationColumns,
  isOpenInvitation,
  limitOf,
  newestFirst,
  timeValues,
  writtenOut,
} from "@/lib/server/lists/sql";
import type { StoredDraftRow } from "@/lib/server/models/sql";
import type { AuthorizedLink } from "@/lib/server/runtime/ids";
import { unsafePrisma } from "@/lib/server/runtime/prisma";
import type { ReadTransaction } from "@/lib/server/runtime/read-scope";
import type { ScopedTransaction } from "@/lib/server/runtime/scope";
import { rowsPerPage } from "@/lib/text/list-position";
import { Prisma, type ShareRole } from "@/prisma/generated/client";

export interface FoundShareInvitation {
  modelId: string;
  modelName: string;
  organisationName: string;
  inviterName: string | null;
  email: string;
  role: ShareRole;
  expiresAt: Date;
}

/** @returns null where the link is unknown, used, revoked or expired */
export async function unsafeFindShareInvitation(tokenHash: Uint8Array): Promise<FoundShareInvitation | null> {
  const rows = await unsafePrisma().$queryRaw<FoundShareInvitation[]>`
    select model_id as "modelId", model_name as "modelName", organisation_name as "organisationName",
           inviter_name as "inviterName", email, role::text as role, expires_at as "expiresAt"
    from find_share_invitation(${tokenHash})`;
  return rows[0] ?? null;
}

/** Whether a link is still open, for words about one that is not; null where nobody ever gave it out. */
export async function unsafeShareInvitationState(
  tokenHash: Uint8Array,
): Promise<{ state: "open" | "used" | "revoked" | "expired"; modelId: string; role: ShareRole } | null> {
  const rows = await unsafePrisma().$queryRaw<
    { state: "open" | "used" | "revoked" | "expired"; modelId: string; role: ShareRole }[]
  >`
    select state, model_id as "modelId", role::text as role from share_invitation_state(${tokenHash})`;
  return rows[0] ?? null;
}

/** A model as a link's holder may read it, unchecked; what the link leaves out is in the `evaluated` columns only. */
export interface ShareLinkRow extends StoredDraftRow {
  linkId: string;
  expiresAt: Date;
  mayDownload: boolean;
  leavesOutPay: boolean;
  leavesOutNotes: boolean;
  leavesOutComments: boolean;
  isFrozen: boolean;
  revision: number;
  changedAt: Date;
  /** With pay, which the result rests on whether or not it is shown: never to be sent. */
  evaluatedInputs: unknown;
  evaluatedLines: unknown;
  evaluatedRows: unknown;
  evaluatedNotes: unknown;
}

/**
 * @param counts whether this is an opening to be counted
 * @returns null where the link was withdrawn since it was proven
 */
export async function readShareLink(
  link: AuthorizedLink,
  { counts = false, tx = unsafePrisma() }: { counts?: boolean; tx?: Pick<ScopedTransaction, "$queryRaw"> } = {},
): Promise<ShareLinkRow | null> {
  const rows = await tx.$queryRaw<ShareLinkRow[]>`
    select link_id as "linkId", expires_at as "expiresAt", may_download as "mayDownload",
           leaves_out_pay as "leavesOutPay", leaves_out_notes as "leavesOutNotes",
           leaves_out_comments as "leavesOutComments", is_frozen as "isFrozen", revision, changed_at as "changedAt",
           name, description, start_month as "startMonth", fiscal_year_start as "fiscalYearStart", currency, currency_rate as "currencyRate",
           currency_rate_date as "currencyRateDate", template_key as "templateKey", model_version as "modelVersion",
           inputs, custom_lines as "customLines", rows, notes, uncertainty,
           evaluated_inputs as "evaluatedInputs", evaluated_lines as "evaluatedLines", evaluated_rows as "evaluatedRows",
           evaluated_notes as "evaluatedNotes"
    from read_share_link(${link}, true, ${counts}, ${[...payInputs]}, ${[...payCategories]}, ${[...payTables]})`;
  return rows[0] ?? null;
}

/** Whether the link's model is kept from plain members of its organisation; so where the link opens nothing. */
export async function isShareLinkPrivate(tx: ScopedTransaction, link: AuthorizedLink): Promise<boolean> {
  const rows = await tx.$queryRaw<{ private: boolean }[]>`select is_share_link_private(${link}) as private`;
  return rows[0]?.private !== false;
}

/** A comment as a link shows it, unchecked; its ids are for the server alone. */
export interface ShareLinkComment {
  id: string;
  threadId: string;
  subject: CommentSubject["kind"];
  subjectKey: string;
  subjectLabel: string;
  /** With mentions as "@[id]"; empty where it was deleted, or changed since a link was made that keeps to its revision. */
  body: string;
  /** Null where the account is gone, as for who resolved it. */
  author: string | null;
  /** Names by id of those whom the text mentions. */
  mentioned: Record<string, string>;
  createdAt: Date;
  editedAt: Date | null;
  isDeleted: boolean;
  isChangedSince: boolean;
  resolvedAt: Date | null;
  resolvedBy: string | null;
}

/** The comments that a link shows: of each thread the first and then the replies, the newest thread first. None where it shows none. */
export async function readShareLinkComments(link: AuthorizedLink): Promise<ShareLinkComment[]> {
  return unsafePrisma().$queryRaw<ShareLinkComment[]>`
    select id, thread_id as "threadId", subject, subject_key as "subjectKey", subject_label as "subjectLabel", body, author,
           mentioned, created_at as "createdAt", edited_at as "editedAt", is_deleted as "isDeleted",
           is_changed_since as "isChangedSince", resolved_at as "resolvedAt", resolved_by as "resolvedBy"
    from read_share_link_comments(${link}, ${[...inputsShownWithoutPay]}, ${[...resultsShownWithoutPay]}, ${[...payCategories]})`;
}

export type ShareLinkEvent = "link.refused" | "link.exported" | "link.copied";

/**
 * Writes what was done by a link into the audit log of its organisation; nothing where the link opens nothing.
 *
 * @param tx of `inScope({ user }, …)` where someone is signed in, so that the log names them
 */
export async function unsafeRecordShareLinkEvent(
  tokenHash: Uint8Array,
  event: { action: ShareLinkEvent; address: string; detail?: Record<string, string | number> },
  tx: Pick<ScopedTransaction, "$queryRaw"> = unsafePrisma(),
): Promise<void> {
  const { action, address, detail = {} } = event;
  await tx.$queryRaw`
    select record_share_link_event(${tokenHash}, ${action}, ${address.slice(0, 100)}, ${JSON.stringify(detail)}::jsonb)::text`;
}

/** Keeps the model as it is until the transaction ends: a save of it waits. */
export async function holdModel(tx: ScopedTransaction, { modelId, organisationId }: ShareAccess): Promise<void> {
  await tx.$queryRaw`select from cost_models where id = ${modelId}::uuid and organisation_id = ${organisationId}::uuid for share`;
}

/** What is shared, and by whom; null where the model has gone. */
export async function findShared(
  tx: ReadTransaction,
  { modelId, organisationId }: ShareAccess,
): Promise<{ modelName: string; organisationName: string; isPrivate: boolean } | null> {
  const rows = await tx.$queryRaw<{ modelName: string; organisationName: string; isPrivate: boolean }[]>`
    select c.name as "modelName", o.name as "organisationName", c.is_private as "isPrivate"
    from cost_models c join organisations o on o.id = c.organisation_id
    where c.id = ${modelId}::uuid and c.organisation_id = ${organisationId}::uuid`;
  return rows[0] ?? null;
}

export interface PersonRow {
  /** Of the share; of who owns the model, the person's. */
  id: string;
  userId: string;
  name: string;
  email: string;
  /** Null for those who own the model. */
  role: ShareRole | null;
  at: Date;
}

/** Those who own the model (0), then those it is shared with (1); each in the order of time. */
type PersonPlace = [part: number, at: string, id: string];
const personPlace = z.tuple([z.int().min(0).max(1), moment(), z.uuid()]);

/** Who has access: the creator while they belong to the organisation, its owners and admins, and whom the model is shared with. */
export function peopleWithAccess(
  tx: ReadTransaction,
  { modelId, organisationId }: ShareAccess,
): ReadList<PersonRow, PersonPlace> {
  const model = Prisma.sql`${modelId}::uuid`;
  const organisation = Prisma.sql`${organisationId}::uuid`;
  const parts = [
    {
      columns: Prisma.sql`m.user_id as id, m.user_id, null::text as role`,
      from: Prisma.sql`from memberships m where m.organisation_id = ${organisation} and (m.rank < 2 or m.user_id = (
        select c.creator_id from cost_models c where c.id = ${model} and c.organisation_id = ${organisation}))`,
      order: [Prisma.sql`m.created_at`, Prisma.sql`m.user_id`],
    },
    {
      columns: Prisma.sql`s.id, s.user_id, s.role::text as role`,
      from: Prisma.sql`from shares s where s.model_id = ${model} and s.organisation_id = ${organisation}`,
      order: [Prisma.sql`s.created_at`, Prisma.sql`s.id`],
    },
  ];
  return {
    rowsPerPage,
    place: personPlace,
    placeOf: ({ role, at, id }) => [role === null ? 0 : 1, at.toISOString(), id],
    count: async (most) => {
      const counts = await Promise.all(parts.map(({ from }) => counted(tx, from, most)));
      return Math.min(
        counts.reduce((sum, count) => sum + count, 0),
        most + 1,
      );
    },
    stretch: (stretch) => {
      const { limit, offset = 0, after, before } = stretch;
      const place = before ?? after;
      // A part before that of the place is left out whole, one behind it stands whole; the other way round on the way back.
      const read = parts.flatMap(({ columns, from, order }, part) => {
        const side = place === undefined ? 0 : (part - place[0]) * (before ? -1 : 1);
        if (side < 0) return [];
        const { beside, by } = inOrder(
          side === 0 ? stretch : { limit, ...(before && { before }) },
          order,
          ([, at, id]) => timeValues([at, id]),
        );
        const where = side === 0 ? beside : Prisma.sql`true`;
        return Prisma.sql`(select ${writtenOut(part)} as part, ${columns}, ${order[0]} as at ${from} and ${where}
          order by ${by} limit ${writtenOut(limit + offset)})`;
      });
      const { by } = inOrder(
        before ? { limit, before } : { limit },
        [Prisma.sql`p.part`, Prisma.sql`p.at`, Prisma.sql`p.id`],
        () => Prisma.empty,
      );
      return tx.$queryRaw<PersonRow[]>`
        with page as materialized (
          select * from (${Prisma.join(read, " union all ")}) p order by ${by} ${limitOf(stretch)})
        select p.id, p.user_id as "userId", u.name, u.email, p.role, p.at
        from page p join users u on u.id = p.user_id order by ${by}`;
    },
  };
}

/** Links by which the model can still be shared. */
export function openInvitations(tx: ReadTransaction, { modelId, organisationId }: ShareAccess) {
  return newestFirst<InvitationRow<ShareRole>>(tx, {
    table: Prisma.sql`share_invitations`,
    columns: invitationColumns,
    where: Prisma.sql`t.model_id = ${modelId}::uuid and t.organisation_id = ${organisationId}::uuid and ${isOpenInvitation}`,
  });
}

export interface LinkRow {
  id: string;
  label: string;
  /** Null where the account is gone. */
  createdBy: string | null;
  expiresAt: Date;
  revokedAt: Date | null;
  hasPassword: boolean;
  mayDownload: boolean;
  /** Null where it shows the model as it stands. */
  frozenRevision: number | null;
  leavesOutPay: boolean;
  leavesOutNotes: boolean;
  leavesOutComments: boolean;
  openedCount: number;
  lastOpenedAt: Date | null;
  at: Date;
}

/** Read-only links to the model: those that stand, and those that ended in the last 90 days. */
export function shareLinks(tx: ReadTransaction, { modelId, organisationId }: ShareAccess) {
  return newestFirst<LinkRow>(tx, {
    table: Prisma.sql`share_links`,
    columns: Prisma.sql`t.id, t.label, (select u.name from users u where u.id = t.created_by_id) as "createdBy",
      t.expires_at as "expiresAt", t.revoked_at as "revokedAt", t.has_password as "hasPassword", t.may_download as "mayDownload",
      t.frozen_revision as "frozenRevision", t.leaves_out_pay as "leavesOutPay", t.leaves_out_notes as "leavesOutNotes",
      t.leaves_out_comments as "leavesOutComments", t.opened_count as "openedCount", t.last_opened_at as "lastOpenedAt"`,
    where: Prisma.sql`t.model_id = ${modelId}::uuid and t.organisation_id = ${organisationId}::uuid
      and t.expires_at > now() - interval '90 days'`,
  });
}
