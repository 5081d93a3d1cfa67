import { Button } from "@mantine/core";
import { memo } from "react";
import styles from "./model-editor.module.css";

/** The inputs on windows without room beside the figures. Typing does not redraw it. */
export const SheetBar = memo(function SheetBar({ canEdit, onOpen }: { canEdit: boolean; onOpen: () => void }) {
  return (
    <div className={styles.sheetBar}>
      <Button fullWidth onClick={onOpen}>
        {canEdit ? "Change inputs" : "Show inputs"}
      </Button>
    </div>
  );
});
