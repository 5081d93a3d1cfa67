import { LocalTime } from "@/app/_components/ui/local-time";
import { Section } from "@/app/_components/ui/page/section";
import { RecordTable, SmallLine } from "@/app/_components/ui/records/record-table";
import { RowButton } from "@/app/_components/ui/records/row-button";
import type { RemovedFigure } from "@/lib/draft/figures/organisation-figure";
import { isLineTable } from "@/lib/model/rows/line-tables";
import { rowNames } from "@/lib/model/rows/table-names";
import type { WithHistory } from "./figure-history";

interface RemovedPartProps {
  removed: readonly RemovedFigure[];
  onHistory: (of: WithHistory) => void;
}

/** Figures and lines that were removed: their history brings them back. */
export function RemovedPart({ removed, onHistory }: RemovedPartProps) {
  if (removed.length === 0) return null;
  return (
    <Section title="Removed">
      <RecordTable
        label="Table of what was removed"
        rows={removed}
        columns={[
          {
            head: "Figure or line",
            cell: ({ part, name }) => (
              <>
                {name}
                <SmallLine>{isLineTable(part) ? rowNames[part] : "Figure"}</SmallLine>
              </>
            ),
          },
          { head: "Removed by", cell: ({ changedBy }) => changedBy },
          { head: "When", cell: ({ changedAt }) => <LocalTime at={changedAt} /> },
        ]}
        action={(one) => (
          <RowButton words="History" of={`of ${one.name}, removed`} isDisabled={false} onClick={() => onHistory(one)} />
        )}
      />
    </Section>
  );
}
