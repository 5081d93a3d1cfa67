"use client";

import { Link } from "@/app/_components/ui/link";
import { Section } from "@/app/_components/ui/page/section";
import type { RevisionFull } from "@/lib/draft/history";
import { modelVersion } from "@/lib/model/version";
import { routes } from "@/lib/routes";
import { Notice } from "../ui/notice";
import { CostsOfDifferences } from "./costs-of-differences";
import { DifferencesOfRevisions } from "./differences-of-revisions";
import styles from "./history.module.css";

interface ComparisonProps {
  modelId: string;
  earlier: RevisionFull | null | undefined;
  later: RevisionFull | null | undefined;
}

/** The differences between two revisions, and what each costs. */
export function Comparison({ modelId, earlier, later }: ComparisonProps) {
  if (!earlier || !later) {
    return (
      <Notice tone="look">
        <p>
          One of these revisions no longer exists: it was grouped with a later save. Choose two from the list below.
        </p>
      </Notice>
    );
  }
  return (
    <Section
      title={`What changed from revision ${earlier.number} to ${later.number}`}
      unit={earlier.author === later.author ? `by ${later.author}` : `by ${earlier.author} and ${later.author}`}
      action={<Link href={routes.history(modelId)}>Close</Link>}
    >
      <Versions revisions={[earlier, later]} />
      <DifferencesOfRevisions earlier={earlier} later={later} />
      <CostsOfDifferences earlier={earlier} later={later} />
    </Section>
  );
}

function Versions({ revisions }: { revisions: RevisionFull[] }) {
  const old = revisions.filter((revision) => revision.modelVersion !== modelVersion);
  if (old.length === 0) return null;
  return (
    <p className={styles.quiet}>
      {old
        .map(({ number, modelVersion: version }) => `Revision ${number} was saved with version ${version}`)
        .join(", ")}{" "}
      of formulas and defaults; the costs below are worked out with the defaults of each and the formulas of version{" "}
      {modelVersion}.
    </p>
  );
}
