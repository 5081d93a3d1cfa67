"use client";

import { RowList } from "@/app/_components/inputs/rows/row-list";
import { Section } from "@/app/_components/ui/page/section";
import { tableNames } from "@/lib/model/rows/table-names";
import type { PartProps } from "./part-props";
import { ParticipantsNeeded } from "./participants-needed";
import styles from "./rows.module.css";
import { RowsMenu } from "./rows-menu";

/** Kinds of participants, in place of one average. */
export function ParticipantsPart(props: PartProps) {
  const { draft, rows, figures, result, typedKinds, kindsFault, context, version, followed, readOnly, onChange } =
    props;
  return (
    <>
      <p className={styles.lead}>
        Participants differ: a few run a machine day and night, most a phone now and then. State up to eight kinds and
        the share of each, and what each gives counts for what it is. A figure that is left out is the input’s.
      </p>
      <Section title={tableNames.participantKinds} action={<RowsMenu table="participantKinds" {...props} />}>
        <RowList
          table="participantKinds"
          rows={typedKinds}
          empty="None stated: every participant is the average one of the inputs."
          {...{ context, version, followed, readOnly, onChange }}
        />
        <p role="status" className={styles.fault}>
          {kindsFault === undefined ? null : `${kindsFault} Until then the figures keep to the kinds as they were.`}
        </p>
      </Section>
      {result === null ? null : (
        <ParticipantsNeeded figures={figures} kinds={rows.participantKinds} startMonth={draft.startMonth} />
      )}
    </>
  );
}
