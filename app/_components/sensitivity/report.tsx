import { memo } from "react";
import { ChangedInputsTable, OwnLinesTable } from "@/app/_components/results/changed-inputs-table";
import { LocalTime } from "@/app/_components/ui/local-time";
import { Section } from "@/app/_components/ui/page/section";
import type { CostModelFull, ModelDraft } from "@/lib/draft/model";
import { changedKeys } from "@/lib/model/changed-keys";
import { type Inputs, inputList } from "@/lib/model/inputs";
import type { TemplateBases } from "@/lib/model/templates/declaration";
import { modelVersion } from "@/lib/model/version";
import { formatMonth, monthName } from "@/lib/value/calendar";
import { formatNumber } from "@/lib/value/format";
import styles from "./report.module.css";

/** The head of the printed report: the model, its organisation and the date. */
export function ReportHead({ model, draft }: { model: CostModelFull; draft: ModelDraft }) {
  return (
    <div className={styles.head}>
      <p className={styles.name}>{draft.name}</p>
      <p className={styles.about}>
        {model.organisationName}. Service from {formatMonth(draft.startMonth)}; fiscal year from{" "}
        {monthName(draft.fiscalYearStart)}; amounts in {draft.currency}; saved{" "}
        <LocalTime at={model.changedAt} isWhole />.
      </p>
      {draft.description === "" ? null : <p>{draft.description}</p>}
    </div>
  );
}

interface ReportEndProps {
  /** The version of formulas and defaults that the model keeps to. */
  version: number;
  draft: ModelDraft;
  /** The template's figures, in the model's currency. */
  starting: Partial<Inputs>;
  bases: TemplateBases;
}

/** The end of the printed report: the figures that differ from the defaults, and the version of the formulas. */
export const ReportEnd = memo(function ReportEnd({ version, draft, starting, bases }: ReportEndProps) {
  const changed = changedKeys(draft).length;
  return (
    <div className={styles.end}>
      <Section title="Inputs that differ from the defaults" unit={`${formatNumber(changed)} of ${inputList.length}`}>
        {changed === 0 ? (
          <p>None: every input has its default.</p>
        ) : (
          <ChangedInputsTable draft={draft} starting={starting} bases={bases} />
        )}
      </Section>
      {draft.customLines.length === 0 ? null : (
        <Section title="Own lines" unit={draft.currency}>
          <OwnLinesTable lines={draft.customLines} currency={draft.currency} />
        </Section>
      )}
      <p className={styles.version}>
        {version === modelVersion
          ? `Worked out by version ${modelVersion} of the formulas and defaults of Peerbalance.`
          : `Worked out by version ${modelVersion} of the formulas of Peerbalance, with the defaults of version ${version}.`}
      </p>
    </div>
  );
});
