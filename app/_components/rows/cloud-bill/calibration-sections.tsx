"use client";

import { Button } from "@mantine/core";
import { useMemo, useState } from "react";
import { Notice } from "@/app/_components/ui/notice";
import { Section } from "@/app/_components/ui/page/section";
import { Stale } from "@/app/_components/ui/stale";
import { billedAmounts, type MonthBill, modelMonth } from "@/lib/analysis/calibration/month-bill";
import type { InputKey } from "@/lib/model/inputs";
import { formatMonth } from "@/lib/value/calendar";
import type { PartProps } from "../part-props";
import styles from "../rows.module.css";
import { calibrationChange } from "./calibration-change";
import { ChangesTable } from "./changes-table";
import own from "./cloud-bill.module.css";
import { PartsTable } from "./parts-table";
import { useCalibration } from "./use-calibration";

interface CalibrationSectionsProps extends Pick<PartProps, "draft" | "inputs" | "context" | "readOnly" | "onChange"> {
  bill: MonthBill;
}

/** A month's bill against the model, and the changes that bring the model near to it. */
export function CalibrationSections(props: CalibrationSectionsProps) {
  const { bill, draft, inputs, context, readOnly, onChange } = props;
  const { startMonth, currencyRate, notes } = draft;
  const [held, setHeld] = useState<readonly InputKey[]>([]);
  const month = modelMonth(bill.month, startMonth);
  const asked = useMemo(
    () => ({ question: { inputs, currencyRate, stated: notes, bill: billedAmounts(bill), month, held }, bill }),
    [inputs, currencyRate, notes, bill, month, held],
  );
  const { found, isStale, hasFailed } = useCalibration(asked);
  if (found === null)
    return (
      <p className={hasFailed ? styles.words : own.waiting}>
        {hasFailed ? "This browser cannot calibrate the model. Load the page again." : "Setting the model against it…"}
      </p>
    );
  if (!found.outcome.ok)
    return (
      <Stale isStale={isStale}>
        <Notice tone="wrong" title={`The bill of ${formatMonth(bill.month)} cannot be compared`}>
          {found.outcome.faults.map(({ message }) => message).join(" ")}
        </Notice>
      </Stale>
    );
  const { calibration } = found.outcome;
  const { changes } = calibration;
  const isEarlier = bill.month < startMonth;
  return (
    <Stale isStale={isStale}>
      <div className={own.sections}>
        <Section title={`The bill of ${formatMonth(bill.month)} against the model`} unit={context.currency}>
          {isEarlier ? (
            <p className={styles.words}>
              The model begins in {formatMonth(startMonth)}, later than the bill, which is set against its first month.
            </p>
          ) : null}
          <PartsTable calibration={calibration} bill={found.of.bill} currency={context.currency} />
        </Section>
        <Section title="What brings the model near to it">
          <ChangesTable
            calibration={calibration}
            held={held}
            context={context}
            inputs={inputs}
            readOnly={readOnly}
            onHold={(key, isHeld) => setHeld(isHeld ? [...held, key] : held.filter((other) => other !== key))}
          />
          {readOnly || changes.length === 0 ? null : (
            <p className={own.apply}>
              <Button disabled={isStale} onClick={() => onChange(calibrationChange(calibration, bill.month))}>
                {changes.length === 1 ? "Apply the change" : `Apply ${changes.length} changes`}
              </Button>
            </p>
          )}
        </Section>
      </div>
    </Stale>
  );
}
