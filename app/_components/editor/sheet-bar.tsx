import { memo } from "react";
import { WrittenButton } from "@/app/_components/ui/menu/written-button";
import styles from "./model-editor.module.css";

/** The inputs on windows without room beside the figures. Typing does not redraw it. */
export const SheetBar = memo(function SheetBar({ canEdit, onOpen }: { canEdit: boolean; onOpen: () => void }) {
  return (
    <div className={styles.sheetBar}>
      <WrittenButton look={{ size: "sm" }} data-block="true" onClick={onOpen}>
        {canEdit ? "Change inputs" : "Show inputs"}
      </WrittenButton>
    </div>
  );
});
