"use client";

import { useMemo, useState } from "react";
import { RowForm } from "@/app/_components/inputs/rows/row-form";
import { Dialog } from "@/app/_components/ui/page/dialog";
import type { OrganisationLine, StatedMoney } from "@/lib/draft/figures/organisation-figure";
import { isSameValue } from "@/lib/draft/same-value";
import { declaredAt } from "@/lib/model/currency";
import type { LineRow, LineTable } from "@/lib/model/rows/line-tables";
import { rowNames } from "@/lib/model/rows/table-names";
import { rowName } from "@/lib/value/rows/row-words";

interface LineDialogProps {
  table: LineTable;
  /** Null for a new one. */
  line: OrganisationLine | null;
  money: StatedMoney;
  onSave: (row: LineRow) => void;
  onClose: () => void;
}

/** The form of a line. A new one is saved when it is added, one that exists when the form is left with something changed. */
export default function LineDialog({ table, line, money, onSave, onClose }: LineDialogProps) {
  const [typed, setTyped] = useState<LineRow | null>(null);
  const context = useMemo(
    () => ({ currency: money.currency, declared: declaredAt(money.currencyRate) }),
    [money.currency, money.currencyRate],
  );
  const row = line?.content.row ?? null;
  const title = row === null ? `New ${rowNames[table].toLowerCase()}` : `${rowNames[table]} ${rowName(row)}`;
  return (
    <Dialog size="xl" title={title} closeLabel="Close without saving" onClose={onClose}>
      <RowForm
        table={table}
        title={title}
        row={row}
        context={context}
        onGood={(good) => (row === null ? onSave(good as LineRow) : setTyped(good as LineRow))}
        onClose={() => {
          if (row !== null && typed !== null && !isSameValue(typed, row)) onSave(typed);
          onClose();
        }}
      />
    </Dialog>
  );
}
