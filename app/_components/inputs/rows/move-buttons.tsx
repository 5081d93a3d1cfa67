import fields from "@/app/_components/inputs/fields.module.css";
import type { MoveRow } from "./use-row-moves";

interface MoveButtonsProps {
  id: string;
  /** What the row is called. */
  name: string;
  isFirst: boolean;
  isLast: boolean;
  onMove: MoveRow;
}

/** Moves a row of a table up or down. A button keeps the focus at either end, from where it can go back. */
export function MoveButtons({ id, name, isFirst, isLast, onMove }: MoveButtonsProps) {
  const button = (words: "Up" | "Down", by: -1 | 1, isAtEnd: boolean) => (
    <button
      type="button"
      className={fields.action}
      aria-label={`Move ${name} ${words.toLowerCase()}`}
      aria-keyshortcuts={`Alt+Arrow${words}`}
      aria-disabled={isAtEnd}
      title={`Alt and the arrow ${words.toLowerCase()} do the same anywhere in the row`}
      onClick={() => onMove(id, by)}
    >
      {words}
    </button>
  );
  return (
    <>
      {button("Up", -1, isFirst)}
      {button("Down", 1, isLast)}
    </>
  );
}
