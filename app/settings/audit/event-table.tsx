import { Fragment } from "react";
import { LocalTime } from "@/app/_components/ui/local-time";
import { Scroller } from "@/app/_components/ui/page/scroller";
import { TableHead } from "@/app/_components/ui/records/table-head";
import { type AboutPart, aboutOf, whoOf, wordsOf } from "@/lib/server/audit/audit-words";
import type { AuditRow } from "@/lib/server/audit/list-events";
import styles from "./audit.module.css";

/** Events, newest first, on the reader's clock; an auditor lays the exact times, which the mouse shows, beside other logs. */
export function EventTable({ events }: { events: readonly AuditRow[] }) {
  return (
    <Scroller label="Table of events">
      <table className={styles.table}>
        <TableHead names={["When", "Who", "What", "About", "From"]} />
        <tbody>
          {events.map((event) => (
            <tr key={event.id}>
              <td className={styles.when}>
                <LocalTime at={event.at} isWhole isHinted />
              </td>
              <td>{whoOf(event)}</td>
              <td className={styles.what}>{wordsOf(event.action)}</td>
              <td className={styles.about}>
                {aboutOf(event).map((part, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of an event never change
                  <Fragment key={place}>
                    {place === 0 ? "" : " · "}
                    <Part part={part} />
                  </Fragment>
                ))}
              </td>
              <td data-label="From">{event.address}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}

function Part({ part }: { part: AboutPart }) {
  if ("at" in part)
    return (
      <>
        {part.text} <LocalTime at={part.at} isWhole isHinted />
      </>
    );
  if ("id" in part)
    return (
      <span title={part.id}>
        {part.text} (<span className={styles.id}>{part.id.slice(0, 8)}</span>)
      </span>
    );
  return part.text;
}
