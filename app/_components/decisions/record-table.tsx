"use client";

import { useState } from "react";
import explained from "@/app/_components/breakdown/explanation-drawer.module.css";
import { ExplanationPanel } from "@/app/_components/breakdown/explanation-panel";
import { QuantityExplanation } from "@/app/_components/breakdown/quantity-explanation";
import cards from "@/app/_components/ui/card-table.module.css";
import { FigureButton } from "@/app/_components/ui/figure-button";
import { DisabledUntilHydrated } from "@/app/_components/ui/hydration/disabled-until-hydrated";
import { Scroller } from "@/app/_components/ui/page/scroller";
import { TableHead } from "@/app/_components/ui/records/table-head";
import type { FrozenFigures } from "@/lib/decision/frozen-figures";
import type { Block } from "@/lib/export/report/blocks";
import styles from "./record.module.css";

interface RecordTableProps {
  table: Extract<Block, { kind: "table" }>;
  frozen: FrozenFigures | null;
}

interface Asked {
  readonly title: string;
  readonly text: string;
  readonly quantity: string;
  /** Where the focus belongs afterwards. */
  readonly by: HTMLElement;
}

/** A table of a record; a result opens what it was made of, by the inputs as they were frozen. */
export function RecordTable({ table: { summary, corner, columns, rows }, frozen }: RecordTableProps) {
  const [asked, setAsked] = useState<Asked | null>(null);
  return (
    <>
      <DisabledUntilHydrated>
        <Scroller label={summary}>
          <table className={`${styles.figures} ${cards.cards}`}>
            <TableHead names={[corner, ...columns.map(({ title }) => title)]} />
            <tbody>
              {rows.map(({ head, note, cells, quantities, isChosen, isTotal }) => (
                <tr key={head} data-strong={isChosen || isTotal || undefined}>
                  <th scope="row">
                    {head}
                    {note === undefined ? null : <small className={styles.note}>{note}</small>}
                  </th>
                  {columns.map(({ title }, place) => {
                    const [text, quantity] = [cells[place] ?? "", quantities?.[place]];
                    return (
                      <td key={title} data-label={title}>
                        {frozen && quantity ? (
                          <FigureButton
                            text={text}
                            onAsk={(by) => setAsked({ title: `${title}, ${head.toLowerCase()}`, text, quantity, by })}
                          />
                        ) : (
                          text
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroller>
      </DisabledUntilHydrated>
      <ExplanationPanel
        isOpen={asked !== null}
        title={asked?.title ?? ""}
        onClose={() => {
          setAsked(null);
          asked?.by.focus();
        }}
      >
        {frozen && asked ? (
          <div key={asked.quantity} className={explained.explanation}>
            <p>
              <strong>{asked.text}</strong>, by the inputs as they were frozen; links lead to the inputs of today.
            </p>
            <QuantityExplanation
              model={{
                ...frozen.rows,
                id: frozen.modelId,
                currency: frozen.currency,
                currencyRate: frozen.currencyRate,
              }}
              scenario={undefined}
              inputs={frozen.inputs}
              quantity={asked.quantity}
              month={0}
            />
          </div>
        ) : null}
      </ExplanationPanel>
    </>
  );
}
