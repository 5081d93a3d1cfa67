import Link from "next/link";
import { routes } from "@/lib/routes";
import type { CostModelFull } from "@/lib/schemas/model";
import { Notice } from "../ui/notice";

/** Why a model cannot be changed, and what to do about it. */
export function ReadOnlyNotice({ model }: { model: CostModelFull }) {
  if (model.canEdit) return null;
  return (
    <Notice tone="plain">
      {model.isArchived ? (
        <p>
          This model is archived: it can be read and not changed. Whoever owns it can take it out of the{" "}
          <Link href={`${routes.models}?shelf=archived`}>archive</Link>; anybody who reads it can duplicate it there.
        </p>
      ) : (
        <p>
          You can read this model{model.canComment ? " and comment on it," : ""} but not change it. To change it, ask
          somebody in {model.organisationName} to make you an editor.
        </p>
      )}
    </Notice>
  );
}
