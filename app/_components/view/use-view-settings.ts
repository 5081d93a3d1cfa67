"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useMemo, useState } from "react";
import { readViewSettings, type ViewSettings, viewSettingsText } from "@/lib/analysis/view-settings";

/**
 * What the address says a page shows, also while the server draws it, and what changes it: without a reload and without moving the page, as a
 * step that the browser's Back takes back.
 */
export function useViewSettings(): [ViewSettings, (change: Partial<ViewSettings>) => void] {
  const parameters = useSearchParams();
  const inAddress = useMemo(() => readViewSettings(parameters), [parameters]);
  // The router hands on a new address in a transition. A switch that was pressed answers before that.
  const [pressed, setPressed] = useState<{ since: typeof parameters; settings: ViewSettings } | null>(null);
  const settings = pressed?.since === parameters ? pressed.settings : inAddress;
  const change = useCallback(
    (part: Partial<ViewSettings>) => {
      const changed = { ...settings, ...part };
      setPressed({ since: parameters, settings: changed });
      const address = viewSettingsText(changed, new URLSearchParams(parameters));
      window.history.pushState(null, "", address === "" ? window.location.pathname : address);
    },
    [settings, parameters],
  );
  return [settings, change];
}
