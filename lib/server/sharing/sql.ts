import "server-only";
import type { CommentSubject } from "@/lib/comments/comment";
import { payCategories, payInputs, payTables } from "@/lib/model/pay/pay";
import { inputsShownWithoutPay, resultsShownWithoutPay } from "@/lib/model/pay/shown-without-pay";
import type { ShareAccess } from "@/lib/server/access/model";
import type { StoredDraftRow } from "@/lib/server/models/sql";
import type { AuthorizedLink } from "@/lib/server/runtime/ids";
import { unsafePrisma } from "@/lib/server/runtime/prisma";
import type { ScopedTransaction } from "@/lib/server/runtime/scope";
import type { ShareRole } from "@/prisma/generated/client";

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
