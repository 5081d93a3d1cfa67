"use client";

import { useState } from "react";
import { useConfirmed } from "@/app/_components/account/confirmation";
import { FormFault } from "@/app/_components/account/form-fault";
import type { Outcome } from "@/lib/outcome";

interface DownloadEverythingProps {
  href: string;
  /** Whether the download may begin; else the dialog asks for a proof. */
  ask: () => Promise<Outcome>;
}

/** A link to the export of everything, which answers only where the person has shown that it is them. */
export function DownloadEverything({ href, ask }: DownloadEverythingProps) {
  const confirmed = useConfirmed();
  const [fault, setFault] = useState<string | undefined>(undefined);
  async function download() {
    const outcome = await confirmed(ask).catch(() => ({
      ok: false as const,
      faults: [{ key: "form", message: "The site did not answer. Try again." }],
    }));
    setFault(outcome.ok ? undefined : outcome.faults.map(({ message }) => message).join(" "));
    if (outcome.ok) window.location.assign(href);
  }
  return (
    <>
      <p>
        <a
          href={href}
          onClick={(event) => {
            event.preventDefault();
            download();
          }}
        >
          Download everything
        </a>
      </p>
      <FormFault message={fault} />
    </>
  );
}
