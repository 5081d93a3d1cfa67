"use client";

import dynamic from "next/dynamic";
import { useId, useState } from "react";
import fields from "@/app/_components/inputs/fields.module.css";
import { InputGroupFold } from "@/app/_components/inputs/input-group-fold";
import { useTyped } from "@/app/_components/inputs/use-typed";
import { Options } from "@/app/_components/ui/fields/options";
import { dateOf } from "@/lib/export/document";
import { declaredCurrency } from "@/lib/model/currency";
import { formatDay, formatMonth, monthName } from "@/lib/value/calendar";
import { currencyName } from "@/lib/value/currencies";
import { fiscalYears, isAligned } from "@/lib/value/fiscal-year";
import { formatNumber } from "@/lib/value/format";
import { FieldFault } from "../frame/field-fault";
import type { CurrencySettingsProps } from "./currency-form";
import styles from "./currency-settings.module.css";

// It comes with the check of what is typed into it, which few visits need.
const CurrencyForm = dynamic(() => import("./currency-form"), { ssr: false });

/** The month that month 1 stands for, when the fiscal year begins, and the model's currency with its rate to the dollar. */
export function CurrencySettings(props: CurrencySettingsProps) {
  const { draft, readOnly } = props;
  const { currency, currencyRate, currencyRateDate, startMonth } = draft;
  const [isOpen, setOpen] = useState(false);
  const rate =
    currency === declaredCurrency
      ? "The defaults are in US dollars."
      : `1 ${declaredCurrency} is ${formatNumber(currencyRate)} ${currency}${currencyRateDate ? `, on ${formatDay(currencyRateDate)}` : ""}.`;
  return (
    <InputGroupFold
      title="Currency and first month"
      changed={0}
      faulty={0}
      remark={`${currency}, ${formatMonth(startMonth)}`}
      isOpenAtFirst={false}
      isForcedOpen={false}
    >
      {() => (
        <>
          {readOnly ? <p className={styles.said}>Month 1 is {formatMonth(startMonth)}.</p> : <StartMonth {...props} />}
          <FiscalYear {...props} />
          <div className={styles.row}>
            <p className={styles.said}>
              Money is in {currencyName(currency)} ({currency}). {rate}
            </p>
            {readOnly || isOpen ? null : (
              <button type="button" className={fields.action} onClick={() => setOpen(true)}>
                Change the currency or its rate
              </button>
            )}
          </div>
          {isOpen ? <CurrencyForm {...props} onClose={() => setOpen(false)} /> : null}
        </>
      )}
    </InputGroupFold>
  );
}

function StartMonth({ draft, version, onChange }: CurrencySettingsProps) {
  const id = useId();
  const [text, setText] = useTyped(version, null);
  const shown = text ?? draft.startMonth;
  const isGood = /^20\d\d-(0[1-9]|1[0-2])$/.test(shown);
  return (
    <div className={styles.row}>
      <label htmlFor={id}>First month of the model</label>
      <input
        id={id}
        type="month"
        className={styles.control}
        min="2000-01"
        max="2099-12"
        placeholder="2027-01"
        value={shown}
        aria-invalid={!isGood}
        aria-describedby={`${id}-fault`}
        onChange={(event) => {
          const typed = event.currentTarget.value;
          setText(typed);
          if (/^20\d\d-(0[1-9]|1[0-2])$/.test(typed))
            onChange({ kind: "put", place: { kind: "startMonth" }, value: typed });
        }}
        onBlur={() => isGood && setText(null)}
      />
      <FieldFault id={id} fault={isGood ? null : "The first month must be from 2000-01 to 2099-12, such as 2027-01."} />
    </div>
  );
}

const monthsOfYear = Array.from({ length: 12 }, (_, index) => index + 1);

/** When the fiscal year begins, and what that makes of the years of the model. */
function FiscalYear({ draft: { startMonth, fiscalYearStart }, readOnly, onChange }: CurrencySettingsProps) {
  const id = useId();
  const calendar = { startMonth, fiscalYearStart };
  const [first, last] = [startMonth, dateOf(startMonth, 12).slice(0, 7)].map(formatMonth);
  const years = fiscalYears(calendar, 1, 12);
  return (
    <div className={styles.row}>
      {readOnly ? (
        <p className={styles.said}>The fiscal year begins in {monthName(fiscalYearStart)}.</p>
      ) : (
        <>
          <label htmlFor={id}>First month of the fiscal year</label>
          <select
            id={id}
            className={styles.control}
            value={fiscalYearStart}
            aria-describedby={`${id}-said`}
            onChange={(event) =>
              onChange({ kind: "put", place: { kind: "fiscalYearStart" }, value: Number(event.currentTarget.value) })
            }
          >
            <Options of={monthsOfYear} name={monthName} />
          </select>
        </>
      )}
      <p id={`${id}-said`} className={styles.said}>
        {isAligned(calendar)
          ? `Year 1, ${first} to ${last}, is ${years}.`
          : `Year 1, ${first} to ${last}, lies in ${years}. Figures are summed by year of the model: they are those of fiscal years where month 1 is in ${monthName(fiscalYearStart)}.`}
      </p>
    </div>
  );
}
