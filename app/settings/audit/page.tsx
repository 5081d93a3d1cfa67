import { Button, NativeSelect, TextInput } from "@mantine/core";
import type { Metadata } from "next";
import { Link } from "@/app/_components/ui/link";
import { PageTitle } from "@/app/_components/ui/page/page-title";
import { auditKinds } from "@/lib/organisations/audit-kinds";
import { routes } from "@/lib/routes";
import { auditQuery, readAuditListing } from "@/lib/schemas/audit/audit-listing";
import { isRefused, prove } from "@/lib/server/access/prove";
import { listEvents } from "@/lib/server/audit/list-events";
import { page } from "@/lib/server/http/page";
import { currentOrganisation, noOrganisation } from "@/lib/server/organisations/current-organisation";
import { formatWhole } from "@/lib/value/format";
import styles from "./audit.module.css";
import { EventTable } from "./event-table";

export const metadata: Metadata = { title: "Audit log" };

export default page({ name: "/settings/audit", requires: "user" }, async ({ user, searchParams }) => {
  const current = await currentOrganisation(user);
  if (current === null) return <p>{noOrganisation}</p>;
  const proof = await prove("organisation:manage", current.organisationId);
  if (isRefused(proof)) {
    return (
      <>
        <PageTitle title="Audit log" />
        <p>Only owners and admins can read the log of an organisation.</p>
      </>
    );
  }
  const { access } = proof;
  const listing = readAuditListing(searchParams);
  const { events, total, page, pages, people } = await listEvents(access, listing);
  const at = (page: number) => `${routes.audit}${auditQuery({ ...listing, page })}`;
  const file = `${routes.organisationExport(access.organisationId, "audit.csv")}${auditQuery({ ...listing, page: 1 })}`;
  return (
    <>
      <PageTitle title="Audit log" action={<a href={file}>Download CSV</a>} />
      <p className={styles.lead}>
        Who did what, when, and from which address. Events stay for a year. Times here are on your clock; the days from
        and to, and all times in the file, are UTC.
      </p>
      <form className={styles.filter} method="get" action={routes.audit}>
        <NativeSelect
          label="What"
          name="kind"
          defaultValue={listing.kind ?? ""}
          data={[
            { value: "", label: "Everything" },
            ...Object.entries(auditKinds).map(([value, { label }]) => ({ value, label })),
          ]}
        />
        <NativeSelect
          label="Who"
          name="person"
          defaultValue={listing.person ?? ""}
          data={[{ value: "", label: "Everyone" }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <TextInput label="From (UTC)" name="from" type="date" defaultValue={listing.from ?? ""} />
        <TextInput label="To (UTC)" name="to" type="date" defaultValue={listing.to ?? ""} />
        <Button type="submit" variant="default">
          Filter
        </Button>
      </form>
      {events.length === 0 ? <p>No events match.</p> : <EventTable events={events} />}
      {total === 0 ? null : (
        <nav className={styles.pager} aria-label="Pages">
          <span>
            {formatWhole(total)} {total === 1 ? "event" : "events"}
            {pages === 1 ? "" : `, page ${formatWhole(page)} of ${formatWhole(pages)}`}
          </span>
          {page > 1 ? <Link href={at(page - 1)}>Newer</Link> : null}
          {page < pages ? <Link href={at(page + 1)}>Older</Link> : null}
        </nav>
      )}
    </>
  );
});
