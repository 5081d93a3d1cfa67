import "server-only";
import type { OrganisationViewAccess } from "@/lib/server/access/organisation";
import { newestFirst } from "@/lib/server/lists/sql";
import type { ReadTransaction } from "@/lib/server/runtime/read-scope";
import { Prisma } from "@/prisma/generated/client";

interface TokenRow {
  id: string;
  name: string;
  userId: string;
  holder: string;
  scopes: string[];
  expiresAt: Date;
  lastUsedAt: Date | null;
  at: Date;
}

/** The tokens that still work: of a member their own, of those who run the organisation all of its tokens. */
export function liveTokens(tx: ReadTransaction, { organisationId, role, user }: OrganisationViewAccess) {
  return newestFirst<TokenRow>(tx, {
    table: Prisma.sql`api_tokens`,
    columns: Prisma.sql`t.id, t.name, t.user_id as "userId", (select u.name from users u where u.id = t.user_id) as holder, t.scopes,
      t.expires_at as "expiresAt", t.last_used_at as "lastUsedAt"`,
    where: Prisma.sql`t.organisation_id = ${organisationId}::uuid and t.revoked_at is null and t.expires_at > now()
      ${role === "member" ? Prisma.sql`and t.user_id = ${user.id}::uuid` : Prisma.empty}`,
  });
}
