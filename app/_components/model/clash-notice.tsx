import { Notice } from "../ui/notice";
import { ClashQuestion } from "./clash-question";
import styles from "./clash-question.module.css";
import type { ModelChange, ModelState } from "./model-state";

/** All that two people changed at once and that is to be decided, in one list. */
export function ClashNotice({ state, onChange }: { state: ModelState; onChange: (change: ModelChange) => void }) {
  const open = Object.entries(state.clashes);
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
            <ClashQuestion place={place} clash={clash} currency={state.draft.currency} isNamed onChange={onChange} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}
