import { Button, Group } from "@mantine/core";
import type { ReactNode } from "react";
import { FormFault } from "@/app/_components/account/form-fault";
import { type Difference, DifferencesTable } from "@/app/_components/document/differences-table";
import { Dialog } from "@/app/_components/ui/page/dialog";
import dialog from "@/app/_components/ui/page/dialog.module.css";
import type { FieldError } from "@/lib/outcome";
import { FaultsNotice } from "./faults-notice";
import { FileField } from "./file-field";
import styles from "./import-dialog.module.css";

interface ImportDialogProps {
  /** What the file holds, in the plural. */
  what?: string;
  /** Which files are taken, and what becomes of what they do not name. */
  about: ReactNode;
  of: "table" | "model";
  onChoose: (file: File | undefined) => void;
  /** How it stands with the file, in words. */
  status: string;
  /** Why the file is not taken. */
  faults: readonly FieldError[];
  /** Beside the changes: what is left out of them. */
  leftOut?: ReactNode;
  differences: readonly Difference[];
  /** Whether these are whole statements, and no figures to be compared digit by digit. */
  isWords?: boolean;
  /** Why the changes were not made. */
  failure?: string | undefined;
  isPending?: boolean;
  onApply: () => void;
  onClose: () => void;
}

/** Asks for a file of figures, shows what it would change, and changes nothing before the person agrees. */
export function ImportDialog({
  what = "figures",
  differences,
  isPending = false,
  onClose,
  ...props
}: ImportDialogProps) {
  return (
    <Dialog title={`Import ${what}`} closeLabel="Close without importing" onClose={onClose}>
      <div className={dialog.content}>
        <p>{props.about}</p>
        <FileField label={`File of ${what}`} of={props.of} isFirst onChoose={props.onChoose} />
        <p role="status" className={dialog.status}>
          {props.status}
        </p>
        <FaultsNotice title="The file was not imported; nothing has changed" faults={props.faults} />
        {props.leftOut}
        {differences.length === 0 ? null : (
          <div className={styles.table} data-words={props.isWords}>
            <DifferencesTable
              label="What would change"
              heads={["What would change", "Now", "In the file"]}
              differences={differences}
            />
          </div>
        )}
        <FormFault message={props.failure} />
        <Group gap="sm">
          <Button size="xs" loading={isPending} disabled={differences.length === 0} onClick={props.onApply}>
            Apply these changes
          </Button>
          <Button size="xs" variant="default" onClick={onClose}>
            Cancel
          </Button>
        </Group>
      </div>
    </Dialog>
  );
}
