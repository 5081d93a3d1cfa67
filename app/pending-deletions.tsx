import { PendingDeletionNotice } from "@/app/_components/account/pending-deletion-notice";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { pendingDeletions } from "@/lib/server/deletion/pending-deletions";
import { keepAccountAction, keepOrganisationAction } from "./settings/data/actions";

/** Above the settings and the list of models, where a deletion is pending. */
export async function PendingDeletions({ user }: { user: AuthenticatedUser }) {
  return (
    <PendingDeletionNotice
      {...(await pendingDeletions(user))}
      keepAccount={keepAccountAction}
      keepOrganisation={keepOrganisationAction}
    />
  );
}
