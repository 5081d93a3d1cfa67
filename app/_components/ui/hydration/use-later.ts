"use client";

import { startTransition, useEffect, useState } from "react";
import { useIsPrinting } from "@/app/_components/ui/printing";

/**
 * The value, one render later: for slow parts that may follow, such as charts. Printing does not
 * wait.
 */
export function useLater<Value>(value: Value): Value {
  const [drawn, setDrawn] = useState(value);
  useEffect(() => startTransition(() => setDrawn(value)), [value]);
  return useIsPrinting() ? value : drawn;
}
