"use client";

import { Button } from "@mantine/core";
import { costFile } from "@/app/_components/exports/cost-file";
import { useViewSettings } from "@/app/_components/view/use-view-settings";
import { type ModelFile, routes } from "@/lib/routes";

interface DownloadButtonProps {
  token: string;
  file: ModelFile;
  /** Whether something runs today. */
  hasToday: boolean;
}

/** A link to a file of a shared model that looks like a button; files of costs hold what the page shows. */
export function DownloadButton({ token, file, hasToday }: DownloadButtonProps) {
  const [settings] = useViewSettings();
  const href = `${routes.linkExport(token, file)}${costFile(file, settings, hasToday)?.parameters ?? ""}`;
  return (
    <Button component="a" href={href} download variant="default" size="xs">
      Download {file}
    </Button>
  );
}
