import Link from "next/link";
import { routes } from "@/lib/routes";
import type { CostModelFull } from "@/lib/schemas/model";
import { Notice } from "../ui/notice";
import { type Unarchive, UnarchiveButton } from "./unarchive-button";

/** Why a model cannot be changed, and what to do about it. */
export function ReadOnlyNotice({ model, unarchive }: { model: CostModelFull; unarchive: Unarchive }) {
  if (model.canEdit) return null;
  return (
    <Notice tone="plain">
      {model.isArchived ? (
        <>
          <p>
            This model is archived: it can be read and not changed.{" "}
            {model.canUnarchive ? "You can take it out of the" : "Whoever owns it can take it out of the"}{" "}
            <Link href={`${routes.models}?shelf=archived`}>archive</Link>; anybody who reads it can duplicate it there.
          </p>
          {model.canUnarchive ? <UnarchiveButton id={model.id} unarchive={unarchive} /> : null}
        </>
      ) : (
        <p>
          You can read this model{model.canComment ? " and comment on it," : ""} but not change it. To change it, ask
          somebody in {model.organisationName} to make you an editor.
        </p>
      )}
    </Notice>
  );
}
