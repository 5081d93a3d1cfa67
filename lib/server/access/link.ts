import "server-only";
import { unsafeFindShareLink } from "@/lib/server/access/before-scope";
import { isLinkSeal } from "@/lib/server/crypto/link-seal";
import { hashToken, isToken } from "@/lib/server/crypto/tokens";
import type { AuthorizedLink } from "@/lib/server/runtime/ids";
import type { LinkNeed, LinkRights } from "./roles";

/** Proof that a request holds a link that is open, and has given its password where it has one. */
export interface LinkAccess<R extends LinkRights[LinkNeed]> {
  link: AuthorizedLink;
  linkId: string;
  mayDownload: boolean;
  may: R;
}

export type LinkViewAccess = LinkAccess<LinkRights["link:view"]>;

export type LinkDownloadAccess = LinkAccess<LinkRights["link:download"]>;

export type LinkCopyAccess = LinkAccess<LinkRights["link:copy"]>;

/**
 * Proof that this request may do this by the link whose token it names. Null where the link is unknown, revoked or expired, or its model
 * is put away, which is to be answered alike; "locked" where its password has not been given; "refused" where it does not allow this.
 *
 * @param seal what the browser keeps of having given the password
 */
export async function authorizeLink<N extends LinkNeed>(
  token: unknown,
  seal: string | undefined,
  need: N,
): Promise<LinkAccess<LinkRights[N]> | "locked" | "refused" | null> {
  if (!isToken(token)) return null;
  const tokenHash = hashToken(token);
  const found = await unsafeFindShareLink(tokenHash);
  if (found === null) return null;
  if (found.passwordHash !== null && !isLinkSeal(seal, found.linkId, found.passwordHash)) return "locked";
  if (need !== "link:view" && !found.mayDownload) return "refused";
  const rights = { linkView: true, linkDownload: true, linkCopy: true } as const;
  return {
    link: tokenHash as AuthorizedLink,
    linkId: found.linkId,
    mayDownload: found.mayDownload,
    may: rights as unknown as LinkRights[N],
  };
}
