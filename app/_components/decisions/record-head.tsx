import type { DecisionDocument } from "@/lib/decision/document";
import type { DecisionState } from "@/lib/decision/record-file";
import { formatDay } from "@/lib/value/calendar";
import styles from "./record.module.css";
import { architectureName, signedInWords, stateNames } from "./state-words";

/** Someone who is to approve a decision, and what they answered. */
export interface Approver {
  readonly name: string;
  readonly answer: "approved" | "rejected" | null;
  readonly at: string | null;
  readonly signedInBy: string | null;
}

export interface ShownRecord {
  readonly document: DecisionDocument;
  readonly digest: string;
  readonly state: DecisionState;
  readonly decidedAt: string | null;
  readonly supersededBy: number | null;
  readonly approvers: readonly Approver[];
}

const dayOf = (at: string) => formatDay(at.slice(0, 10));

/** Where a proposal stands, in one sentence. */
function standing({ document, state, decidedAt, supersededBy, approvers }: ShownRecord): string {
  const proposed = `Proposed on ${dayOf(document.proposedAt)} by ${document.proposedBy.name}.`;
  const on = decidedAt === null ? "" : ` on ${dayOf(decidedAt)}`;
  if (state === "superseded") return `${proposed} Approved${on}, and superseded by decision ${supersededBy}.`;
  if (state !== "proposed") return `${proposed} ${stateNames[state]}${on}.`;
  const waiting = approvers.filter(({ answer }) => answer === null).map(({ name }) => name);
  const { approvalsNeeded } = document.decision;
  const needed = approvers.length === 1 ? "" : ` ${approvalsNeeded} of ${approvers.length} must approve it.`;
  return `${proposed}${needed} Waits for ${waiting.join(", ")}.`;
}

/** What was decided, in words. */
export function RecordHead({ record }: { record: ShownRecord }) {
  const { document } = record;
  const { decision, model } = document;
  return (
    <header className={styles.head}>
      <p className={styles.eyebrow}>
        Decision {document.number} on {model.name} · {model.organisation}
      </p>
      <h2 className={styles.title}>{decision.title}</h2>
      <p className={styles.chosen} data-state={record.state}>
        {record.state === "proposed" ? "Proposed" : stateNames[record.state]}:{" "}
        {architectureName(decision.architecture).toLowerCase()}
      </p>
      <p className={styles.standing}>{standing(record)}</p>
    </header>
  );
}

/** Why, what else there was, and who thinks otherwise. */
export function RecordWords({ record: { document } }: { record: ShownRecord }) {
  const { reasons, alternatives, dissent } = document.decision;
  return (
    <>
      <Part title="Reasons">
        <p className={styles.words}>{reasons}</p>
      </Part>
      {alternatives.length === 0 ? null : (
        <Part title="Alternatives, and why not">
          <dl className={styles.pairs}>
            {alternatives.map(({ architecture, whyNot }) => (
              <div key={architecture}>
                <dt>{architectureName(architecture)}</dt>
                <dd className={styles.words}>{whyNot === "" ? "No reason was given." : whyNot}</dd>
              </div>
            ))}
          </dl>
        </Part>
      )}
      <Part title="Dissent">
        <p className={styles.words}>{dissent === "" ? "None was recorded." : dissent}</p>
      </Part>
    </>
  );
}

/** Who answers for it, and who approved it. */
export function RecordPeople({ record: { document, approvers } }: { record: ShownRecord }) {
  return (
    <Part title="People">
      <dl className={styles.pairs}>
        <div>
          <dt>Answers for it</dt>
          <dd>{document.decision.owner.name}</dd>
        </div>
        {approvers.map(({ name, answer, at, signedInBy }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {answer === null || at === null
                ? "asked, has not answered"
                : `${answer} on ${dayOf(at)}, ${signedInWords[signedInBy ?? "unknown"] ?? signedInBy}`}
            </dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}

export function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className={styles.part}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
