import { figureDifferences } from "@/app/_components/document/figure-differences";
import { partWords } from "@/app/_components/document/part-words";
import { placeTitle } from "@/app/_components/document/place-name";
import { differingPlaces } from "@/lib/draft/document-parts";
import type { ModelDraft } from "@/lib/draft/model";
import { modelParts } from "@/lib/draft/model-parts";
import { type Place, placeText } from "@/lib/draft/place";
import { type OwnRows, type RowTable, rowTables } from "@/lib/model/rows/own-rows";
import { tableNames } from "@/lib/model/rows/table-names";
import { type AnyRow, rowName } from "@/lib/value/rows/row-words";

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

/** Settings and figures, then each row, note and text that differs between two revisions. */
export function revisionDifferences(earlier: ModelDraft, later: ModelDraft) {
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
