import type {
  FigureContent,
  FigureOutcome,
  FigureRevision,
  LineContent,
} from "@/lib/draft/figures/organisation-figure";
import type { CurrencyPart } from "@/lib/draft/model-parts";
import type { InputKey } from "@/lib/model/inputs";
import type { LineTable } from "@/lib/model/rows/line-tables";
import type { RowTable } from "@/lib/model/rows/own-rows";
import type { Outcome } from "@/lib/outcome";

/** A figure as it is sent: the organisation's currency is known where it is stored. */
export type StatedContent = Omit<FigureContent, "currency" | "currencyRate">;

export interface StatedChange {
  key: InputKey;
  /** The revision that it is made from, 0 for a new one. */
  revision: number;
  stated: StatedContent;
}

export interface StatedLine {
  table: LineTable;
  key: string;
  /** The revision that it is made from, 0 for a new one. */
  revision: number;
  stated: { row: Record<string, unknown>; isBegunWith: boolean };
}

/** What the page of figures sends, each in the organisation that is named first. */
export interface FigureActions {
  change: (organisationId: string, change: StatedChange) => Promise<FigureOutcome>;
  importFigures: (organisationId: string, changes: StatedChange[]) => Promise<Outcome>;
  remove: (
    organisationId: string,
    figure: { part: "inputs" | LineTable; key: string; revision: number },
  ) => Promise<FigureOutcome>;
  restore: (organisationId: string, which: { id: string; revision: number; number: number }) => Promise<FigureOutcome>;
  listRevisions: (organisationId: string, figureId: string) => Promise<Outcome<{ revisions: FigureRevision[] }>>;
  countChanges: (organisationId: string) => Promise<Outcome<{ changes: number }>>;
  changeLine: (organisationId: string, line: StatedLine) => Promise<FigureOutcome>;
  importLines: (organisationId: string, lines: StatedLine[]) => Promise<Outcome>;
  forgetColumns: (organisationId: string, which: { table: RowTable; names: string[] }) => Promise<Outcome>;
  changeCurrency: (
    organisationId: string,
    given: { revision: number; currency: CurrencyPart },
  ) => Promise<FigureOutcome>;
}

/** A figure without the currency that it is stored with. */
export function statedOf({ currency: _, currencyRate: __, ...stated }: FigureContent): StatedContent {
  return stated;
}

/** A line without the currency that it is stored with, and without the id that its key is. */
export function statedLineOf({ row, isBegunWith }: Pick<LineContent, "row" | "isBegunWith">): StatedLine["stated"] {
  const { id: _, ...fields } = row;
  return { row: fields, isBegunWith };
}
