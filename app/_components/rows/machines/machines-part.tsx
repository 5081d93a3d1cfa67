"use client";

import { useMemo } from "react";
import { DisabledUntilHydrated } from "@/app/_components/ui/hydration/disabled-until-hydrated";
import { Section } from "@/app/_components/ui/page/section";
import { registerFacts, registerWaits } from "@/lib/analysis/rows/register-facts";
import type { PartProps } from "../part-props";
import styles from "../rows.module.css";
import { RowsMenu } from "../rows-menu";
import { RegisterGrid } from "./register-grid";
import { RegisterSummary } from "./register-summary";
import { RegisterWaits } from "./register-waits";
import { renewalWords } from "./renewal-words";

/** The register of what stands today. */
export function MachinesPart(props: PartProps) {
  const { draft, inputs, rows, figures, context, readOnly, onChange } = props;
  const { startMonth } = draft;
  const { currency } = context;
  const waits = registerWaits(inputs, rows);
  const facts = useMemo(() => (waits ? null : registerFacts(figures.inputs, figures.rows)), [waits, figures]);
  const renewals = useMemo(() => {
    const { inputs, rows } = figures;
    const of = { startMonth, currency, horizonMonths: inputs.horizonMonths };
    return new Map(facts?.rows.map((one) => [rows.register[one.place]?.id, renewalWords(one, of)]));
  }, [facts, figures, startMonth, currency]);
  return (
    <>
      <p className={styles.lead}>
        What stands today, one row for machines that are alike: servers, storage servers, network equipment, your own
        facility. Each row is kept until the life of its kind ends, and then replaced. Where no row of a kind is stated,
        the model takes what is needed in the first month as standing.
      </p>
      {waits ? <RegisterWaits readOnly={readOnly} onChange={onChange} /> : null}
      <Section title="Register" unit={currency} action={<RowsMenu table="register" {...props} />}>
        <DisabledUntilHydrated>
          <RegisterGrid
            rows={rows.register}
            remarks={renewals}
            context={context}
            readOnly={readOnly}
            onChange={onChange}
          />
        </DisabledUntilHydrated>
      </Section>
      {facts === null ? null : <RegisterSummary draft={draft} figures={figures} facts={facts} names={rows.register} />}
    </>
  );
}
