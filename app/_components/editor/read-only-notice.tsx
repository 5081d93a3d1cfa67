import { Link } from "@/app/_components/ui/link";
import { Notice } from "@/app/_components/ui/notice";
import type { CostModelFull } from "@/lib/draft/model";
import type { Outcome } from "@/lib/outcome";
import { routes } from "@/lib/routes";
import { SaveCopyButton } from "./save-copy-button";
import { type Unarchive, UnarchiveButton } from "./unarchive-button";

interface ReadOnlyNoticeProps {
  model: CostModelFull;
  /** Whether it could be changed when the page was opened. */
  couldEdit: boolean;
  /** Makes a copy in the reader's own organisation. */
  saveCopy: (id: string) => Promise<Outcome<{ id: string }>>;
  unarchive: Unarchive;
}

const noLonger = "This model can no longer be changed here";

/** Why a model cannot be changed, and what to do about it. */
export function ReadOnlyNotice({ model, couldEdit, saveCopy, unarchive }: ReadOnlyNoticeProps) {
  if (model.canEdit) return null;
  return (
    <Notice tone={couldEdit ? "look" : "plain"} isNews={couldEdit} {...(couldEdit && { title: noLonger })}>
      {model.isArchived ? (
        <>
          <p>
            This model is archived: it can be read and not changed.{" "}
            {model.canUnarchive ? "You can take it out of the" : "Its owner can take it out of the"}{" "}
            <Link href={`${routes.models}?shelf=archived`}>archive</Link>; every reader can save a copy.
          </p>
          {model.canUnarchive ? <UnarchiveButton id={model.id} unarchive={unarchive} /> : null}
        </>
      ) : (
        <p>
          You can read this model{model.canComment ? " and comment on it," : ""} but not change it. To change it, ask{" "}
          {model.organisationName} to make you an editor; or save a copy, which is yours to change.
        </p>
      )}
      <div>
        <SaveCopyButton save={() => saveCopy(model.id)} />
      </div>
    </Notice>
  );
}
