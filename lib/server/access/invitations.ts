import "server-only";
import type { AuthorizedModelId, AuthorizedOrganisationId } from "@/lib/server/runtime/ids";
import type { ScopedTransaction } from "@/lib/server/runtime/scope";
import {
  type AcceptedOrganisationRow,
  type AcceptedShareRow,
  unsafeAcceptOrganisationInvitation,
  unsafeAcceptShareInvitation,
} from "./sql";

type AcceptedShare = AcceptedShareRow & { organisationId: AuthorizedOrganisationId; modelId: AuthorizedModelId };

/**
 * Uses an invitation's link up for the person of the scope, who may see the model from then on.
 *
 * @param tx of `inScope({ user }, …)`
 * @returns null where the link is unknown, used, revoked or expired
 */
export async function acceptShareInvitation(
  tx: ScopedTransaction,
  tokenHash: Uint8Array,
): Promise<AcceptedShare | null> {
  return (await unsafeAcceptShareInvitation(tx, tokenHash)) as AcceptedShare | null;
}

type AcceptedOrganisation = AcceptedOrganisationRow & { organisationId: AuthorizedOrganisationId };

/** Uses a link into an organisation up for the person of the scope, who belongs to it from then on; else as a model's. */
export async function acceptOrganisationInvitation(
  tx: ScopedTransaction,
  tokenHash: Uint8Array,
): Promise<AcceptedOrganisation | null> {
  return (await unsafeAcceptOrganisationInvitation(tx, tokenHash)) as AcceptedOrganisation | null;
}
