import type { DeclaredInputs } from "@/lib/model/currency";
import type { InputKey, Inputs } from "@/lib/model/inputs";
import type { DriverKey, DriverStrength } from "@/lib/model/ranges/drivers";
import type { OwnRows } from "@/lib/model/rows/own-rows";
import type { Evidence, OwnRange } from "@/lib/model/spread/own-range";

/** What an analysis of uncertainty is asked. All of it must have passed the checks of lib/draft. */
export interface UncertaintyRequest {
  readonly inputs: Inputs;
  readonly rows: OwnRows;
  /** The inputs as they are declared today, in the model's currency. */
  readonly declared: DeclaredInputs;
  readonly ranges: { readonly [K in InputKey]?: OwnRange };
  /** Of the inputs that a scenario sets, the values in its model, beside which own ranges were stated. */
  readonly modelValues?: { readonly [K in InputKey]?: number };
  readonly evidence: { readonly [K in InputKey]?: Evidence };
  /** Strengths other than the declared ones. */
  readonly drivers: { readonly [K in DriverKey]?: DriverStrength };
  /** A multiple of 1,000, up to 100,000. */
  readonly trials: number;
  /** 0 to 2^32 − 1. */
  readonly seed: number;
}
