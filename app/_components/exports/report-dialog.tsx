"use client";

import { Button, Modal } from "@mantine/core";
import { routes } from "@/lib/routes";
import { ReportForm } from "./report-form";

interface ReportDialogProps {
  modelId: string;
  onClose: () => void;
}

/** What the report of a model is to hold. */
export function ReportDialog({ modelId, onClose }: ReportDialogProps) {
  return (
    <Modal
      opened
      onClose={onClose}
      lockScroll={false}
      title="Report as PDF"
      closeButtonProps={{ "aria-label": "Close without a report" }}
    >
      <ReportForm action={routes.modelExport(modelId, "report.pdf")}>
        <Button type="submit">Download report.pdf</Button>
      </ReportForm>
    </Modal>
  );
}
