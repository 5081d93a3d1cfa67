"use client";

import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { ModelChange } from "@/app/_components/document/model-kind";
import { Section } from "@/app/_components/ui/page/section";
import type { MatchedKey, ServiceMatch, Target } from "@/lib/analysis/match-service-levels";
import type { TrialResult } from "@/lib/analysis/sensitivity/trial";
import { type Architecture, architectureNames } from "@/lib/model/architectures";
import { type Inputs, input } from "@/lib/model/inputs";
import type { ModelResult } from "@/lib/model/result";
import { wordList } from "@/lib/text/word-list";
import { formatMoney, formatNumber } from "@/lib/value/format";
import { spoken, verb } from "@/lib/value/spoken";
import type { SingleInputs } from "./use-sensitivity";
import styles from "./verdict.module.css";

interface MatchServiceProps {
  matched: SingleInputs["matched"];
  inputs: Inputs;
  result: ModelResult;
  currency: string;
  readOnly: boolean;
  onChange: (change: ModelChange) => void;
  /** The table of the service. */
  children: ReactNode;
}

const targetNames: Record<Target, string> = {
  availability: "availability",
  annualLoss: "the yearly chance of losing an object",
};

/** The service levels, and an offer to match them with the fewest spares, sites and pieces that meet the targets. */
export function MatchService(props: MatchServiceProps) {
  const { matched, inputs, result, currency, readOnly, onChange, children } = props;
  /** The inputs for which it was asked: a proposal holds for these. */
  const [askedFor, setAskedFor] = useState<Inputs | null>(null);
  const isOpen = askedFor === inputs;
  const hasChanges = matched !== null && matched !== undefined && Object.keys(matched.changes).length > 0;
  return (
    <Section
      title="Service"
      anchor="service"
      unit="each against its target"
      action={
        <Button
          size="xs"
          variant="default"
          onClick={() => setAskedFor(inputs)}
          loading={isOpen && matched === undefined}
        >
          Match service levels
        </Button>
      }
    >
      <div aria-live="polite">
        {isOpen && matched !== undefined ? (
          <div className={styles.proposal}>
            {matched === null ? (
              <p>These figures have no result whose service levels could be matched. Change an input.</p>
            ) : (
              <Proposal matched={matched} inputs={inputs} result={result} currency={currency} />
            )}
            <div className={styles.choices}>
              {hasChanges && !readOnly ? (
                <Button size="xs" onClick={() => onChange({ kind: "set", values: matched.changes })}>
                  Apply these changes
                </Button>
              ) : null}
              <Button size="xs" variant="default" onClick={() => setAskedFor(null)}>
                Close
              </Button>
            </div>
          </div>
        ) : null}
      </div>
      {children}
    </Section>
  );
}
function Proposal(props: { matched: ServiceMatch; inputs: Inputs; result: ModelResult; currency: string }) {
  const { matched, inputs, result, currency } = props;
  const changes = Object.entries(matched.changes) as [MatchedKey, number][];
  const costs = matched.reached
    .filter((name) => result.architectures[name].total !== matched.result.architectures[name].total)
    .map((name) => costWords(name, result, matched.result, currency));
  return (
    <>
      {changes.length === 0 ? (
        <p>Every architecture that can meet its targets already does so with the fewest spares, sites and pieces.</p>
      ) : (
        <>
          <p>The fewest spares, sites and pieces with which each architecture that can meets its targets:</p>
          <ul>
            {changes.map(([key, value]) => (
              <li key={key}>
                {input[key].label}: {formatNumber(inputs[key])} → {formatNumber(value)}
              </li>
            ))}
          </ul>
        </>
      )}
      {costs.length > 0 ? <p>Over the horizon {costs.join("; ")}.</p> : null}
      {matched.unreached.map(({ architecture, misses }) => (
        <p key={architecture}>{unreachedWords(architecture, misses)}</p>
      ))}
    </>
  );
}

function costWords(name: Architecture, before: TrialResult, after: TrialResult, currency: string): string {
  const change = after.architectures[name].total - before.architectures[name].total;
  const cost = spoken[name].isPlural ? "cost" : "costs";
  return `${spoken[name].within} ${cost} ${formatMoney(Math.abs(change), currency)} ${change > 0 ? "more" : "less"}`;
}

function unreachedWords(name: Architecture, misses: readonly Target[]): string {
  if (name === "cloud") {
    return "The provider sets the cloud’s service levels: spares, sites and pieces do not change them.";
  }
  const what = wordList(misses.map((target) => targetNames[target]));
  return what === ""
    ? `${verb(name, "misses", "miss")} a target at the setting that suits the others: ${architectureNames[name].toLowerCase()} would need more.`
    : `No number of spares, sites or pieces brings ${spoken[name].within} to the target for ${what}.`;
}
