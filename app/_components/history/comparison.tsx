"use client";

import { useMemo } from "react";
import { figureDifferences } from "@/app/_components/document/figure-differences";
import { partWords } from "@/app/_components/document/part-words";
import { placeTitle } from "@/app/_components/document/place-name";
import { Link } from "@/app/_components/ui/link";
import { Scroller } from "@/app/_components/ui/page/scroller";
import { Section } from "@/app/_components/ui/page/section";
import { TableHead } from "@/app/_components/ui/records/table-head";
import { revisionCosts } from "@/lib/analysis/revision-costs";
import { differingPlaces } from "@/lib/draft/document-parts";
import type { RevisionFull } from "@/lib/draft/history";
import type { ModelDraft } from "@/lib/draft/model";
import { modelParts } from "@/lib/draft/model-parts";
import { type Place, placeText } from "@/lib/draft/place";
import { stepLabel } from "@/lib/export/charts/waterfall/waterfall-chart";
import { architectureNames, architectures } from "@/lib/model/architectures";
import { refusalWords } from "@/lib/model/refusal";
import { type OwnRows, type RowTable, rowTables } from "@/lib/model/rows/own-rows";
import { tableNames } from "@/lib/model/rows/table-names";
import { modelVersion } from "@/lib/model/version";
import { routes } from "@/lib/routes";
import { formatExact } from "@/lib/value/format";
import { type AnyRow, rowName } from "@/lib/value/rows/row-words";
import { ArchitectureName } from "../charts/architecture-name";
import { difference } from "../scenarios/costs-table";
import cards from "../ui/card-table.module.css";
import figures from "../ui/figure-table.module.css";
import { Notice } from "../ui/notice";
import styles from "./history.module.css";

interface ComparisonProps {
  modelId: string;
  earlier: RevisionFull | null | undefined;
  later: RevisionFull | null | undefined;
}

/** The differences between two revisions, and what each costs. */
export function Comparison({ modelId, earlier, later }: ComparisonProps) {
  if (!earlier || !later) {
    return (
      <Notice tone="look">
        <p>
          One of these revisions no longer exists: it was grouped with a later save. Choose two from the list below.
        </p>
      </Notice>
    );
  }
  return (
    <Section
      title={`What changed from revision ${earlier.number} to ${later.number}`}
      unit={earlier.author === later.author ? `by ${later.author}` : `by ${earlier.author} and ${later.author}`}
      action={<Link href={routes.history(modelId)}>Close</Link>}
    >
      <Versions revisions={[earlier, later]} />
      <Differences earlier={earlier} later={later} />
      <Costs earlier={earlier} later={later} />
    </Section>
  );
}

function Versions({ revisions }: { revisions: RevisionFull[] }) {
  const old = revisions.filter((revision) => revision.modelVersion !== modelVersion);
  if (old.length === 0) return null;
  return (
    <p className={styles.quiet}>
      {old
        .map(({ number, modelVersion: version }) => `Revision ${number} was saved with version ${version}`)
        .join(", ")}{" "}
      of formulas and defaults; the costs below are worked out with the defaults of each and the formulas of version{" "}
      {modelVersion}.
    </p>
  );
}

function Differences({ earlier, later }: { earlier: RevisionFull; later: RevisionFull }) {
  const rows = useMemo(() => differencesOf(earlier.draft, later.draft), [earlier, later]);
  if (rows.length === 0) return <p className={styles.quiet}>The two revisions are the same.</p>;
  return (
    <Scroller label="What differs">
      <table className={`${figures.table} ${cards.cards}`} aria-label="What differs">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col" className={figures.words}>
              Revision {earlier.number}
            </th>
            <th scope="col" className={figures.words}>
              Revision {later.number}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, label, now, next }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td className={figures.words} data-label={`Revision ${earlier.number}`}>
                {now}
              </td>
              <td className={figures.words} data-label={`Revision ${later.number}`}>
                {next}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}

