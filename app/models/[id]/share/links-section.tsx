"use client";

import type { ReactNode } from "react";
import { FormFault } from "@/app/_components/account/form-fault";
import { useAction } from "@/app/_components/ui/action/use-action";
import { LocalTime } from "@/app/_components/ui/local-time";
import { Section } from "@/app/_components/ui/page/section";
import { type RecordColumn, RecordTable, SmallLine } from "@/app/_components/ui/records/record-table";
import { RowButton } from "@/app/_components/ui/records/row-button";
import type { LinkCard } from "@/lib/server/sharing/list-sharing";
import type { createLinkAction, revokeLinkAction } from "./link-actions";
import { LinkForm } from "./link-form";
import styles from "./share.module.css";

interface LinksSectionProps {
  modelId: string;
  links: readonly LinkCard[];
  /** Links to the other pages of them. */
  pager: ReactNode;
  create: typeof createLinkAction;
  revoke: typeof revokeLinkAction;
}

/** The form for a new read-only link, and the existing links. */
export function LinksSection({ modelId, links, pager, create, revoke }: LinksSectionProps) {
  const { run, isPending, fault } = useAction();
  return (
    <Section title="Read-only links" anchor="links">
      <LinkForm modelId={modelId} create={create} />
      {links.length === 0 ? null : (
        <>
          <RecordTable
            label="Table of read-only links"
            isWide
            rows={links}
            columns={columns}
            action={(link) =>
              isOver(link) ? null : (
                <RowButton
                  words="Revoke"
                  of={`the link ${nameOf(link)}`}
                  isDisabled={isPending}
                  onClick={() => run(() => revoke(modelId, link.id))}
                />
              )
            }
          />
          {pager}
          <p className={styles.hint}>A visitor who opens a link several times within an hour is counted once.</p>
        </>
      )}
      <FormFault message={fault} />
    </Section>
  );
}

const columns: readonly RecordColumn<LinkCard>[] = [
  {
    head: "For",
    cell: (link) => (
      <>
        {nameOf(link)}
        <SmallLine>{allowanceOf(link)}</SmallLine>
      </>
    ),
  },
  {
    head: "Shows",
    cell: ({ frozenRevision }) => (frozenRevision === null ? "as it stands" : `revision ${frozenRevision}`),
  },
  { head: "Not shown", cell: leftOutOf },
  { head: "Ends", cell: (link) => <LinkEnd link={link} /> },
  {
    head: "Opened",
    cell: ({ openedCount, lastOpenedAt }) => (
      <>
        {timesWords(openedCount)}
        {lastOpenedAt === null ? null : (
          <SmallLine>
            last <LocalTime at={lastOpenedAt} />
          </SmallLine>
        )}
      </>
    ),
  },
  { head: "By", cell: ({ createdBy }) => createdBy },
];

function nameOf({ label }: LinkCard): string {
  return label || "No name";
}

function isOver({ revokedAt, expiresAt }: LinkCard): boolean {
  return revokedAt !== null || Date.parse(expiresAt) <= Date.now();
}

function LinkEnd({ link }: { link: LinkCard }) {
  if (link.revokedAt !== null) {
    return (
      <>
        revoked <LocalTime at={link.revokedAt} />
      </>
    );
  }
  return (
    <>
      {isOver(link) ? "ended " : null}
      <LocalTime at={link.expiresAt} isWhole />
    </>
  );
}

function allowanceOf({ hasPassword, mayDownload }: LinkCard): string {
  const words = [hasPassword ? "password" : null, mayDownload ? "download and copy" : "reading only"];
  return words.filter((word) => word !== null).join(", ");
}

function leftOutOf({ leavesOutPay, leavesOutNotes, leavesOutComments }: LinkCard): string {
  const parts = [
    leavesOutPay ? "pay" : null,
    leavesOutNotes ? "notes" : null,
    leavesOutComments ? "comments" : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? "nothing" : parts.join(", ");
}

function timesWords(count: number): string {
  if (count === 0) return "never";
  return count === 1 ? "once" : `${count} times`;
}
