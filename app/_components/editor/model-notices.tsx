import { ConflictNotice } from "@/app/_components/document/conflict-notice";
import { NotSavedNotice } from "@/app/_components/document/saving/not-saved-notice";
import { AccessNotice } from "@/app/_components/live/access-notice";
import type { ModelActions } from "@/app/_components/shell/model-menu";
import { Notice } from "@/app/_components/ui/notice";
import { ReadOnlyNotice } from "./read-only-notice";
import type { OpenedModel } from "./use-open-model";

interface ModelNoticesProps {
  open: OpenedModel;
  actions: ModelActions;
  /** Why the figures have no result, and what then stands on the page. */
  problem: string | null;
}

/** What keeps a model from being edited, saved or worked out. */
export function ModelNotices({ open, actions, problem }: ModelNoticesProps) {
  const { loaded, opened, state, saving, now, model } = open;
  const { draft } = state;
  return (
    <>
      <AccessNotice
        ended={now.ended}
        paused={now.paused}
        unsaved={saving.kind === "ended" && saving.isUnsaved ? [{ ...draft, templateKey: model.templateKey }] : []}
      />
      {now.ended === "gone" ? null : (
        <ReadOnlyNotice
          model={model}
          couldEdit={loaded.canEdit}
          saveCopy={actions.duplicate}
          unarchive={actions.unarchive}
        />
      )}
      {saving.kind === "refused" ? (
        <NotSavedNotice message={saving.message} mine={draft} templateKey={model.templateKey} onRetry={opened.retry} />
      ) : null}
      <ConflictNotice
        conflicts={state.conflicts}
        currency={draft.currency}
        onKeepMine={(place) => opened.change({ kind: "keepMine", place })}
        onTakeTheirs={(place) => opened.change({ kind: "takeTheirs", place })}
      />
      {problem === null ? null : (
        <Notice tone="wrong" title="These inputs have no result">
          <p>{problem}</p>
        </Notice>
      )}
    </>
  );
}
