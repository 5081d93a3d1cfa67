"use client";

import { useConfirmed } from "@/app/_components/account/confirmation";
import { FormFault } from "@/app/_components/account/form-fault";
import { useAction } from "@/app/_components/ui/action/use-action";
import type { Outcome } from "@/lib/outcome";

interface DownloadEverythingProps {
  href: string;
  /** Whether the download may begin; else the dialog asks for a proof. */
  ask: () => Promise<Outcome>;
}

/** A link to the export of everything, which answers only after a fresh proof of identity. */
export function DownloadEverything({ href, ask }: DownloadEverythingProps) {
  const confirmed = useConfirmed();
  const { run, fault } = useAction({ refresh: false, failed: "Nothing was downloaded" });
  async function download() {
    const outcome = await run(() => confirmed(ask));
    if (outcome?.ok) window.location.assign(href);
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
