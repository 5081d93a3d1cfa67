import "server-only";
import { randomBytes } from "node:crypto";
import type { z } from "zod";
import { type ApiScope, apiScopes } from "@/lib/organisations/api-scopes";
import { type Outcome, refused } from "@/lib/outcome";
import type { newTokenSchema } from "@/lib/schemas/api/new-token";
import type { OrganisationViewAccess } from "@/lib/server/access/organisation";
import type { Confirmation } from "@/lib/server/access/person";
import { recordEvent } from "@/lib/server/audit/record-event";
import { recordedChange } from "@/lib/server/audit/recorded-change";
import { hashToken } from "@/lib/server/crypto/tokens";
import { readPage } from "@/lib/server/lists/read-page";
import { isWithinLimit } from "@/lib/server/runtime/limits/rate-limits";
import { readInScope } from "@/lib/server/runtime/read-scope";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope } from "@/lib/server/runtime/scope";
import { type ListPage, type ListPosition, listStart } from "@/lib/text/list-position";
import { liveTokens } from "./sql";

/** A token as a list shows it; the token itself was shown once and is known to nobody here. */
export interface ApiTokenRow {
  id: string;
  name: string;
  holder: string;
  isOwn: boolean;
  scopes: ApiScope[];
  /** ISO 8601, UTC. */
  createdAt: string;
  expiresAt: string;
  lastUsedAt: string | null;
}

export type NewTokenOutcome = Outcome<{ token: string; expiresAt: string }>;

const mostTokens = 50;
const day = 24 * 60 * 60 * 1_000;

/**
 * Makes a token that acts as this person in this organisation. It is given out once; its hash is stored. It outlives the session in which it
 * is made, so it takes a proof beyond that.
 */
export async function createApiToken(
  access: OrganisationViewAccess,
  _confirmation: Confirmation,
  { name, scopes, days }: z.output<typeof newTokenSchema>,
  origin: RequestOrigin,
): Promise<NewTokenOutcome> {
  const { user, organisationId } = access;
  const refuse = (message: string): NewTokenOutcome => refused("form", message);
  if (!(await isWithinLimit("api-tokens", user.id, { points: 30, seconds: 60 * 60 }))) {
    return refuse("You have made 30 tokens within an hour. Wait, then try again.");
  }
  // The prefix lets scanners of source code find a token that was committed by mistake.
  const token = `pb_${randomBytes(32).toString("base64url")}`;
  const expiresAt = new Date(Date.now() + days * day);
  return inScope(access.scope, async (tx): Promise<NewTokenOutcome> => {
    const live = await tx.apiToken.count({
      where: { organisationId, userId: user.id, revokedAt: null, expiresAt: { gt: new Date() } },
    });
    if (live >= mostTokens) return refuse(`You have ${mostTokens} tokens. Revoke one that is not used.`);
    const { id } = await tx.apiToken.create({
      data: { organisationId, userId: user.id, name, scopes, tokenHash: hashToken(token), expiresAt },
      select: { id: true },
    });
    await recordEvent(tx, access, origin, {
      action: "token.created",
      subjectType: "token",
      subjectId: id,
      detail: { scopes, days },
    });
    return { ok: true, token, expiresAt: expiresAt.toISOString() };
  });
}

/** A page of the tokens that still work: the person's own, and for those who run the organisation all of its tokens. */
export async function listApiTokens(
  access: OrganisationViewAccess,
  position: ListPosition = listStart,
): Promise<ListPage<ApiTokenRow>> {
  const { user } = access;
  // A person has a few of their own: they are found by the person, and sorted.
  const { rows, ...paging } = await readInScope(access.scope, (tx) => readPage(position, liveTokens(tx, access)), {
    byIndex: access.role !== "member",
  });
  return {
    ...paging,
    rows: rows.map(({ at, userId, scopes, expiresAt, lastUsedAt, ...row }) => ({
      ...row,
      isOwn: userId === user.id,
      scopes: apiScopes.filter((scope) => scopes.includes(scope)),
      createdAt: at.toISOString(),
      expiresAt: expiresAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    })),
  };
}

/** Ends a token at once; one that has ended already stays as it is. */
export function revokeApiToken(access: OrganisationViewAccess, id: string, origin: RequestOrigin): Promise<Outcome> {
  const { user, organisationId, role } = access;
  return recordedChange(access, origin, {
    change: (tx) =>
      tx.apiToken.updateMany({
        where: { id, organisationId, revokedAt: null, ...(role === "member" && { userId: user.id }) },
        data: { revokedAt: new Date() },
      }),
    event: { action: "token.revoked", subjectType: "token", subjectId: id },
    gone: "This token has ended already. Reload the page.",
  });
}
