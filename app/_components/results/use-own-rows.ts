"use client";

import { useMemo } from "react";
import { type OwnRows, ownRowsOf } from "@/lib/model/rows/own-rows";

/** The rows of a draft: the same object until one of its tables changes, so that nothing is worked out anew for a name or a note. */
export function useOwnRows(draft: OwnRows): OwnRows {
  const { customLines, register, equipmentLines, staffLines, participantKinds, billLines } = draft;
  return useMemo(
    () => ownRowsOf({ customLines, register, equipmentLines, staffLines, participantKinds, billLines }),
    [customLines, register, equipmentLines, staffLines, participantKinds, billLines],
  );
}
