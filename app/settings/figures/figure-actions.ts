import type { FigureContent, FigureOutcome, FigureRevision, LineTable } from "@/lib/draft/figures/organisation-figure";
import type { CurrencyPart } from "@/lib/draft/model-parts";
import type { InputKey } from "@/lib/model/inputs";
import type { Outcome } from "@/lib/outcome";

/** A figure as it is sent: the organisation's currency is known where it is stored. */
export type StatedContent = Omit<FigureContent, "currency" | "currencyRate">;

export interface StatedChange {
  key: InputKey;
  /** The revision that it is made from, 0 for a new one. */
  revision: number;
  stated: StatedContent;
}

interface LineChange {
  table: LineTable;
  key: string;
  revision: number;
  row: Record<string, unknown>;
  isBegunWith: boolean;
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
  changeLine: (organisationId: string, line: LineChange) => Promise<FigureOutcome>;
  changeCurrency: (
    organisationId: string,
    given: { revision: number; currency: CurrencyPart },
  ) => Promise<FigureOutcome>;
}

/** A figure without the currency that it is stored with. */
export function statedOf({ currency: _, currencyRate: __, ...stated }: FigureContent): StatedContent {
  return stated;
}
