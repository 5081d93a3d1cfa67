"use client";

import { memo, type Ref, useMemo } from "react";
import { MenuButton } from "@/app/_components/ui/menu/menu-button";
import type { MenuEntry } from "@/app/_components/ui/menu/menu-entries";
import { routes } from "@/lib/routes";

const files = [
  { name: "years.csv", holds: "cost by year" },
  { name: "projection.csv", holds: "cost by month" },
  { name: "uncertainty.csv", holds: "what trials say" },
  { name: "inputs.csv", holds: "all inputs" },
] as const;

interface ExportMenuProps {
  modelId: string;
  onImport: (() => void) | undefined;
  buttonRef: Ref<HTMLButtonElement> | undefined;
}

/** The files of a model, and the way back in. */
export const ExportMenu = memo(function ExportMenu({ modelId, onImport, buttonRef }: ExportMenuProps) {
  const entries = useMemo((): MenuEntry[] => {
    const downloads = files.map(
      ({ name, holds }): MenuEntry => ({
        kind: "link",
        label: `Download ${name}: ${holds}`,
        href: routes.modelExport(modelId, name),
        isDownload: true,
      }),
    );
    if (onImport === undefined) return downloads;
    return [...downloads, { kind: "press", label: "Import figures…", onPress: onImport }];
  }, [modelId, onImport]);
  return (
    <MenuButton
      label="Export"
      {...(buttonRef && { buttonRef })}
      button={{ variant: "default", size: "xs", rightSection: <span aria-hidden="true">▾</span> }}
      position="bottom-end"
      width={260}
      entries={entries}
    />
  );
});
