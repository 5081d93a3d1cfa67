"use client";

import { useMemo } from "react";
import figures from "@/app/_components/ui/figure-table.module.css";
import { Scroller } from "@/app/_components/ui/page/scroller";
import { Section } from "@/app/_components/ui/page/section";
import { TableHead } from "@/app/_components/ui/records/table-head";
import { type DecidingNeed, decidingNeeds } from "@/lib/analysis/rows/deciding-need";
import { dateOf } from "@/lib/export/document";
import type { OwnRows } from "@/lib/model/rows/own-rows";
import { type PeerNeed, peerNeeds } from "@/lib/model/sections/peers";
import { formatMonth } from "@/lib/value/calendar";
import { formatPercent, formatWhole } from "@/lib/value/format";
import { KindsGiveTable } from "./kinds-give-table";
import styles from "./rows.module.css";
import type { RowFigures } from "./use-row-figures";

const needNames: Record<PeerNeed, string> = {
  minimum: "The minimum that is set",
  pieces: "One participant for each piece",
  storage: "Storage",
  peak: "Traffic at its peak",
  cap: "Traffic in a month, within their caps",
  compute: "Computing",
};

interface ParticipantsNeededProps {
  figures: RowFigures;
  /** As they are called. */
  kinds: OwnRows["participantKinds"];
  startMonth: string;
}

/** How many participants peer to peer takes and what decides it, how many of each kind, and what their being unlike changes. */
export function ParticipantsNeeded({ figures: { inputs, rows }, kinds, startMonth }: ParticipantsNeededProps) {
  const needs = useMemo(() => decidingNeeds(inputs, rows), [inputs, rows]);
  const alike = useMemo(() => decidingNeeds(inputs, { ...rows, participantKinds: [] }), [inputs, rows]);
  const [first, last] = [needs[0], needs.at(-1)];
  if (first === undefined || last === undefined) return null;
  const months = first === last ? [first] : [first, last];
  return (
    <>
      <Section title="How many peer to peer takes" unit="participants at a time">
        <p className={styles.lead}>{decisionWords(needs)}</p>
        <Scroller label="How many participants each need takes">
          <table className={figures.table}>
            <TableHead names={["Need", ...months.map(({ month }) => formatMonth(dateOf(startMonth, month)))]} />
            <tbody>
              {peerNeeds.map((need) => (
                <tr key={need}>
                  <th scope="row">{needNames[need]}</th>
                  {months.map((one) => (
                    <td key={one.month} className={one.decides === need ? styles.aged : undefined}>
                      {formatWhole(one.needs[need])}
                      {one.decides === need ? " decides" : ""}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
            {kinds.length === 0 ? null : (
              <tbody>
                {kinds.map(({ id, label, share }) => (
                  <tr key={id ?? label}>
                    <th scope="row">
                      of them {label}, {formatPercent(share)}
                    </th>
                    {months.map(({ month, peers }) => (
                      <td key={month}>{formatWhole(share * peers)}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            )}
          </table>
        </Scroller>
        {kinds.length === 0 ? null : <p className={styles.words}>{effectWords(last, alike.at(-1) as DecidingNeed)}</p>}
      </Section>
      {kinds.length === 0 ? null : <KindsGiveTable figures={{ inputs, rows }} kinds={kinds} />}
    </>
  );
}

/** "Storage decides how many there must be, in every month." */
function decisionWords(needs: readonly DecidingNeed[]): string {
  const decisive = [...new Set(needs.map(({ decides }) => decides))];
  const names = decisive.map((need) => needNames[need].toLowerCase());
  if (names.length === 1) return `What decides how many there must be, in every month: ${names[0]}.`;
  return `What decides how many there must be changes over the months: ${names.join(", then ")}.`;
}

function effectWords({ peers }: DecidingNeed, { peers: alike }: DecidingNeed): string {
  const was = `If all were as the inputs say on average, it would take ${formatWhole(alike)} in the last month`;
  if (alike === peers) return `${was}, as many as with these kinds.`;
  return `${was}; with these kinds it takes ${formatWhole(peers)}.`;
}
