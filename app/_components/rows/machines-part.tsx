"use client";

import { Notice } from "@/app/_components/ui/notice";
import { Section } from "@/app/_components/ui/page/section";
import type { PartProps } from "./part-props";
import { RegisterGrid } from "./register-grid";
import styles from "./rows.module.css";
import { RowsMenu } from "./rows-menu";

/** The register of what stands today. */
export function MachinesPart(props: PartProps) {
  const { inputs, rows, context, version, followed, readOnly, onChange } = props;
  const { currentArchitecture: current } = inputs;
  const isRead = current === "onPremises" || current === "hybrid";
  return (
    <>
      <p className={styles.lead}>
        What stands today, one row for machines that are alike: servers, storage servers, network equipment, your own
        facility. Each row is kept until the life of its kind ends, and then replaced. Where no row of a kind is stated,
        the model takes what is needed in the first month as standing.
      </p>
      {isRead || rows.register.length === 0 ? null : (
        <Notice tone="look">
          <p>These rows wait: they count once “What runs today” is own servers or hybrid.</p>
        </Notice>
      )}
      <Section title="Register" unit={context.currency} action={<RowsMenu table="register" {...props} />}>
        <RegisterGrid
          rows={rows.register}
          context={context}
          version={version}
          followed={followed}
          readOnly={readOnly}
          onChange={onChange}
        />
      </Section>
    </>
  );
}
