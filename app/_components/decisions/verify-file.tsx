"use client";

import { useState } from "react";
import { DisabledUntilHydrated } from "@/app/_components/ui/hydration/disabled-until-hydrated";
import { Notice } from "@/app/_components/ui/notice";
import type { FrozenFigures } from "@/lib/decision/frozen-figures";
import type { KeySet } from "@/lib/decision/signing";
import type { Verified } from "@/lib/decision/verify";
import { routes } from "@/lib/routes";
import { formatMomentInUtc } from "@/lib/value/calendar";
import { DecisionRecord } from "./decision-record";
import styles from "./record.module.css";

type Checked = { file: string } & ({ outcome: Verified; frozen: FrozenFigures | null } | { trouble: string });

async function check(file: File): Promise<Checked> {
  try {
    // The keys are all that is asked of the server; the file stays here.
    const [keys, { verifyRecord }, { frozenFigures }] = await Promise.all([
      fetch(routes.keys, { cache: "no-store" }).then((answer) => {
        if (!answer.ok) throw new Error(String(answer.status));
        return answer.json() as Promise<KeySet>;
      }),
      import("@/lib/decision/verify"),
      import("@/lib/decision/frozen-figures"),
    ]);
    if (globalThis.crypto?.subtle === undefined) {
      return { file: file.name, trouble: "Browsers check signatures on pages under https only. Use npm run verify." };
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    const outcome = await verifyRecord(bytes, keys.keys);
    // The file holds all that its results were made of, so they open here as they do on the record's page.
    const frozen = outcome.ok ? frozenFigures(outcome.record.document) : null;
    return { file: file.name, outcome, frozen };
  } catch {
    return {
      file: file.name,
      trouble: "The keys of this site could not be read. Look at your connection, then choose it again.",
    };
  }
}

/** Checks a record's file where it is: in the browser. */
export function VerifyFile() {
  const [checked, setChecked] = useState<Checked | null>(null);
  return (
    <>
      <DisabledUntilHydrated>
        <p>
          <label>
            Record of a decision (JSON){" "}
            <input
              type="file"
              accept=".json,application/json"
              onChange={async (event) => {
                const file = event.currentTarget.files?.[0];
                setChecked(file ? await check(file) : null);
              }}
            />
          </label>
        </p>
      </DisabledUntilHydrated>
      <div role="status">{checked === null ? null : <Result checked={checked} />}</div>
    </>
  );
}

function Result({ checked }: { checked: Checked }) {
  if ("trouble" in checked) {
    return (
      <Notice tone="look" title={`${checked.file} was not checked`}>
        <p>{checked.trouble}</p>
      </Notice>
    );
  }
  const { outcome, frozen, file } = checked;
  if (!outcome.ok) {
    return (
      <Notice tone="wrong" title={`${file} is not as it was written`}>
        {outcome.faults.map(({ message }) => (
          <p key={message}>{message}</p>
        ))}
      </Notice>
    );
  }
  const { record, signedBy } = outcome;
  const { document, standing } = record;
  const approvers = document.decision.approvers.map(({ id, name }) => {
    const answer = standing.answers.find(({ person }) => person.id === id);
    return { name, answer: answer?.answer ?? null, at: answer?.at ?? null, signedInBy: answer?.signedInBy ?? null };
  });
  return (
    <>
      <Notice tone="plain" title={`${file} is as this site wrote it`}>
        <p>
          Digest and signatures are right. The key that signed it has been this site’s since{" "}
          {formatMomentInUtc(signedBy.since)}
          {signedBy.retired === null ? "" : `, until ${formatMomentInUtc(signedBy.retired)}`}.
        </p>
      </Notice>
      <div className={styles.verified}>
        <DecisionRecord record={{ ...standing, document, approvers }} signingKey={signedBy.kid} frozen={frozen} />
      </div>
    </>
  );
}
