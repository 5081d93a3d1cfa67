"use client";

import { memo, type Ref, useMemo, useState } from "react";
import { costFile } from "@/app/_components/exports/cost-file";
import { ReportDialog } from "@/app/_components/exports/report-dialog";
import { MenuButton } from "@/app/_components/ui/menu/menu-button";
import type { MenuEntry } from "@/app/_components/ui/menu/menu-entries";
import { useViewSettings } from "@/app/_components/view/use-view-settings";
import { routes } from "@/lib/routes";

const files = [
  { name: "model.xlsx", label: "Workbook (.xlsx): every figure a live formula" },
  { name: "years.csv" },
  { name: "projection.csv" },
  { name: "uncertainty.csv", holds: "what trials say" },
  { name: "inputs.csv", holds: "all inputs" },
  { name: "model.json", holds: "the whole model" },
] as const;

interface ExportMenuProps {
  modelId: string;
  /** Whether something runs today, in the model or in a scenario of it. */
  hasToday: boolean;
  /** Files of what the page shows. */
  shown: readonly MenuEntry[] | undefined;
  onImport: (() => void) | undefined;
  buttonRef: Ref<HTMLButtonElement> | undefined;
}

/** The files of a model, and the way back in. */
export const ExportMenu = memo(function ExportMenu({ modelId, hasToday, shown, onImport, buttonRef }: ExportMenuProps) {
  const [{ by, against }] = useViewSettings();
  const [asksForReport, setAsksForReport] = useState(false);
  const entries = useMemo((): MenuEntry[] => {
    const downloads = files.map((file): MenuEntry => {
      const cost = costFile(file.name, { by, against }, hasToday);
      return {
        kind: "link",
        label: "label" in file ? file.label : `Download ${file.name}: ${"holds" in file ? file.holds : cost?.holds}`,
        href: `${routes.modelExport(modelId, file.name)}${cost?.parameters ?? ""}`,
        isDownload: true,
      };
    });
    return [
      ...(shown ?? []),
      { kind: "press" as const, label: "Report as PDF…", onPress: () => setAsksForReport(true) },
      ...downloads,
      { kind: "link" as const, label: "Separator and decimal mark of CSV…", href: routes.profile },
      ...(onImport === undefined ? [] : [{ kind: "press" as const, label: "Import figures…", onPress: onImport }]),
    ];
  }, [modelId, by, against, hasToday, shown, onImport]);
  return (
    <>
      <MenuButton
        label="Export"
        {...(buttonRef && { buttonRef })}
        button={{ variant: "default", size: "xs", rightSection: <span aria-hidden="true">▾</span> }}
        position="bottom-end"
        width={290}
        entries={entries}
      />
      {asksForReport ? <ReportDialog modelId={modelId} onClose={() => setAsksForReport(false)} /> : null}
    </>
  );
});
