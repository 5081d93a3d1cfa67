import { Button, NativeSelect, TextInput } from "@mantine/core";
import { PageTitle } from "@/app/_components/ui/page/page-title";
import { Pager } from "@/app/_components/ui/records/pager";
import { auditKinds } from "@/lib/organisations/audit-kinds";
import { routes } from "@/lib/routes";
import { auditQuery, readAuditListing } from "@/lib/schemas/audit/audit-listing";
import { isRefused, prove } from "@/lib/server/access/prove";
import { listEvents } from "@/lib/server/audit/list-events";
import { page } from "@/lib/server/http/page";
import { currentOrganisation, noOrganisation } from "@/lib/server/organisations/current-organisation";
import { listStart } from "@/lib/text/list-position";
import styles from "./audit.module.css";
import { EventTable } from "./event-table";

export default page(
  { name: "/settings/audit", requires: "user", title: "Audit log" },
  async ({ user, searchParams }) => {
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
    const { events, people, ...paging } = await listEvents(access, listing);
    const file = `${routes.organisationExport(access.organisationId, "audit.csv")}${auditQuery({ ...listing, ...listStart })}`;
    return (
      <>
        <PageTitle title="Audit log" action={<a href={file}>Download CSV</a>} />
        <p className={styles.lead}>
          Who did what, when, and from which address. Events stay for a year. Times here are on your clock; the days
          from and to, and all times in the file, are UTC.
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
        <Pager
          paging={paging}
          shown={events.length}
          one="event"
          many="events"
          alwaysCounts
          hrefOf={(position) => `${routes.audit}${auditQuery({ ...listing, ...position })}`}
        />
      </>
    );
  },
);
