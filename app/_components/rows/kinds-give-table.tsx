import { useMemo } from "react";
import cards from "@/app/_components/ui/card-table.module.css";
import figures from "@/app/_components/ui/figure-table.module.css";
import { Scroller } from "@/app/_components/ui/page/scroller";
import { Section } from "@/app/_components/ui/page/section";
import { TableHead } from "@/app/_components/ui/records/table-head";
import { type Given, givenNeeds, type KindGives, kindsGive } from "@/lib/analysis/rows/kinds-give";
import type { OwnRows } from "@/lib/model/rows/own-rows";
import { counted } from "@/lib/value/counted";
import { formatPercent, formatWhole, nothing } from "@/lib/value/format";
import styles from "./rows.module.css";
import type { RowFigures } from "./use-row-figures";

const givenNames: Record<Given, string> = {
  storage: "Storage",
  peak: "Upload, on average",
  cap: "Monthly caps",
  compute: "Computing",
};
const without = "Without it there would be";

interface KindsGiveTableProps {
  figures: RowFigures;
  /** As they are called. */
  kinds: OwnRows["participantKinds"];
}

/** What each kind gives of all that participants give, and how many it would take without it. */
export function KindsGiveTable({ figures: { inputs, rows }, kinds }: KindsGiveTableProps) {
  const facts = useMemo(() => kindsGive(inputs, rows), [inputs, rows]);
  const named = facts.map((of, place) => ({ ...of, name: kinds[place]?.label ?? "" }));
  const share = (of: number | null) => (of === null ? nothing : formatPercent(of));
  return (
    <Section title="What each kind gives" unit="of all that participants give">
      <p className={styles.lead}>{alwaysOnWords(named)}</p>
      <Scroller label="What each kind of participants gives">
        <table className={`${figures.table} ${cards.cards}`} aria-label="What each kind of participants gives">
          <TableHead names={["Kind", "Participants", ...Object.values(givenNames), without]} />
          <tbody>
            {named.map((of, place) => (
              <tr key={kinds[place]?.id ?? of.name}>
                <th scope="row">{of.name}</th>
                <td data-label="Participants">{share(of.share)}</td>
                {givenNeeds.map((need) => (
                  <td key={need} data-label={givenNames[need]}>
                    {share(of.gives[need])}
                  </td>
                ))}
                <td data-label={without}>{of.without === null ? nothing : formatWhole(of.without)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </Section>
  );
}

/** What those that are there most of the time change, in a sentence. */
function alwaysOnWords(kinds: readonly (KindGives & { readonly name: string })[]): string {
  const [most] = [...kinds].sort((a, b) => b.availability - a.availability);
  if (most === undefined || kinds.every(({ availability }) => availability === most.availability))
    return "All kinds are there equally often.";
  const { name, availability, share, gives, without } = most;
  const { peak, storage } = gives;
  const part = `“${name}”, ${formatPercent(share)} of participants, are there ${formatPercent(availability)} of the time`;
  const give = `and give ${peak === null ? "no" : `${formatPercent(peak)} of the`} upload and ${storage === null ? "no" : `${formatPercent(storage)} of the`} storage`;
  const all = kinds.reduce((sum, { peers }) => sum + peers, 0);
  if (without === null) return `${part} ${give}.`;
  return `${part} ${give}. Without them it would take ${counted(without, "participant")} in the last month, in place of ${formatWhole(all)}.`;
}
