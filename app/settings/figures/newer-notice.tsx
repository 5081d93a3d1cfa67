import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useFigureEvents } from "@/app/_components/live/use-figure-events";
import { Notice } from "@/app/_components/ui/notice";
import type { FigureActions } from "./figure-actions";

interface NewerNoticeProps {
  organisationId: string;
  /** How many changes the page shows. */
  changes: number;
  countChanges: FigureActions["countChanges"];
}

/** Says that others have changed something since the page was loaded, and loads it when asked: a form that is open stays as it is. */
export function NewerNotice({ organisationId, changes, countChanges }: NewerNoticeProps) {
  const router = useRouter();
  const [newest, setNewest] = useState(changes);
  useFigureEvents(organisationId, async () => {
    // What cannot be counted now is counted at the next change.
    const counted = await countChanges(organisationId).catch(() => null);
    if (counted?.ok) setNewest(counted.changes);
  });
  if (newest <= changes) return null;
  return (
    <Notice tone="look" title="Figures have been changed since this page was loaded" isNews>
      <p>
        Another person changed them, or you did in another window. What you are typing stays; it is saved only over the
        figure that you began from.
      </p>
      <div>
        <Button size="compact-sm" variant="default" onClick={() => router.refresh()}>
          Load the changes
        </Button>
      </div>
    </Notice>
  );
}
