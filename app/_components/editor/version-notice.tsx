"use client";

import { Button, Group } from "@mantine/core";
import { useMemo } from "react";
import { newestKnown } from "@/app/_components/document/saving/newest-known";
import { thenAndNow } from "@/app/_components/document/then-and-now";
import { Notice } from "@/app/_components/ui/notice";
import type { CostModelFull, ModelDraft, MoveOutcome } from "@/lib/draft/model";
import { modelVersion } from "@/lib/model/version";
import { MoveChoice } from "./move-choice";
import { AnswersThenAndNow, CostsThenAndNow, DefaultsThenAndNow } from "./then-and-now-tables";
import { useStays } from "./use-stays";
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
        <AnswersThenAndNow version={version} compared={compared} answerThen={model.answerThen} />
        <div className={styles.tables}>
          <CostsThenAndNow version={version} compared={compared} currency={draft.currency} />
          <DefaultsThenAndNow version={version} compared={compared} />
        </div>
        {model.canEdit ? (
          <MoveChoice
            isSaved={isSaved}
            move={() => move(model.id, { revision: newestKnown(model).revision, to: modelVersion })}
          >
            <Button size="compact-sm" variant="default" onClick={() => setSmall(true)}>
              Stay with version {version}
            </Button>
          </MoveChoice>
        ) : null}
      </Notice>
    </div>
  );
}
