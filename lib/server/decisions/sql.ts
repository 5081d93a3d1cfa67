import "server-only";
import type { ViewAccess } from "@/lib/server/access/model";
import { unsafePrisma } from "@/lib/server/runtime/prisma";
import type { ReadTransaction } from "@/lib/server/runtime/read-scope";
import type { ScopedTransaction } from "@/lib/server/runtime/scope";
import type { DecisionState } from "@/prisma/generated/client";

export interface SigningKeyRow {
  id: string;
  publicKey: string;
  /** Null where it is retired. */
  sealedKey: Uint8Array<ArrayBuffer> | null;
  createdAt: Date;
  retiredAt: Date | null;
}

/** The installation's keys, the newest first. They name nobody; private ones are sealed. */
export function unsafeListSigningKeys(): Promise<SigningKeyRow[]> {
  return unsafePrisma().$queryRaw<SigningKeyRow[]>`
    select id, public_key as "publicKey", sealed_key as "sealedKey", created_at as "createdAt", retired_at as "retiredAt"
    from list_signing_keys()`;
}

/** Adds a key, unless there is a present one by then. @param replaced a present one that can no longer be opened */
export async function unsafeAddSigningKey(
  { id, publicKey, sealedKey }: { id: string; publicKey: string; sealedKey: Uint8Array<ArrayBuffer> },
  replaced: string | null,
): Promise<void> {
  await unsafePrisma().$queryRaw`select from add_signing_key(${id}, ${publicKey}, ${sealedKey}, ${replaced})`;
}

export interface LinkedDecisionRow {
  document: string;
  digest: string;
  state: DecisionState;
  decidedAt: Date | null;
  supersededBy: number | null;
  isWithdrawn: boolean;
  answers: { name: string; answer: "approved" | "rejected" | null; at: string | null; signedInBy: string | null }[];
}

/** The record that a link shows. @returns null where the link is unknown, revoked or expired, or its model archived or deleted */
export async function unsafeReadDecisionLink(tokenHash: Uint8Array): Promise<LinkedDecisionRow | null> {
  const rows = await unsafePrisma().$queryRaw<LinkedDecisionRow[]>`
    select document, digest, state::text as state, is_withdrawn as "isWithdrawn", decided_at as "decidedAt",
      superseded_by as "supersededBy", answers
    from read_decision_link(${tokenHash})`;
  return rows[0] ?? null;
}

/** Writes that a record was downloaded by its link into the audit log of its organisation; nothing where the link opens nothing. */
export async function unsafeRecordDecisionLinkDownload(tokenHash: Uint8Array, address: string): Promise<void> {
  await unsafePrisma().$queryRaw`select record_decision_link_download(${tokenHash}, ${address.slice(0, 100)})::text`;
}

/** Takes back a proposal of the scope's person. @returns false where it is none, or was approved by anybody, or the document is another */
export async function withdrawProposal(tx: ScopedTransaction, decisionId: string, digest: string): Promise<boolean> {
  const rows = await tx.$queryRaw<
    { done: boolean }[]
  >`select withdraw_decision(${decisionId}::uuid, ${digest}) as done`;
  return rows[0]?.done === true;
}

/** Keeps what speaks for looking at a decision again. @returns whether its owner, who is the scope's person, was told of something new */
export async function tellOfDueDecision(tx: ScopedTransaction, decisionId: string, due: string[]): Promise<boolean> {
  const rows = await tx.$queryRaw<{ told: boolean }[]>`
    select tell_of_due_decision(${decisionId}::uuid, ${due}::text[]) as told`;
  return rows[0]?.told === true;
}

/** Waits until nobody else gives a number to a decision of the model: numbers go up by one. */
export async function takeTurn(tx: ScopedTransaction, { modelId }: ViewAccess): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`decisions of ${modelId}`}, 0))::text`;
}

export interface ApprovedRow {
  number: number;
  title: string;
  architecture: string;
  decidedAt: Date | null;
}

/** The decision that holds by a model; within the access's scope, and by its organisation and id both. */
export async function findApproved(
  tx: ReadTransaction,
  { modelId, organisationId }: ViewAccess,
): Promise<ApprovedRow | null> {
  const rows = await tx.$queryRaw<ApprovedRow[]>`
    select number, title, architecture, decided_at as "decidedAt" from decisions
    where model_id = ${modelId}::uuid and organisation_id = ${organisationId}::uuid and state = 'approved'
    limit 1`;
  return rows[0] ?? null;
}
