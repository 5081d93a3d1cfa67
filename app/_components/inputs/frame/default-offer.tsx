import styles from "../fields.module.css";

interface DefaultOfferProps {
  words: string;
  label: string;
  /** Whether it is another value than that to which Reset goes. */
  isOffered: boolean;
  isTaken: boolean;
  onTake: () => void;
}

/** The default in words; to be taken where Reset goes elsewhere. */
export function DefaultOffer({ words, label, isOffered, isTaken, onTake }: DefaultOfferProps) {
  if (!isOffered) return <span>{words}</span>;
  return (
    <span>
      <button
        type="button"
        className={styles.offer}
        aria-label={`${words}, for ${label}`}
        aria-disabled={isTaken}
        title={isTaken ? "It has its default" : "Sets it to the default"}
        onClick={() => {
          if (!isTaken) onTake();
        }}
      >
        {words}
      </button>
    </span>
  );
}
