"use client";

import { Button, Group } from "@mantine/core";
import { type ReactNode, useLayoutEffect, useMemo, useState } from "react";
import { ArchitectureName } from "@/app/_components/charts/architecture-name";
import { DifferencesTable } from "@/app/_components/document/differences-table";
import { newestKnown } from "@/app/_components/document/saving/newest-known";
import { type ThenAndNow, thenAndNow } from "@/app/_components/document/then-and-now";
import { difference } from "@/app/_components/scenarios/costs-table";
import figures from "@/app/_components/ui/figure-table.module.css";
import { Notice } from "@/app/_components/ui/notice";
import lists from "@/app/_components/ui/page/answers-list.module.css";
import { Scroller } from "@/app/_components/ui/page/scroller";
import { TableHead } from "@/app/_components/ui/records/table-head";
import { useAction } from "@/app/_components/ui/use-action";
import type { CostModelFull, ModelDraft, MoveOutcome } from "@/lib/draft/model";
import { architectures } from "@/lib/model/architectures";
import { modelVersion } from "@/lib/model/version";
import { formatExact } from "@/lib/value/format";
import { inReadersMarks } from "@/lib/value/number-marks";
import styles from "./version-notice.module.css";

export type MoveModel = (id: string, input: { revision: number; to: number }) => Promise<MoveOutcome>;

interface VersionNoticeProps {
  /** Of an earlier version than the present one. */
  model: CostModelFull;
  draft: ModelDraft;
  /** Whether everything typed is saved: the stored model is moved. */
  isSaved: boolean;
  move: MoveModel;
}

/** That a model keeps to an earlier version of formulas and defaults, and what the present one would show instead. */
export default function VersionNotice({ model, draft, isSaved, move }: VersionNoticeProps) {
  const [isSmall, setSmall] = useStays(model.id);
  const compared = useMemo(() => thenAndNow(draft, model.released ?? []), [draft, model.released]);
  const version = model.modelVersion;
  if (compared.differences.length === 0 && model.answerThen === undefined) return null;
  if (isSmall) {
    return (
      <div className={styles.onScreen}>
        <Notice tone="plain">
          <Group gap="sm">
            <p>Stays with version {version} of the formulas and defaults.</p>
            <Button size="compact-sm" variant="default" onClick={() => setSmall(false)}>
              Compare with version {modelVersion}
            </Button>
          </Group>
        </Notice>
      </div>
    );
  }
  return (
    <div className={styles.onScreen}>
      <Notice tone="plain" title={`This model keeps to version ${version} of the formulas and defaults`}>
        <p>
          Version {modelVersion} would show something else.{" "}
          {model.canEdit
            ? "Nothing changes until you move the model; its history keeps what stands now, and can bring it back."
            : "Nothing changes until an editor of the model moves it."}
        </p>
        <Answers version={version} compared={compared} answerThen={model.answerThen} />
        <div className={styles.tables}>
          <Costs version={version} compared={compared} currency={draft.currency} />
          <Defaults version={version} compared={compared} />
        </div>
        {model.canEdit ? (
          <Choice
            isSaved={isSaved}
            move={() => move(model.id, { revision: newestKnown(model).revision, to: modelVersion })}
          >
            <Button size="compact-sm" variant="default" onClick={() => setSmall(true)}>
              Stay with version {version}
            </Button>
          </Choice>
        ) : null}
      </Notice>
    </div>
  );
}

/** Whether the reader chose in this browser to leave the model as it is: the notice is small until the next version. */
function useStays(id: string): [boolean, (stays: boolean) => void] {
  const [stays, setStays] = useState(false);
  const key = `stays ${id} ${modelVersion}`;
  useLayoutEffect(() => {
    try {
      setStays(localStorage.getItem(key) !== null);
    } catch {
      // Where a browser stores nothing, the notice is whole again at the next visit.
    }
  }, [key]);
  function tell(now: boolean) {
    setStays(now);
    try {
      if (now) localStorage.setItem(key, "");
      else localStorage.removeItem(key);
    } catch {
      // As above.
    }
  }
  return [stays, tell];
}

interface Compared {
  version: number;
  compared: ThenAndNow;
}

function Answers({
  version,
  compared: { earlier, present },
  answerThen,
}: Compared & { answerThen: string | undefined }) {
  return (
    <>
      <dl className={lists.answers}>
        <dt>Version {version}</dt>
        <dd>{earlier.answer}</dd>
        <dt>Version {modelVersion}</dt>
        <dd>{present.answer}</dd>
      </dl>
      {answerThen === undefined ? null : (
        <p>
          When the model was last saved, its answer was: “{inReadersMarks(answerThen)}” The difference comes from
          formulas or wording that have changed since: here version {version} is worked out with its defaults and the
          formulas of version {modelVersion}.
        </p>
      )}
    </>
  );
}

function Costs({ version, compared: { earlier, present }, currency }: Compared & { currency: string }) {
  const months = (present.result ?? earlier.result)?.months.length ?? 1;
  return (
    <div>
      <p className={styles.caption}>
        Total cost over {months - 1} months, {currency}
      </p>
      <Scroller label="Total costs then and now">
        <table className={figures.table} aria-label="Total costs then and now">
          <TableHead names={["Architecture", `Version ${version}`, `Version ${modelVersion}`, "Difference"]} />
          <tbody>
            {architectures.map((name) => {
              const [before, after] = [earlier, present].map(({ result }) => result?.architectures[name].total);
              return (
                <tr key={name}>
                  <th scope="row">
                    <ArchitectureName architecture={name} />
                  </th>
                  <td>{formatExact(before, currency)}</td>
                  <td>{formatExact(after, currency)}</td>
                  <td>{before === undefined || after === undefined ? "" : difference(after - before, currency)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroller>
    </div>
  );
}

function Defaults({ version, compared: { differences } }: Compared) {
  if (differences.length === 0) return null;
  return (
    <div>
      <p className={styles.caption}>Defaults that differ</p>
      <DifferencesTable
        label="Defaults then and now"
        heads={["Input", `Version ${version}`, `Version ${modelVersion}`]}
        differences={differences}
      />
    </div>
  );
}

interface ChoiceProps {
  isSaved: boolean;
  move: () => Promise<MoveOutcome>;
  children: ReactNode;
}

/** Moving takes a confirmation; staying takes none. */
function Choice({ isSaved, move, children }: ChoiceProps) {
  // The whole page depends on the version's defaults: it is loaded again.
  const { run, isPending, fault } = useAction({
    refresh: () => window.location.reload(),
    failed: "The model was not moved",
  });
  return (
    <>
      <Group gap="sm">
        <Button size="compact-sm" disabled={isPending || !isSaved} onClick={() => run(move)}>
          Move to version {modelVersion}
        </Button>
        {children}
      </Group>
      {fault === undefined ? null : <p role="alert">{fault}</p>}
    </>
  );
}
