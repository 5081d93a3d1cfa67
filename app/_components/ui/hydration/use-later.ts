"use client";

import { startTransition, useEffect, useState } from "react";
import { useIsPrinting } from "@/app/_components/ui/printing";

/**
 * The value, a moment after what stands here has been drawn with it: for what takes long and may follow, such as charts. On paper there is
 * no later.
 */
export function useLater<Value>(value: Value): Value {
  const [drawn, setDrawn] = useState(value);
  useEffect(() => startTransition(() => setDrawn(value)), [value]);
  return useIsPrinting() ? value : drawn;
}
