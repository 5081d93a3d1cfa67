"use client";

import { Fragment, useState } from "react";
import cards from "@/app/_components/ui/card-table.module.css";
import { FigureButton } from "@/app/_components/ui/figure-button";
import figures from "@/app/_components/ui/figure-table.module.css";
import { TableHead } from "@/app/_components/ui/records/table-head";
import {
  type ComparedCriterion,
  type Comparison,
  type ComparisonSettings,
  type LevelsByArchitecture,
  levelOf,
} from "@/lib/analysis/objectives/comparison";
import { endsFault } from "@/lib/analysis/objectives/ends";
import { scaled, swingAt } from "@/lib/analysis/objectives/exchange";
import { flipWords, levelText, rateWords } from "@/lib/analysis/objectives/objective-words";
import { architectureNames, architectures } from "@/lib/model/architectures";
import { formatPercent } from "@/lib/value/format";
import styles from "./decision.module.css";
import type { AskedLevel } from "./level-explanation";
import { NumberCell } from "./number-cell";
import objectives from "./objectives.module.css";
import { OwnCriterionFields } from "./own-criterion";

interface CriteriaTableProps {
  comparison: Comparison;
  settings: ComparisonSettings;
  levels: LevelsByArchitecture;
  currency: string;
  /** Whether weights may be tried and stated; ends, levels and prices may be too. */
  canWeigh: boolean;
  canEdit: boolean;
  onChange: (settings: ComparisonSettings) => void;
  /** Takes out a criterion of the team's own. */
  onRemove: (key: string) => void;
  /** Asks what a level is made of. @param by where the focus belongs afterwards */
  onAsk: (asked: AskedLevel, by: HTMLElement) => void;
}

const swingFault = (swing: number) => (swing < 0 || swing > 100 ? "Between 0 and 100." : null);

