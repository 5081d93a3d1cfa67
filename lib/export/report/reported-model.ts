import type { Sensitivity } from "@/lib/analysis/sensitivity/sensitivity";
import type { TrialDots } from "@/lib/analysis/uncertainty/difference-dots";
import type { UncertaintyDocument } from "@/lib/analysis/uncertainty/document";
import type { InputKey, Inputs } from "@/lib/model/inputs";
import type { ModelResult } from "@/lib/model/result";
import type { OwnRows, RowTable } from "@/lib/model/rows/own-rows";
import type { Evidence } from "@/lib/model/spread/own-range";
import type { TemplateBases } from "@/lib/model/templates/declaration";
import type { Calendar } from "@/lib/value/fiscal-year";
import type { AnyRow } from "@/lib/value/rows/row-words";

/** What a report is made of; plain data, so that it can cross to a worker. What a link leaves out is not in it, but for `result` and `inputs`. */
export interface ReportedModel extends Calendar {
  readonly name: string;
  readonly description: string;
  /** ISO 4217 code. */
  readonly currency: string;
  readonly currencyRate: number;
  readonly currencyRateDate: string | null;
  readonly revision: number;
  readonly modelVersion: number;
  /** ISO 8601, UTC: the date of the report. */
  readonly changedAt: string;
  readonly digest: string;
  /** Where the model is. */
  readonly address: string;
  /** What is shown of the inputs that the model states itself. */
  readonly stated: Partial<Inputs>;
  readonly notes: Partial<
    Record<InputKey, { readonly note?: string; readonly source?: string; readonly evidence?: Evidence }>
  >;
  /** What the model states in rows, as far as it is shown. */
  readonly rows: OwnRows;
  /** The template's figures, in the model's currency, and what they rest on. */
  readonly starting: Partial<Inputs>;
  readonly bases: TemplateBases;
  /** All that the results rest on. */
  readonly inputs: Inputs;
  readonly result: ModelResult;
  readonly uncertainty: UncertaintyDocument;
  /** What single inputs move; null where the figures have no result. */
  readonly singles: Sensitivity | null;
  readonly dots: TrialDots;
  /** How many of what was drawn nobody has looked at. */
  readonly untouched: number;
  readonly scenarios: readonly {
    readonly name: string;
    readonly inputs: Partial<Inputs>;
    /** The rows that it changes, adds or leaves out (null) beside the model's. */
    readonly ownRows: readonly {
      readonly table: RowTable;
      readonly base: AnyRow | undefined;
      readonly own: AnyRow | null;
    }[];
    readonly result: ModelResult;
  }[];
  /** The decision that holds by the model; null where there is none, and behind a link. */
  readonly decided: {
    readonly number: number;
    readonly title: string;
    readonly architecture: string;
    /** ISO 8601, UTC. */
    readonly at: string;
  } | null;
  readonly isPayPooled: boolean;
  /** Inputs that are named without figures. */
  readonly hidden: readonly InputKey[];
}
