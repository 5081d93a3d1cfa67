import { type ReactNode, useState } from "react";
import type { Difference } from "@/app/_components/document/differences-table";
import { textOfFile } from "@/app/_components/files/figures-file";
import { ImportDialog } from "@/app/_components/files/import-dialog";
import { useAction } from "@/app/_components/ui/action/use-action";
import { Notice } from "@/app/_components/ui/notice";
import notice from "@/app/_components/ui/notice.module.css";
import type { RefusedRow, StatedRow, StatedRows } from "@/lib/import/stated-rows";
import { type FieldError, type Outcome, refused } from "@/lib/outcome";
import { formatWhole } from "@/lib/value/format";

interface ImportStatedProps<C extends StatedRow> {
  /** What the file holds, in the plural: "figures". */
  what: "figures" | "lines";
  about: ReactNode;
  read: (text: string) => Outcome<StatedRows<C>>;
  differenceOf: (change: C) => Difference;
  send: (changes: readonly C[]) => Promise<Outcome>;
  onClose: () => void;
}

/** Takes a file over into what the organisation states; rows that cannot be taken are named and left out. */
export function ImportStated<C extends StatedRow>(props: ImportStatedProps<C>) {
  const { what, about, differenceOf, onClose } = props;
  const [read, setRead] = useState<StatedRows<C> | null>(null);
  const [faults, setFaults] = useState<readonly FieldError[]>([]);
  const { run, isPending, fault } = useAction({ failed: `The ${what} were not imported` });
  const changes = read?.changes ?? [];

  async function choose(file: File | undefined) {
    setRead(null);
    setFaults([]);
    if (file === undefined) return;
    const content = await textOfFile(file);
    const outcome = content.ok ? props.read(content.text) : refused("file", content.message);
    if (outcome.ok) setRead(outcome);
    else setFaults(outcome.faults);
  }

  const apply = () =>
    run(async () => {
      const outcome = await props.send(changes);
      if (outcome.ok) onClose();
      return outcome;
    });

  return (
    <ImportDialog
      what={what}
      about={about}
      of="table"
      onChoose={choose}
      status={read === null ? "" : summary(read)}
      faults={faults}
      leftOut={<LeftOut rows={read?.refused ?? []} />}
      differences={changes.map(differenceOf)}
      isWords
      failure={fault}
      isPending={isPending}
      onApply={apply}
      onClose={onClose}
    />
  );
}

function LeftOut({ rows }: { rows: readonly RefusedRow[] }) {
  if (rows.length === 0) return null;
  return (
    <Notice tone="look" title={`Not understood, and left out: ${formatWhole(rows.length)}`} isNews={false}>
      <ul className={notice.faults}>
        {rows.map(({ line, key, reasons }) => (
          <li key={line}>
            Line {line}, {key || "without a name"}: {reasons.join(" ")}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function summary({ changes, same }: StatedRows<StatedRow>): string {
  const unchanged = same === 0 ? "" : ` ${formatWhole(same)} ${same === 1 ? "is" : "are"} as now.`;
  if (changes.length === 0) return `There is nothing to change.${unchanged}`;
  return `${formatWhole(changes.length)} ${changes.length === 1 ? "change" : "changes"}.${unchanged} Nothing is changed yet.`;
}
