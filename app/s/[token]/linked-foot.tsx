import { SaveCopyButton } from "@/app/_components/editor/save-copy-button";
import { CsvForm } from "@/app/_components/exports/csv-form";
import { ReportForm } from "@/app/_components/exports/report-form";
import { LinkButton } from "@/app/_components/ui/link-button";
import { LocalTime } from "@/app/_components/ui/local-time";
import { Section } from "@/app/_components/ui/page/section";
import { categoryNames } from "@/lib/model/architectures";
import { pooledCategories } from "@/lib/model/pay/pay";
import { routes } from "@/lib/routes";
import type { LinkedModel } from "@/lib/server/sharing/linked-model";
import { formatMonth, monthName } from "@/lib/value/calendar";
import { copyLinkedModelAction } from "./actions";
import { DownloadButton } from "./download-button";
import styles from "./linked-page.module.css";

interface LinkedFootProps {
  token: string;
  model: LinkedModel;
  mayDownload: boolean;
  /** Whether something runs today. */
  hasToday: boolean;
  isSignedIn: boolean;
}

/** Where the head of the page leads. */
export const aboutLink = "about-link";

const csvFiles = ["years.csv", "projection.csv", "uncertainty.csv", "inputs.csv"] as const;

/** Until when the link opens, what it leaves out, and what can be done with what it shows. */
export function LinkedFoot({ mayDownload, ...rest }: LinkedFootProps) {
  const { model } = rest;
  const leftOut = leftOutOf(model);
  return (
    <Section title="About this link" anchor={aboutLink}>
      <p className={`${styles.about} ${styles.facts}`}>
        <span>Service from {formatMonth(model.startMonth)}</span>
        {model.fiscalYearStart === 1 ? null : <span>Fiscal year from {monthName(model.fiscalYearStart)}</span>}
        <span>Amounts in {model.currency}</span>
        <span>
          Link ends: <LocalTime at={model.expiresAt} isWhole />
        </span>
      </p>
      {leftOut === null ? null : <p className={styles.about}>{leftOut}</p>}
      {mayDownload ? <LinkedDownloads {...rest} /> : null}
    </Section>
  );
}

function LinkedDownloads({ token, model, hasToday, isSignedIn }: Omit<LinkedFootProps, "mayDownload">) {
  return (
    <div className={styles.actions}>
      <div className={styles.buttons}>
        {([...csvFiles, "model.json", "model.xlsx"] as const).map((file) => (
          <DownloadButton key={file} token={token} file={file} hasToday={hasToday} />
        ))}
        {isSignedIn ? (
          <SaveCopyButton save={copyLinkedModelAction.bind(null, token)} />
        ) : (
          <LinkButton href={`${routes.signIn}?callbackUrl=${encodeURIComponent(routes.link(token))}`} size="xs">
            Sign in to save a copy
          </LinkButton>
        )}
      </div>
      <details>
        <summary>CSV with other marks</summary>
        <CsvForm files={csvFiles.map((name) => ({ name, href: routes.linkExport(token, name) }))} />
      </details>
      <details>
        <summary>Report as PDF</summary>
        <ReportForm action={routes.linkExport(token, "report.pdf")}>
          <button type="submit">Download report.pdf</button>
        </ReportForm>
      </details>
      {model.leavesOutPay ? (
        <p className={styles.about}>
          A copy uses the defaults for what is left out, so its costs differ until you enter your own figures.
        </p>
      ) : null}
    </div>
  );
}

const pooledWords = `The results still include pay; “Staff and other” is the sum of ${pooledCategories
  .map((category) => categoryNames[category].toLowerCase())
  .join(", ")}.`;

function leftOutOf({ leavesOutPay, leavesOutNotes }: LinkedModel): string | null {
  const parts = [
    leavesOutPay ? "pay (salaries, head counts, staff lines, own lines of staff)" : null,
    leavesOutNotes ? "the description, notes and sources" : null,
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return `Not shown on this link: ${parts.join("; ")}. ${leavesOutPay ? pooledWords : ""}`;
}
