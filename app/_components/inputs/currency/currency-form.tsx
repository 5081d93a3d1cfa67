"use client";

import { useId, useState } from "react";
import { type ModelChange, relabelled } from "@/app/_components/document/model-kind";
import fields from "@/app/_components/inputs/fields.module.css";
import { FigureInput } from "@/app/_components/ui/fields/figure-input";
import type { StatedMoney } from "@/lib/draft/figures/organisation-figure";
import type { ModelDraft } from "@/lib/draft/model";
import { relabelledNotes } from "@/lib/draft/relabelled-notes";
import { convertInputs, convertRanges, declaredCurrency } from "@/lib/model/currency";
import { currencyChange } from "@/lib/schemas/currency-change";
import { localDay } from "@/lib/value/calendar";
import { currencyCodes, currencyName } from "@/lib/value/currencies";
import { formatNumber } from "@/lib/value/format";
import { parseAmount } from "@/lib/value/parse-number";
import { FieldFault } from "../frame/field-fault";
import styles from "./currency-settings.module.css";

const usual = ["USD", "EUR", "GBP", "CHF", "JPY", "CNY", "INR", "BRL", "CAD", "AUD", "SEK", "NOK", "DKK", "PLN", "CZK"];

/** The form opens with the focus in its first field; called once, as it appears. */
const focus = (field: HTMLSelectElement | null) => field?.focus();

export interface CurrencySettingsProps {
  draft: ModelDraft;
  version: number;
  readOnly: boolean;
  onChange: (change: ModelChange) => void;
}

/** Another currency, or another rate to the dollar, for a model. */
const convertedNotes = ({ notes, currencyRate }: ModelDraft, to: StatedMoney) =>
  convertRanges(notes, currencyRate, to.currencyRate);

export default function CurrencyForm({ draft, onChange, onClose }: CurrencySettingsProps & { onClose: () => void }) {
  const id = useId();
  const [currency, setCurrency] = useState(draft.currency);
  const [rateText, setRateText] = useState(formatNumber(draft.currencyRate));
  const [day, setDay] = useState(draft.currencyRateDate ?? localDay(new Date()));
  const [faults, setFaults] = useState<{ rate?: string; day?: string; form?: string }>({});
  const isDollar = currency === declaredCurrency;
  const isNew = currency !== draft.currency;
  // A model may have a currency that is no longer in use, and keeps it until another is chosen.
  const others = [...new Set([...currencyCodes, draft.currency])].filter((code) => !usual.includes(code)).sort();

  function take(isConverted: boolean) {
    const rate = isDollar ? 1 : parseAmount(rateText);
    const inputs = isConverted && rate !== null ? convertInputs(draft.inputs, draft.currencyRate, rate) : draft.inputs;
    const notes = (isConverted ? convertedNotes : relabelledNotes)(draft, {
      currency,
      currencyRate: rate ?? draft.currencyRate,
    });
    const checked = currencyChange({ currency, rate, rateText, day, inputs, notes });
    if (!checked.ok) {
      setFaults(checked.faults);
      return;
    }
    const part = { currency, currencyRate: checked.rate, currencyRateDate: checked.rateDate };
    onChange(
      isConverted
        ? { kind: "put", place: { kind: "currency" }, value: part }
        : { kind: "relabel", relabel: (model) => relabelled(model, part) },
    );
    onClose();
  }

  return (
    <fieldset className={styles.form} aria-label="Change of the currency" data-own-undo>
      <div className={styles.row}>
        <label htmlFor={`${id}-currency`}>Currency</label>
        <select
          id={`${id}-currency`}
          ref={focus}
          className={styles.control}
          value={currency}
          onChange={(event) => {
            setCurrency(event.currentTarget.value);
            setRateText(event.currentTarget.value === draft.currency ? formatNumber(draft.currencyRate) : "");
            setFaults({});
          }}
        >
          {[usual, others].map((part) => (
            <optgroup key={part[0]} label={part === usual ? "Often used" : "All others"}>
              {part.map((code) => (
                <option key={code} value={code}>
                  {code} – {currencyName(code)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      {isDollar ? null : (
        <>
          <div className={styles.row}>
            <label htmlFor={`${id}-rate`}>One US dollar in {currency}</label>
            <FigureInput
              id={`${id}-rate`}
              className={styles.control}
              mayBeNegative={false}
              value={rateText}
              aria-invalid={faults.rate !== undefined}
              aria-describedby={`${id}-rate-fault`}
              onChange={(event) => setRateText(event.currentTarget.value)}
            />
            <FieldFault id={`${id}-rate`} fault={faults.rate} />
          </div>
          <div className={styles.row}>
            <label htmlFor={`${id}-day`}>Day of this rate</label>
            <input
              id={`${id}-day`}
              type="date"
              className={styles.control}
              value={day}
              aria-invalid={faults.day !== undefined}
              aria-describedby={`${id}-day-fault`}
              onChange={(event) => setDay(event.currentTarget.value)}
            />
            <FieldFault id={`${id}-day`} fault={faults.day} />
          </div>
        </>
      )}
      <p className={styles.said}>
        {isNew
          ? `Untouched defaults follow the rate. What becomes of the money that was typed in ${draft.currency}, here and in scenarios?`
          : "Untouched defaults follow the rate; money that was typed, here and in scenarios, stays as it is."}
      </p>
      <p className={fields.fault} role={faults.form ? "alert" : undefined}>
        {faults.form}
      </p>
      <div className={styles.buttons}>
        {isNew ? (
          <>
            <button type="button" className={styles.button} onClick={() => take(true)}>
              Convert it to {currency}
            </button>
            <button type="button" className={styles.button} onClick={() => take(false)}>
              Keep the figures, call them {currency}
            </button>
          </>
        ) : (
          <button type="button" className={styles.button} disabled={isDollar} onClick={() => take(false)}>
            Use this rate
          </button>
        )}
        <button type="button" className={fields.action} onClick={onClose}>
          Cancel
        </button>
      </div>
    </fieldset>
  );
}
