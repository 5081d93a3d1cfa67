import type { ChartDescription } from "../charts/description";

// A report as data: what it says, without how it looks. The writer of PDF draws these, and a test reads them back.

export interface Column {
  readonly title: string;
  /** Words stand at the left and take the room that figures leave. */
  readonly isWords?: boolean;
}

export interface Row {
  readonly head: string;
  readonly cells: readonly string[];
  /** The key of the quantity that each cell shows, where a page can explain it. */
  readonly quantities?: readonly (string | null)[];
  /** Drawn in bold under a rule. */
  readonly isTotal?: boolean;
  /** Drawn in bold. */
  readonly isChosen?: boolean;
  /** Small, below the head. */
  readonly note?: string;
}

export type Block =
  | { readonly kind: "lead"; readonly text: string }
  | { readonly kind: "words"; readonly text: string; readonly isQuiet?: boolean }
  | { readonly kind: "link"; readonly text: string; readonly address: string }
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "pairs"; readonly items: readonly { readonly term: string; readonly text: string }[] }
  | {
      readonly kind: "chart";
      readonly chart: ChartDescription;
      readonly plotHeight?: number;
      /** Another at its right. */
      readonly beside?: ChartDescription;
    }
  | {
      readonly kind: "table";
      /** Says to who hears it what the table holds. */
      readonly summary: string;
      readonly corner: string;
      readonly columns: readonly Column[];
      readonly rows: readonly Row[];
    };

export interface ReportPart {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** What is bounded in the report has its mark where it is cut. */
export function cutText(text: string, longest: number): string {
  const letters = [...text];
  return letters.length <= longest
    ? text
    : `${letters
        .slice(0, longest - 1)
        .join("")
        .trimEnd()}…`;
}
