import { Notice } from "@/app/_components/ui/notice";
import type { Place } from "@/lib/draft/parts";
import { ClashQuestion } from "./clash-question";
import styles from "./clash-question.module.css";
import type { Clashes } from "./model-merge";

interface ClashNoticeProps {
  clashes: Clashes;
  currency: string;
  /** As for a question. */
  unset?: string;
  onKeepMine: (place: Place) => void;
  onTakeTheirs: (place: Place) => void;
}

/** All that two people changed at once and that is to be decided, in one list. */
export function ClashNotice({ clashes, ...asked }: ClashNoticeProps) {
  const open = Object.entries(clashes);
  const [first] = open;
  if (first === undefined) return null;
  const names = new Set(open.map(([, { by }]) => by));
  const who = names.size === 1 ? first[1].by : "Others";
  return (
    <Notice
      tone="look"
      title={
        open.length === 1
          ? `${who} changed what you were changing`
          : `${who} changed ${open.length} things that you were changing`
      }
    >
      <p>Theirs is saved and in use until you choose. All else that each of you changed is merged.</p>
      <ul className={styles.list}>
        {open.map(([place, clash]) => (
          <li key={place}>
            <ClashQuestion place={place} clash={clash} isNamed {...asked} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}
