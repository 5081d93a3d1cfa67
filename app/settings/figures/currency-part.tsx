"use client";

import { Button, Group, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { FormFault } from "@/app/_components/account/form-fault";
import { useAction } from "@/app/_components/ui/action/use-action";
import { FigureTextInput } from "@/app/_components/ui/fields/figure-text-input";
import { Section } from "@/app/_components/ui/page/section";
import type { FigureBook } from "@/lib/draft/figures/organisation-figure";
import { declaredCurrency } from "@/lib/model/currency";
import { refused } from "@/lib/outcome";
import { formatDay } from "@/lib/value/calendar";
import { currencyCodes, currencyName } from "@/lib/value/currencies";
import { formatNumber } from "@/lib/value/format";
import { parseAmount } from "@/lib/value/parse-number";
import type { FigureActions } from "./figure-actions";
import styles from "./figures.module.css";

interface CurrencyPartProps {
  organisationId: string;
  book: FigureBook;
  canEdit: boolean;
  changeCurrency: FigureActions["changeCurrency"];
}

/** In which currency the organisation states money, and what becomes of it in another. */
export function CurrencyPart({ organisationId, book, canEdit, changeCurrency }: CurrencyPartProps) {
  const { currency, currencyRate, currencyRateDate } = book.currency;
  /** The revision that stood when the form was opened; null while it is closed. */
  const [openedOver, setOpenedOver] = useState<number | null>(null);
  const [chosen, setChosen] = useState(currency);
  const isDollar = chosen === declaredCurrency;
  const { form, button, faultOf } = useAction({
    failed: "The currency was not changed",
    send: async (field) => {
      const rate = isDollar ? 1 : parseAmount(field("currencyRate"));
      if (rate === null) return refused("currencyRate", "Type what one US dollar is in the currency, such as 0.92.");
      const next = {
        currency: chosen,
        currencyRate: rate,
        currencyRateDate: isDollar ? null : field("currencyRateDate"),
      };
      const outcome = await changeCurrency(organisationId, { revision: openedOver ?? 0, currency: next });
      if (outcome.ok) setOpenedOver(null);
      return outcome;
    },
  });
  const rateWords =
    currencyRateDate === null
      ? ""
      : `, at ${formatNumber(currencyRate)} ${currency} a dollar on ${formatDay(currencyRateDate)}`;
  const others = book.figures.some(({ content }) => content.currency !== undefined) || book.lines.length > 0;
  return (
    <Section title="Currency" unit={currency}>
      <p className={styles.lead}>
        Money is stated in {currency}
        {rateWords}. A model in the same currency takes it as it stands; a model in another one takes it converted by
        the rates of both to the dollar, and says so.
      </p>
      {!canEdit ? null : openedOver !== null ? (
        <form {...form} className={styles.row}>
          <NativeSelect
            label="Currency"
            value={chosen}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={[...currencyCodes].sort().map((code) => ({ value: code, label: `${code} – ${currencyName(code)}` }))}
          />
          {isDollar ? null : (
            <>
              <FigureTextInput
                label={`One US dollar in ${chosen}`}
                name="currencyRate"
                mayBeNegative={false}
                defaultValue={chosen === currency ? formatNumber(currencyRate) : ""}
                error={faultOf("currencyRate") ?? faultOf("1.currency.currencyRate")}
              />
              <TextInput
                label="Day of this rate"
                name="currencyRateDate"
                type="date"
                defaultValue={currencyRateDate ?? ""}
                error={faultOf("currencyRateDate") ?? faultOf("1.currency.currencyRateDate")}
              />
            </>
          )}
          <div className={styles.wide}>
            {others && chosen !== currency ? (
              <p className={styles.lead}>
                All figures and lines of money are converted to {chosen}, each as a revision of its own. Models change
                nothing.
              </p>
            ) : null}
            <FormFault message={faultOf("form")} />
            <Group gap="sm">
              <Button size="xs" {...button}>
                {others && chosen !== currency ? `Convert to ${chosen}` : "Use this currency"}
              </Button>
              <Button size="xs" variant="default" onClick={() => setOpenedOver(null)}>
                Cancel
              </Button>
            </Group>
          </div>
        </form>
      ) : (
        <div className={styles.actions}>
          <Button size="xs" variant="default" onClick={() => setOpenedOver(book.currencyRevision)}>
            Change the currency
          </Button>
        </div>
      )}
    </Section>
  );
}
