import { Checkbox, Group } from "@mantine/core";
import { DisabledUntilHydrated } from "@/app/_components/ui/hydration/disabled-until-hydrated";
import { RecordTable, SmallLine } from "@/app/_components/ui/records/record-table";
import { RowButton } from "@/app/_components/ui/records/row-button";
import type { OrganisationLine } from "@/lib/draft/figures/organisation-figure";
import { lineTables } from "@/lib/model/rows/line-tables";
import { rowNames } from "@/lib/model/rows/table-names";
import { rowWords } from "@/lib/value/rows/row-summary";
import { rowName } from "@/lib/value/rows/row-words";

interface LineTableProps {
  lines: readonly OrganisationLine[];
  /** In which their money is. */
  currency: string;
  /** Null where the reader may not change them. */
  change: {
    isPending: boolean;
    onEdit: (line: OrganisationLine) => void;
    onRemove: (line: OrganisationLine) => void;
    onBegin: (line: OrganisationLine, isBegunWith: boolean) => void;
  } | null;
  onHistory: (line: OrganisationLine) => void;
}

/** Usual lines below each other: what each costs, and whether new models begin with it. */
export function LineTable({ lines, currency, change, onHistory }: LineTableProps) {
  return (
    <RecordTable
      label="Table of usual lines"
      rows={lineTables.flatMap((table) => lines.filter((line) => line.table === table))}
      columns={[
        {
          head: "Line",
          cell: ({ table, content }) => (
            <>
              {rowName(content.row)}
              <SmallLine>{rowNames[table]}</SmallLine>
            </>
          ),
        },
        { head: "What it costs", cell: ({ table, content }) => rowWords(table, content.row, currency) },
        {
          head: "New models begin with it",
          cell: (line) => {
            const { row, isBegunWith } = line.content;
            if (change === null) return isBegunWith ? "yes" : "no";
            return (
              <DisabledUntilHydrated>
                <Checkbox
                  size="xs"
                  aria-label={`New models begin with ${rowName(row)}`}
                  checked={isBegunWith}
                  disabled={change.isPending}
                  onChange={(event) => change.onBegin(line, event.currentTarget.checked)}
                />
              </DisabledUntilHydrated>
            );
          },
        },
      ]}
      action={(line) => {
        const name = rowName(line.content.row);
        const isDisabled = change?.isPending ?? false;
        return (
          <Group gap={4} justify="flex-end" wrap="nowrap">
            {change === null ? null : (
              <>
                <RowButton words="Edit" of={name} isDisabled={isDisabled} onClick={() => change.onEdit(line)} />
                <RowButton words="Remove" of={name} isDisabled={isDisabled} onClick={() => change.onRemove(line)} />
              </>
            )}
            <RowButton words="History" of={`of ${name}`} isDisabled={false} onClick={() => onHistory(line)} />
          </Group>
        );
      }}
    />
  );
}
