"use client";

import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { ModelChange } from "@/app/_components/document/model-kind";
import { Section } from "@/app/_components/ui/page/section";
import type { Equalised, EqualisedKey, Target } from "@/lib/analysis/equalise";
import { type Architecture, architectureNames } from "@/lib/model/architectures";
import { type Inputs, input } from "@/lib/model/inputs";
import type { ModelResult } from "@/lib/model/result";
import { formatMoney, formatNumber } from "@/lib/value/format";
import { spoken, verb } from "@/lib/value/spoken";
import type { Verdict } from "./use-verdict";
import styles from "./verdict.module.css";

interface EqualiseServiceProps {
  equalise: Verdict["equalise"];
  inputs: Inputs;
  result: ModelResult;
  currency: string;
  readOnly: boolean;
  onChange: (change: ModelChange) => void;
  /** The table of the service. */
  children: ReactNode;
}

type State =
  | { kind: "closed" }
  | { kind: "working"; inputs: Inputs }
  | { kind: "found"; inputs: Inputs; equalised: Equalised | null };

const targetNames: Record<Target, string> = {
  availability: "availability",
  annualLoss: "the yearly chance of losing an object",
};

/** The service levels, and an offer to match them with the fewest spares, sites and pieces that meet the targets. */
export function EqualiseService(props: EqualiseServiceProps) {
  const { equalise, inputs, result, currency, readOnly, onChange, children } = props;
  const [state, setState] = useState<State>({ kind: "closed" });
  // A proposal holds for the figures it was worked out from.
  const current = state.kind === "closed" || state.inputs !== inputs ? null : state;

  async function ask() {
    setState({ kind: "working", inputs });
    const equalised = await equalise();
    setState((now) => (now.kind === "working" && now.inputs === inputs ? { kind: "found", inputs, equalised } : now));
  }

  function apply({ changes }: Equalised) {
    onChange({ kind: "set", values: changes });
    setState({ kind: "closed" });
  }

  return (
    <Section
      title="Service"
      unit="each against its target"
      action={
        <Button size="xs" variant="default" onClick={ask} loading={current?.kind === "working"}>
          Match service levels
        </Button>
      }
    >
      <div aria-live="polite">
        {current?.kind === "found" ? (
          <div className={styles.proposal}>
            {current.equalised === null ? (
              <p>These figures have no result whose service levels could be matched. Change an input.</p>
            ) : (
              <Proposal equalised={current.equalised} inputs={inputs} result={result} currency={currency} />
            )}
            <div className={styles.choices}>
              {current.equalised !== null && Object.keys(current.equalised.changes).length > 0 && !readOnly ? (
                <Button size="xs" onClick={() => current.equalised && apply(current.equalised)}>
                  Apply these changes
                </Button>
              ) : null}
              <Button size="xs" variant="default" onClick={() => setState({ kind: "closed" })}>
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

function Proposal(props: { equalised: Equalised; inputs: Inputs; result: ModelResult; currency: string }) {
  const { equalised, inputs, result, currency } = props;
  const changes = Object.entries(equalised.changes) as [EqualisedKey, number][];
  const costs = equalised.reached
    .filter((name) => result.architectures[name].total !== equalised.result.architectures[name].total)
    .map((name) => costWords(name, result, equalised.result, currency));
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
      {equalised.unreached.map(({ architecture, misses }) => (
        <p key={architecture}>{unreachedWords(architecture, misses)}</p>
      ))}
    </>
  );
}

function costWords(name: Architecture, before: ModelResult, after: ModelResult, currency: string): string {
  const change = after.architectures[name].total - before.architectures[name].total;
  const cost = spoken[name].isPlural ? "cost" : "costs";
  return `${spoken[name].within} ${cost} ${formatMoney(Math.abs(change), currency)} ${change > 0 ? "more" : "less"}`;
}

function unreachedWords(name: Architecture, misses: readonly Target[]): string {
  if (name === "cloud") {
    return "The provider sets the cloud’s service levels: spares, sites and pieces do not change them.";
  }
  const what = misses.map((target) => targetNames[target]).join(" and ");
  return what === ""
    ? `${verb(name, "misses", "miss")} a target at the setting that suits the others: ${architectureNames[name].toLowerCase()} would need more.`
    : `No number of spares, sites or pieces brings ${spoken[name].within} to the target for ${what}.`;
}
