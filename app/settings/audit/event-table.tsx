import { Scroller } from "@/app/_components/ui/scroller";
import { aboutOf, wordsOf } from "@/lib/server/audit/audit-words";
import type { AuditRow } from "@/lib/server/audit/list-events";
import styles from "./audit.module.css";

/** Events, newest first, with the exact time: an auditor lays it beside other logs. */
export function EventTable({ events }: { events: readonly AuditRow[] }) {
  return (
    <Scroller label="Table of events">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">When (UTC)</th>
            <th scope="col">Who</th>
            <th scope="col">What</th>
            <th scope="col">About</th>
            <th scope="col">From</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.id}>
              <td className={styles.when}>
                <time dateTime={event.at}>{`${event.at.slice(0, 10)} ${event.at.slice(11, 19)}`}</time>
              </td>
              <td>{event.actor ?? "Somebody who has left"}</td>
              <td className={styles.what}>{wordsOf(event.action)}</td>
              <td className={styles.about}>{aboutOf(event)}</td>
              <td data-label="From">{event.address}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
