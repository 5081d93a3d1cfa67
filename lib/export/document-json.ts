import { type Architecture, architectures } from "@/lib/model/architectures";
import type { ArchitectureResult, ModelResult } from "@/lib/model/result";

/** An architecture's part of the document: the result without what only sentences on a page need. */
export type DocumentedArchitecture = Omit<ArchitectureResult, "participation">;

/** The one document of model.md section 13, in unrounded doubles. */
export interface ResultDocument extends Omit<ModelResult, "architectures"> {
  readonly architectures: Readonly<Record<Architecture, DocumentedArchitecture>>;
}

export function documentOf({ months, ranking, breakEven, architectures: results }: ModelResult): ResultDocument {
  return {
    months,
    ranking,
    breakEven,
    architectures: Object.fromEntries(
      architectures.map((name) => {
        const { participation, ...documented } = results[name];
        return [name, documented];
      }),
    ) as Record<Architecture, DocumentedArchitecture>,
  };
}
