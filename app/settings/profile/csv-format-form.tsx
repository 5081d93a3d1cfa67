"use client";

import account from "@/app/_components/account/account.module.css";
import { FormEnd } from "@/app/_components/account/form-end";
import { useAction } from "@/app/_components/ui/action/use-action";
import { SelectField } from "@/app/_components/ui/fields/written-fields";
import type { Outcome } from "@/lib/outcome";
import type { CsvFormat } from "@/lib/value/csv-format";

interface CsvFormatFormProps {
  format: CsvFormat;
  save: (format: CsvFormat) => Promise<Outcome>;
}

const separators = [
  { value: "comma", label: "Comma" },
  { value: "semicolon", label: "Semicolon" },
  { value: "tab", label: "Tab" },
];

const decimals = [
  { value: "point", label: "Point: 1234.5" },
  { value: "comma", label: "Comma: 1234,5" },
];

/** Asks how the CSV files are written that this person downloads from pages. */
export function CsvFormatForm({ format, save }: CsvFormatFormProps) {
  const { form, button, faultOf, isDone } = useAction({
    send: (field) => save({ separator: field("separator"), decimal: field("decimal") } as CsvFormat),
  });
  return (
    <form {...form} className={account.form}>
      <div className={account.stack}>
        <SelectField
          label="Between cells"
          description="Of the files that you download from pages. Each of these is read again by an import."
          name="separator"
          defaultValue={format.separator}
          choices={separators}
        />
        <SelectField label="Before decimals" name="decimal" defaultValue={format.decimal} choices={decimals} />
        <FormEnd fault={faultOf("form")} button={button} isQuiet done={isDone && "Saved."}>
          Save the format
        </FormEnd>
      </div>
    </form>
  );
}
