import type { ModelChange } from "@/app/_components/document/model-kind";
import type { ModelDraft } from "@/lib/draft/model";
import type { PlaceMap } from "@/lib/draft/place-map";
import type { Inputs } from "@/lib/model/inputs";
import type { ModelResult } from "@/lib/model/result";
import type { OwnRows } from "@/lib/model/rows/own-rows";
import type { RowContext } from "@/lib/schemas/rows/row-schema";
import type { ColumnNaming } from "./use-column-names";
import type { RowFigures } from "./use-row-figures";

/** What a page of rows shows and changes. */
export interface PartProps {
  draft: ModelDraft;
  /** All of them, with defaults in the model's currency. */
  inputs: Inputs;
  rows: OwnRows;
  /** What is worked out from: inputs and rows without their names, a moment behind what is typed. */
  figures: RowFigures;
  /** Null where the figures have no result. */
  result: ModelResult | null;
  context: RowContext;
  version: number;
  /** What was typed of the kinds of participants, whether or not their shares sum to all of them. */
  typedKinds: OwnRows["participantKinds"];
  /** What is wrong with them together. */
  kindsFault: string | undefined;
  /** How often another person's save changed what stands at a place. */
  followed: PlaceMap<number>;
  /** What the organisation reads columns of pasted tables as. */
  naming: ColumnNaming;
  readOnly: boolean;
  onChange: (change: ModelChange) => void;
}