/** The table behind the scores: what each criterion weighs, what that prices, its ends, and every level. */
export function CriteriaTable(props: CriteriaTableProps) {
  const { comparison, settings, levels, currency, canWeigh, canEdit, onChange, onRemove, onAsk } = props;
  const [openKey, setOpenKey] = useState<string | null>(null);
  const cost = comparison.criteria.find(({ criterion }) => criterion.key === "cost");

  function price(of: ComparedCriterion, rate: number) {
    if (cost === undefined) return;
    const all = comparison.criteria.map((each) => (each === of ? swingAt(rate, of, cost) : each.swing));
    const swings = Math.max(...all) > 100 ? scaled(all) : all;
    onChange({
      ...settings,
      swings: Object.fromEntries(comparison.criteria.map(({ criterion }, k) => [criterion.key, swings[k] as number])),
    });
  }

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keyboard where it is wider than the page.
    <section className={objectives.scroll} tabIndex={0} aria-label="Table of criteria">
      <table className={`${figures.table} ${cards.cards} ${objectives.table}`}>
        <TableHead
          names={[
            "Criterion",
            <Fragment key="weight">
              <span className={objectives.question}>How much does it matter to go from worst to best? </span>0 to 100,
              the most important 100
            </Fragment>,
            "Share of the weight",
            `What a unit is worth, ${currency}`,
            "Worst",
            "Best",
            ...architectures.map((architecture) => architectureNames[architecture]),
            "First place changes at",
          ]}
        />
        <tbody>
          {comparison.criteria.map((of) => {
            const { criterion, ends, swing, weight, rate } = of;
            const { key, name, kind } = criterion;
            const setEnds = (part: Partial<typeof ends>) =>
              onChange({
                ...settings,
                criteria: settings.criteria.map((each) => (each.key === key ? { ...each, ...part } : each)),
              });
            const isPriced = key !== "cost" && rate !== null;
            return [
              <tr key={key}>
                <th scope="row">
                  {name}
                  <small>{criterion.about}</small>
                  {kind === "judged" ? (
                    <button
                      type="button"
                      className={styles.stop}
                      aria-expanded={openKey === key}
                      onClick={() => setOpenKey(openKey === key ? null : key)}
                    >
                      Levels and reasons
                    </button>
                  ) : null}
                </th>
                <td data-label="Weight, 0 to 100">
                  <NumberCell
                    label={`Weight of ${name.toLowerCase()}`}
                    value={swing}
                    faultOf={swingFault}
                    isDisabled={!canWeigh}
                    onChange={(next) => onChange({ ...settings, swings: { ...settings.swings, [key]: next } })}
                  />
                </td>
                <td data-label="Share of the weight">{formatPercent(weight)}</td>
                <td data-label={`What a unit is worth, ${currency}`}>
                  {isPriced ? (
                    <NumberCell
                      label={`What a unit of ${name.toLowerCase()} is worth`}
                      value={rate}
                      faultOf={(next) => (next < 0 ? "0 or more." : null)}
                      isDisabled={!canWeigh}
                      onChange={(next) => price(of, next)}
                    />
                  ) : null}
                  <small>{rateWords(of, currency)}</small>
                </td>
                {(["worst", "best"] as const).map((end) => (
                  <td key={end} data-label={end === "worst" ? "Worst" : "Best"}>
                    <NumberCell
                      label={`${end === "worst" ? "Worst" : "Best"} of ${name.toLowerCase()}`}
                      value={ends[end]}
                      faultOf={(next) => endsFault(criterion, { ...ends, [end]: next })}
                      isDisabled={!canEdit}
                      onChange={(next) => setEnds({ [end]: next })}
                    />
                  </td>
                ))}
                {architectures.map((a) => (
                  <td key={a} data-label={architectureNames[a]}>
                    <FigureButton
                      text={levelText(criterion, levelOf(key, a, levels, settings).level, currency)}
                      onAsk={(by) => onAsk({ criterion, architecture: a }, by)}
                    />
                  </td>
                ))}
                <td data-label="First place changes at">{flipWords(of)}</td>
              </tr>,
              openKey === key ? (
                <tr key={`${key} levels`}>
                  <td colSpan={7 + architectures.length} className={cards.wide}>
                    <JudgedEditor of={of} settings={settings} levels={levels} canEdit={canEdit} onChange={onChange} />
                    {canEdit && settings.own.some((own) => own.key === key) ? (
                      <OwnCriterionFields
                        of={key}
                        settings={settings}
                        onChange={onChange}
                        onRemove={() => onRemove(key)}
                      />
                    ) : null}
                  </td>
                </tr>
              ) : null,
            ];
          })}
        </tbody>
      </table>
    </section>
  );
}

interface JudgedEditorProps {
  of: ComparedCriterion;
  settings: ComparisonSettings;
  levels: LevelsByArchitecture;
  canEdit: boolean;
  onChange: (settings: ComparisonSettings) => void;
}

/** The judged levels of one criterion, each with its reason. */
function JudgedEditor({ of: { criterion }, settings, levels, canEdit, onChange }: JudgedEditorProps) {
  const { key, name } = criterion;
  return (
    <div className={objectives.editor}>
      {architectures.map((a) => {
        const { level, reason } = levelOf(key, a, levels, settings);
        const set = (part: { level?: number; reason?: string }) =>
          onChange({
            ...settings,
            levels: {
              ...settings.levels,
              [key]: { ...settings.levels[key], [a]: { level: level ?? 0, reason, ...part } },
            },
          });
        const who = architectureNames[a].toLowerCase();
        return (
          <label key={a}>
            <span>{architectureNames[a]}</span>
            <NumberCell
              label={`${name}, level of ${who}`}
              value={level ?? 0}
              faultOf={(next) => (next < 0 || next > 10 ? "Between 0 and 10." : null)}
              isDisabled={!canEdit}
              onChange={(next) => set({ level: next })}
            />
            <input
              className={objectives.reason}
              aria-label={`${name}, reason for ${who}`}
              value={reason}
              maxLength={500}
              readOnly={!canEdit}
              onChange={({ currentTarget }) => set({ reason: currentTarget.value })}
            />
          </label>
        );
      })}
    </div>
  );
}
