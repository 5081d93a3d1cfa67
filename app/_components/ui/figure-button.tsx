import basics from "./basics.module.css";

interface FigureButtonProps {
  text: string;
  /** @param by the figure, which has the focus again once its explanation is closed */
  onAsk: (by: HTMLElement) => void;
}

/** A figure of a table that opens what it is made of. On paper it is a figure, where other buttons are left out. */
export function FigureButton({ text, onAsk }: FigureButtonProps) {
  return (
    <button
      type="button"
      className={basics.figureButton}
      aria-haspopup="dialog"
      data-on-paper
      onClick={({ currentTarget }) => onAsk(currentTarget)}
    >
      {text}
    </button>
  );
}
