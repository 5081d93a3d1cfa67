import { Notice } from "@/app/_components/ui/notice";
import { type Place, placeText } from "@/lib/draft/place";
import type { PlaceMap } from "@/lib/draft/place-map";
import { ConflictQuestion } from "./conflict-question";
import styles from "./conflict-question.module.css";
import type { OpenConflict } from "./document-state";

interface ConflictNoticeProps {
  conflicts: PlaceMap<OpenConflict>;
  currency: string;
  /** As for a question. */
  unset?: string;
  onKeepMine: (place: Place) => void;
  onTakeTheirs: (place: Place) => void;
}

/** All that two people changed at once and that is to be decided, in one list. */
export function ConflictNotice({ conflicts, ...asked }: ConflictNoticeProps) {
  const open = [...conflicts];
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
        {open.map(([place, conflict]) => (
          <li key={placeText(place)}>
            <ConflictQuestion place={place} conflict={conflict} isNamed {...asked} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}
