import "server-only";
import { type FoundShareLink, unsafeFindShareLink } from "@/lib/server/access/sql";
import { isLinkSeal } from "@/lib/server/crypto/link-seal";
import { hashToken, isToken } from "@/lib/server/crypto/tokens";
import type { AuthorizedLink } from "@/lib/server/runtime/ids";
import { Proof, sealProof } from "./proof";
import { allowsLink, type LinkNeed, type LinkRights, linkRights } from "./roles";

/** Proof that a request holds a link that is open, and has given its password where it has one. */
class LinkProof<R extends LinkRights[LinkNeed]> extends Proof {
  readonly link: AuthorizedLink;
  readonly linkId: string;
  readonly mayDownload: boolean;

  constructor(
    tokenHash: Uint8Array,
    { linkId, mayDownload }: FoundShareLink,
    readonly may: R,
  ) {
    super();
    this.link = tokenHash as AuthorizedLink;
    this.linkId = linkId;
    this.mayDownload = mayDownload;
    sealProof(this);
  }
}

export type { LinkProof as LinkAccess };

export type LinkViewAccess = LinkProof<LinkRights["link:view"]>;

export type LinkDownloadAccess = LinkProof<LinkRights["link:download"]>;

export type LinkCopyAccess = LinkProof<LinkRights["link:copy"]>;

/**
 * Proof that this request may do this by the link whose token it names. Null where the link is unknown, revoked or expired, or its model
 * is archived, which is to be answered alike; "locked" where its password has not been given; "refused" where it does not allow this.
 *
 * @param seal what the browser keeps of having given the password
 */
export async function authorizeLink<N extends LinkNeed>(
  token: unknown,
  seal: string | undefined,
  need: N,
): Promise<LinkProof<LinkRights[N]> | "locked" | "refused" | null> {
  if (!isToken(token)) return null;
  const tokenHash = hashToken(token);
  const found = await unsafeFindShareLink(tokenHash);
  if (found === null) return null;
  if (found.passwordHash !== null && !isLinkSeal(seal, found.linkId, found.passwordHash)) return "locked";
  return allowsLink(found, need) ? new LinkProof(tokenHash, found, linkRights[need]) : "refused";
}
