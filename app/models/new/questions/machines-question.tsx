"use client";

import dynamic from "next/dynamic";
import { useRef, useState } from "react";
import type { ModelChange, ModelState } from "@/app/_components/document/model-kind";
import { newRowId } from "@/app/_components/document/new-row-id";
import fields from "@/app/_components/inputs/fields.module.css";
import type { RowOf } from "@/app/_components/inputs/rows/row-text";
import { RegisterGrid } from "@/app/_components/rows/machines/register-grid";
import { RegisterWaits } from "@/app/_components/rows/machines/register-waits";
import { registerWaits } from "@/lib/analysis/rows/register-facts";
import { rowPlace } from "@/lib/draft/place";
import type { Inputs } from "@/lib/model/inputs";
import type { RowTable } from "@/lib/model/rows/own-rows";
import { rowsInDollars } from "@/lib/schemas/rows/row-schema";
import styles from "./questions.module.css";

const ImportRows = dynamic(() => import("@/app/_components/rows/import-rows"), { ssr: false });

interface MachinesQuestionProps {
  state: ModelState;
  inputs: Inputs;
  onChange: (change: ModelChange) => void;
}

/** The machines that stand, typed or pasted. */
export function MachinesQuestion({ state: { draft }, inputs, onChange }: MachinesQuestionProps) {
  const [isPasting, setPasting] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <RegisterGrid rows={draft.register} context={rowsInDollars} readOnly={false} onChange={onChange} />
      <p className={styles.actions}>
        <button ref={button} type="button" className={fields.action} onClick={() => setPasting(true)}>
          Paste from a spreadsheet, or choose a CSV file
        </button>
      </p>
      {registerWaits(inputs, draft) ? <RegisterWaits readOnly={false} onChange={onChange} /> : null}
      {isPasting ? (
        <ImportRows
          table="register"
          present={draft.register.length}
          context={rowsInDollars}
          startMonth={draft.startMonth}
          inputs={inputs}
          onAdd={(added: readonly RowOf<RowTable>[]) =>
            onChange({
              kind: "rows",
              label: "imported machines",
              rows: added.map(({ id: _, ...row }) => ({ place: rowPlace("register", { id: newRowId() }), value: row })),
            })
          }
          onClose={() => {
            setPasting(false);
            button.current?.focus();
          }}
        />
      ) : null}
    </>
  );
}
