import "server-only";
import type { SessionUser } from "@/lib/server/access/person";
import { countOwnApiTokens } from "@/lib/server/api/end-own-tokens";
import { isOwnAddressProven, ownPasswordHash } from "@/lib/server/auth/sql";
import { readInScope } from "@/lib/server/runtime/read-scope";
import { inScope } from "@/lib/server/runtime/scope";

/** How someone can sign in at present. */
export interface OwnSecurity {
  hasPassword: boolean;
  /** Whether two-factor is on, and how many recovery codes are left. */
  twoFactor: { codesLeft: number } | null;
  /** How many API tokens of the person work, in all their organisations. */
  apiTokens: number;
  /** Hosts of the OpenID Connect issuers that know the person. */
  issuers: string[];
}

export function getOwnSecurity(user: SessionUser): Promise<OwnSecurity> {
  return inScope({ user: user.id }, async (tx) => {
    const passwordHash = await ownPasswordHash(tx);
    const own = await tx.user.findUniqueOrThrow({
      where: { id: user.id },
      select: {
        secondFactor: { select: { confirmedAt: true } },
        recoveryCodes: { where: { usedAt: null }, select: { id: true } },
        identities: { orderBy: { createdAt: "asc" }, select: { issuer: true } },
      },
    });
    return {
      hasPassword: passwordHash !== null,
      twoFactor: own.secondFactor?.confirmedAt ? { codesLeft: own.recoveryCodes.length } : null,
      apiTokens: await countOwnApiTokens(tx, user.id),
      issuers: own.identities.map(({ issuer }) => (URL.canParse(issuer) ? new URL(issuer).host : issuer)),
    };
  });
}

export function hasProvenAddress({ id }: SessionUser): Promise<boolean> {
  return readInScope({ user: id }, (tx) => isOwnAddressProven(tx, id));
}

export async function renameOwn(user: SessionUser, name: string): Promise<void> {
  await inScope({ user: user.id }, (tx) => tx.user.updateMany({ where: { id: user.id }, data: { name } }));
}
