"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useMemo, useState } from "react";
import { readViewSettings, type ViewSettings, viewSettingsText } from "@/lib/analysis/view-settings";

type Part = Partial<ViewSettings>;

/** Changes some of the settings, which may rest on those that hold now. */
export type ChangeSettings = (part: Part | ((now: ViewSettings) => Part)) => void;

/**
 * What the address says a page shows, also while the server draws it, and what changes it: without a reload and without moving the page, as a
 * step that the browser's Back takes back.
 */
export function useViewSettings(): [ViewSettings, ChangeSettings] {
  const parameters = useSearchParams();
  const inAddress = useMemo(() => readViewSettings(parameters), [parameters]);
  // The router hands on a new address in a transition. A switch that was pressed answers before that.
  const [pressed, setPressed] = useState<{ since: typeof parameters; settings: ViewSettings } | null>(null);
  const change = useCallback<ChangeSettings>(
    (part) => {
      const now = new URLSearchParams(window.location.search);
      const settings = readViewSettings(now);
      const changed = { ...settings, ...(typeof part === "function" ? part(settings) : part) };
      setPressed({ since: parameters, settings: changed });
      const address = viewSettingsText(changed, now);
      window.history.pushState(null, "", address === "" ? window.location.pathname : address);
    },
    [parameters],
  );
  return [pressed?.since === parameters ? pressed.settings : inAddress, change];
}
