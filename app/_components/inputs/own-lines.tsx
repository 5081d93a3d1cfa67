"use client";

import { useMemo } from "react";
import type { ModelChange } from "@/app/_components/document/model-kind";
import { InputGroupFold } from "@/app/_components/inputs/input-group-fold";
import type { ModelDraft } from "@/lib/draft/model";
import type { PlaceMap } from "@/lib/draft/place-map";
import type { Architecture } from "@/lib/model/architectures";
import { declaredAt } from "@/lib/model/currency";
import type { CustomLine } from "@/lib/model/custom-lines";
import { RowList } from "./rows/row-list";

interface OwnLinesProps {
  draft: Pick<ModelDraft, "customLines" | "currency" | "currencyRate">;
  /** Only the lines of this architecture are shown. */
  concerning: Architecture | null;
  version: number;
  /** How often another person's save changed what stands at a place. */
  followed: PlaceMap<number>;
  readOnly: boolean;
  onChange: (change: ModelChange) => void;
}

/** Costs and credits of the model's own, beside those of the formulas. */
export function OwnLines({ draft, concerning, ...shared }: OwnLinesProps) {
  const { customLines: lines, currency, currencyRate } = draft;
  const context = useMemo(() => ({ currency, declared: declaredAt(currencyRate) }), [currency, currencyRate]);
  return (
    <InputGroupFold
      title="Own lines"
      changed={0}
      faulty={0}
      remark={lines.length === 0 ? "none" : `${lines.length}`}
      isOpenAtFirst={lines.length > 0}
      isForcedOpen={false}
    >
      {() => (
        <RowList
          table="customLines"
          rows={lines}
          empty="What your service costs or earns beyond these inputs: a licence, a grant, a lawyer. An own line joins its category in the charts and the tables."
          isShown={concerning === null ? undefined : (line: CustomLine) => line.architectures.includes(concerning)}
          context={context}
          {...shared}
        />
      )}
    </InputGroupFold>
  );
}
