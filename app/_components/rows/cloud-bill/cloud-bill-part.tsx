"use client";

import { useMemo, useState } from "react";
import settings from "@/app/_components/inputs/currency/currency-settings.module.css";
import type { RowTexts } from "@/app/_components/inputs/rows/row-text";
import { DisabledUntilHydrated } from "@/app/_components/ui/hydration/disabled-until-hydrated";
import { Section } from "@/app/_components/ui/page/section";
import { monthBills } from "@/lib/analysis/calibration/month-bill";
import { billPlaceNames } from "@/lib/model/rows/choices";
import { placeOfService } from "@/lib/model/rows/service-names";
import { formatMonth } from "@/lib/value/calendar";
import type { PartProps } from "../part-props";
import { RowGrid } from "../row-grid";
import styles from "../rows.module.css";
import { RowsMenu } from "../rows-menu";
import { CalibrationSections } from "./calibration-sections";

const gridKeys = ["label", "amount", "place", "month"];

/** The bill of the cloud by service, against what the model says the same month costs. */
export function CloudBillPart(props: PartProps) {
  const { draft, rows, context, readOnly, onChange } = props;
  const { startMonth } = draft;
  const [asked, setAsked] = useState<string>();
  // Who comes to type begins with the lines; who comes back reads what they come to. Nothing changes places meanwhile.
  const [isLinesFirst] = useState(rows.billLines.length === 0);
  const bills = useMemo(() => monthBills(rows.billLines, startMonth), [rows.billLines, startMonth]);
  const bill = bills.find(({ month }) => month === asked) ?? bills[0];
  const taken = useMemo(
    () =>
      ({ label }: RowTexts): Record<string, string> => ({
        month: startMonth,
        ...(label?.trim() && { place: `${billPlaceNames[placeOfService(label)]} (by its name)` }),
      }),
    [startMonth],
  );
  const lines = (
    <Section title="Bill" unit={context.currency} action={<RowsMenu table="billLines" {...props} />}>
      <DisabledUntilHydrated>
        <RowGrid
          table="billLines"
          keys={gridKeys}
          rows={rows.billLines}
          context={context}
          readOnly={readOnly}
          taken={taken}
          onChange={onChange}
        />
      </DisabledUntilHydrated>
      {readOnly ? null : (
        <p className={styles.words} data-off-paper>
          Type services and amounts, or take the CSV of AWS Cost Explorer, Azure’s cost analysis or Google Cloud’s
          billing report from the menu above. A total alone is one line that counts as “{billPlaceNames.rest}”.
        </p>
      )}
    </Section>
  );
  const against = (
    <DisabledUntilHydrated>
      {bills.length < 2 ? null : (
        <p>
          <label>
            Month of the bill{" "}
            <select
              className={settings.control}
              value={bill?.month}
              onChange={(event) => setAsked(event.currentTarget.value)}
            >
              {bills.map(({ month }) => (
                <option key={month} value={month}>
                  {formatMonth(month)}
                </option>
              ))}
            </select>
          </label>
        </p>
      )}
      {bill === undefined ? (
        <p className={styles.words} data-off-paper={!readOnly || undefined}>
          {readOnly ? "No bill is stated." : "Once there is a line, the model is set against it here."}
        </p>
      ) : (
        <CalibrationSections key={bill.month} bill={bill} {...props} />
      )}
    </DisabledUntilHydrated>
  );
  return (
    <>
      <p className={styles.lead}>
        What the provider bills for a month, by service. It is set against what the model says the same month costs in
        the cloud, and utilisation, commitment and prices can be brought near to it. No result rests on the bill itself,
        and links do not show it.
      </p>
      {isLinesFirst ? lines : against}
      {isLinesFirst ? against : lines}
    </>
  );
}
