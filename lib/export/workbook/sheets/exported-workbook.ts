import type { UncertaintyDocument } from "@/lib/analysis/uncertainty/document";
import type { DeclaredInputs } from "@/lib/model/currency";
import type { InputKey, Inputs } from "@/lib/model/inputs";
import type { OwnRows } from "@/lib/model/rows/own-rows";
import type { Evidence, OwnRange } from "@/lib/model/spread/own-range";

/** What a workbook is made of. */
export interface ExportedWorkbook {
  readonly name: string;
  readonly description: string;
  /** ISO 4217 code. */
  readonly currency: string;
  /** First month of the model, "2027-01". */
  readonly startMonth: string;
  readonly revision: number;
  readonly modelVersion: number;
  /** ISO 8601, UTC. */
  readonly changedAt: string;
  /** Says which figures these are: the same for the same figures. */
  readonly digest: string;
  /** Defaults and bounds, money in the currency. */
  readonly declared: DeclaredInputs;
  /** Complete, and within their bounds. */
  readonly inputs: Inputs;
  readonly rows: OwnRows;
  readonly notes: Partial<
    Record<
      InputKey,
      {
        readonly note?: string;
        readonly source?: string;
        readonly range?: OwnRange;
        readonly evidence?: Evidence;
      }
    >
  >;
  /** Beside the model's own figures: each its name and what it changes of them. */
  readonly scenarios: readonly {
    readonly name: string;
    readonly inputs: Partial<Inputs>;
    /** All rows that it is worked out with, where they are not the model's. */
    readonly ownRows?: OwnRows;
  }[];
  /** What trials say, or why they say nothing. */
  readonly uncertainty: UncertaintyDocument | string;
  /** Whether the reader is not shown pay. */
  readonly leavesOutPay: boolean;
}