const written: readonly Place["kind"][] = ["row", "order", "note", "name", "description"];
const mostNames = 10;

function orderWords(rows: OwnRows[RowTable]): string {
  const names = rows.map((row) => rowName(row));
  const more = names.length > mostNames ? ` and ${names.length - mostNames} more` : "";
  return `${names.slice(0, mostNames).join(", ")}${more}`;
}

/** "Users", and of a row, which has a name of its own: "Register: Rack A". */
function titleOf(place: Place, ...drafts: readonly ModelDraft[]): string {
  const row = place.kind === "row" && drafts.map((draft) => modelParts.get(draft, place)).findLast(Boolean);
  return row ? `${tableNames[place.table]}: ${rowName(row as AnyRow)}` : placeTitle(place);
}

/** Settings and figures, then each row, note and text that differs. */
function differencesOf(earlier: ModelDraft, later: ModelDraft) {
  const words = (place: Place, draft: ModelDraft) =>
    place.kind === "order"
      ? orderWords(draft[place.table])
      : partWords(place, modelParts.get(draft, place), draft.currency);
  const rest = differingPlaces<ModelDraft>(modelParts, earlier, later).filter(({ kind }) => written.includes(kind));
  return [
    ...figureDifferences(earlier, later).filter(
      ({ key }) => key !== "notes" && !rowTables.some((table) => table === key),
    ),
    ...rest.map((place) => ({
      key: placeText(place),
      label: titleOf(place, earlier, later),
      now: words(place, earlier),
      next: words(place, later),
    })),
  ];
}

function Costs({ earlier, later }: { earlier: RevisionFull; later: RevisionFull }) {
  const { currency } = later.draft;
  const costs = useMemo(
    () => revisionCosts(modelParts.inCurrencyOf(earlier.draft, later.draft), later.draft),
    [earlier, later],
  );
  if (!costs.ok) {
    return (
      <Notice tone="wrong">
        <p>A figure between the two cannot be worked out: {refusalWords(costs)}</p>
      </Notice>
    );
  }
  const { waterfalls: all } = costs;
  if (all.onPremises.steps.length === 0) {
    return <p className={styles.quiet}>None of the differences changes a cost.</p>;
  }
  const level = (number: number, which: "start" | "end") => (
    <tr>
      <th scope="row">
        <strong>Revision {number}</strong>
      </th>
      {architectures.map((name) => (
        <td key={name} data-label={architectureNames[name]}>
          {formatExact(all[name][which], currency)}
        </td>
      ))}
    </tr>
  );
  return (
    <>
      <h3 className={styles.subtitle}>What each difference costs, {currency}, net present cost</h3>
      {earlier.draft.currency === later.draft.currency &&
      earlier.draft.currencyRate === later.draft.currencyRate ? null : (
        <p className={styles.quiet}>
          Revision {earlier.number} was in {earlier.draft.currency}; its money is converted at the rate of revision{" "}
          {later.number}.
        </p>
      )}
      <Scroller label="Costs of the differences">
        <table className={`${figures.table} ${cards.cards}`} aria-label="What each difference costs">
          <TableHead
            names={[currency, ...architectures.map((name) => <ArchitectureName key={name} architecture={name} />)]}
          />
          <tbody>
            {level(earlier.number, "start")}
            {all.onPremises.steps.map(({ keys }, index) => (
              <tr key={keys.join()}>
                <th scope="row">{stepLabel(keys)}</th>
                {architectures.map((name) => (
                  <td key={name} data-label={architectureNames[name]}>
                    {difference(all[name].steps[index]?.change ?? 0, currency)}
                  </td>
                ))}
              </tr>
            ))}
            {level(later.number, "end")}
          </tbody>
        </table>
      </Scroller>
      <p className={styles.quiet}>
        Each difference is put in place with those above it; in another order they would part the same sum otherwise.
      </p>
    </>
  );
}
