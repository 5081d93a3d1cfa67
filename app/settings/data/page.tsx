import { PageTitle } from "@/app/_components/ui/page/page-title";
import { Section } from "@/app/_components/ui/page/section";
import { routes } from "@/lib/routes";
import { allowsOrganisation } from "@/lib/server/access/roles";
import { graceDays } from "@/lib/server/deletion/grace";
import { pendingDeletions } from "@/lib/server/deletion/pending-deletions";
import { page } from "@/lib/server/http/page";
import { currentOrganisation } from "@/lib/server/organisations/current-organisation";
import { organisationName } from "@/lib/server/organisations/organisation-name";
import { env } from "@/lib/server/runtime/env";
import { counted } from "@/lib/value/counted";
import { isConfirmedAction } from "../confirm-action";
import { deleteAccountAction, deleteOrganisationAction } from "./actions";
import styles from "./data.module.css";
import { DeletionForm } from "./deletion-form";
import { DownloadEverything } from "./download-everything";

export default page({ name: "/settings/data", requires: "user", title: "Export and deletion" }, async ({ user }) => {
  const access = await currentOrganisation(user);
  const pending = await pendingDeletions(user);
  const name = access && (await organisationName(access));
  const backups =
    env().BACKUP_DAYS === undefined
      ? "Backups made before that still hold it until they are overwritten; ask this site's administrator when that is."
      : `Backups made before that still hold it, and are gone ${counted(Number(env().BACKUP_DAYS), "day")} later.`;
  const grace = `Deletion takes place ${graceDays} days later and can be cancelled until then.`;
  return (
    <>
      <PageTitle title="Export and deletion" />
      {access === null ? null : (
        <>
          <Section title={`Export all of ${name}`}>
            {allowsOrganisation(access.role, "organisation:manage") ? (
              <>
                <p className={styles.text}>
                  One ZIP file with every model, its figures and costs as CSV, its scenarios and revisions, the people
                  and the audit log; all else as JSON.
                </p>
                <DownloadEverything
                  href={routes.organisationExport(access.organisationId, "everything.zip")}
                  ask={isConfirmedAction}
                />
              </>
            ) : (
              <p className={styles.text}>An owner or an admin of {name} can export everything that is in it.</p>
            )}
          </Section>
          <Section title={`Delete ${name}`}>
            {allowsOrganisation(access.role, "organisation:own") ? (
              pending.organisations.some(({ id }) => id === access.organisationId) ? (
                <p className={styles.text}>Its deletion is pending: see above.</p>
              ) : (
                <>
                  <p className={styles.text}>
                    Every model is deleted with its revisions, scenarios, shares and links, for all its readers. {grace}{" "}
                    The audit log keeps ids without names for a year. {backups}
                  </p>
                  <DeletionForm
                    label={`Type ${name} to go on`}
                    field="name"
                    button="Delete this organisation"
                    submit={deleteOrganisationAction.bind(null, access.organisationId)}
                  />
                </>
              )
            ) : (
              <p className={styles.text}>Only an owner of {name} can have it deleted.</p>
            )}
          </Section>
        </>
      )}
      <Section title="Delete your account">
        {pending.account === null ? (
          <>
            <p className={styles.text}>
              Your name, address, password, sessions and shares are deleted, and organisations that have no other
              member. What you made in other organisations stays there, without your name. {grace} {backups}
            </p>
            <DeletionForm
              label={`Type ${user.email} to go on`}
              field="email"
              button="Delete your account"
              submit={deleteAccountAction}
            />
          </>
        ) : (
          <p className={styles.text}>Its deletion is pending: see above.</p>
        )}
      </Section>
    </>
  );
});
