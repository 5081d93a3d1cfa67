"use client";

import { Button } from "@mantine/core";
import { FormFault } from "@/app/_components/account/form-fault";
import { LocalTime } from "@/app/_components/ui/local-time";
import { Scroller } from "@/app/_components/ui/page/scroller";
import { Section } from "@/app/_components/ui/page/section";
import { useAction } from "@/app/_components/ui/use-action";
import type { LinkCard } from "@/lib/server/sharing/list-links";
import type { createLinkAction, revokeLinkAction } from "./link-actions";
import { LinkForm } from "./link-form";
import styles from "./share.module.css";

interface LinksSectionProps {
  modelId: string;
  links: readonly LinkCard[];
  create: typeof createLinkAction;
  revoke: typeof revokeLinkAction;
}

/** The form for a new read-only link, and the existing links. */
export function LinksSection({ modelId, links, create, revoke }: LinksSectionProps) {
  const { run, isPending, fault } = useAction();
  return (
    <Section title="Read-only links">
      <LinkForm modelId={modelId} create={create} />
      {links.length === 0 ? null : (
        <Scroller label="Table of read-only links">
          <table className={`${styles.table} ${styles.links}`}>
            <thead>
              <tr>
                <th scope="col">For</th>
                <th scope="col">Shows</th>
                <th scope="col">Not shown</th>
                <th scope="col">Ends</th>
                <th scope="col">Opened</th>
                <th scope="col">By</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {links.map((link) => {
                const name = link.label || "No name";
                return (
                  <tr key={link.id}>
                    <th scope="row">
                      {name}
                      <span className={styles.small}>{allowanceOf(link)}</span>
                    </th>
                    <td data-label="Shows">
                      {link.frozenRevision === null ? "as it stands" : `revision ${link.frozenRevision}`}
                    </td>
                    <td data-label="Not shown">{leftOutOf(link)}</td>
                    <td data-label="Ends">
                      <LinkEnd link={link} />
                    </td>
                    <td data-label="Opened">
                      {timesWords(link.openedCount)}
                      {link.lastOpenedAt === null ? null : (
                        <span className={styles.small}>
                          last <LocalTime at={link.lastOpenedAt} />
                        </span>
                      )}
                    </td>
                    <td data-label="By">{link.createdBy}</td>
                    <td className={styles.action}>
                      {isOver(link) ? null : (
                        <Button
                          size="compact-xs"
                          variant="default"
                          disabled={isPending}
                          aria-label={`Revoke the link ${name}`}
                          onClick={() => run(() => revoke(modelId, link.id))}
                        >
                          Revoke
                        </Button>
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </Scroller>
      )}
      {links.length === 0 ? null : (
        <p className={styles.hint}>A visitor who opens a link several times within an hour is counted once.</p>
      )}
      <FormFault message={fault} />
    </Section>
  );
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
