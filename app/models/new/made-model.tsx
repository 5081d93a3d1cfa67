import { useRouter } from "next/navigation";
import { useState } from "react";
import { FaultsNotice } from "@/app/_components/files/faults-notice";
import { LinkButton } from "@/app/_components/ui/link-button";
import type { MadeModel } from "@/lib/draft/figures/begin-with-figures";
import type { Outcome } from "@/lib/outcome";
import { routes } from "@/lib/routes";

export type Created = Outcome<MadeModel>;

/** What follows once a model is made: its page, or first what it could not take from its organisation. */
export function useMadeModel() {
  const router = useRouter();
  const [made, setMade] = useState<MadeModel | null>(null);
  /** What useAction awaits of a form that made a model: null where the browser is on its way to it. */
  function open(model: MadeModel): Outcome | null {
    if (model.leftOut?.length) {
      setMade(model);
      return { ok: true };
    }
    router.push(routes.model(model.id));
    return null;
  }
  return { made, open };
}

/** Says what of the organisation's figures did not fit a new model, and leads to it. */
export function MadeNotice({ made: { id, leftOut = [] } }: { made: MadeModel }) {
  return (
    <FaultsNotice
      tone="look"
      title="The model is made. It begins without these of the organisation’s figures and lines, which do not fit"
      faults={leftOut}
    >
      <div>
        <LinkButton href={routes.model(id)}>Open the model</LinkButton>
      </div>
    </FaultsNotice>
  );
}
