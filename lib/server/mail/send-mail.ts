import "server-only";
import { createTransport, type Transporter } from "nodemailer";
import { env } from "@/lib/server/runtime/env";
import { logger } from "@/lib/server/runtime/logger";
import { shortName } from "@/lib/text/clean-name";

/** A mail in plain words. Links in it are made of APP_URL, never of what a request says. */
export interface Mail {
  /** One address; the caller knows that it may be written to. */
  to: string;
  /** One line. */
  subject: string;
  text: string;
}

/** Kept over the reloads of a development server. */
const kept = globalThis as typeof globalThis & { peerbalanceMail?: Transporter };

/** Whether this installation can mail; where it cannot, links are shown to be copied. */
export function isMailSetUp(): boolean {
  return env().SMTP_URL !== undefined;
}

/**
 * Hands a mail to the mail server. A failure is logged without the address or the text and answered as false: what was done stays
 * done. A mail server takes its time: call it after the answer was sent (`after` of next/server), outside of transactions.
 *
 * @returns false where mail is not set up, or the mail server did not take it
 */
export async function sendMail({ to, subject, text }: Mail): Promise<boolean> {
  const { SMTP_URL, MAIL_FROM } = env();
  if (SMTP_URL === undefined) return false;
  kept.peerbalanceMail ??= createTransport({
    url: SMTP_URL,
    // A mail server that hangs does not hold what waits for it.
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await kept.peerbalanceMail.sendMail({
      from: MAIL_FROM,
      to: { name: "", address: to },
      subject: oneLine(subject),
      text,
    });
    return true;
  } catch (error) {
    logger.error({ err: { message: describe(error) } }, "a mail could not be sent");
    return false;
  }
}

/** A name that someone typed may stand in a subject; a line break in it would begin another header. */
function oneLine(text: string): string {
  return shortName(text, 200);
}

/** The mail server's reply repeats the address, so only its code is kept. */
function describe(error: unknown): string {
  const { code, responseCode } = (error ?? {}) as { code?: unknown; responseCode?: unknown };
  return (
    [code, responseCode].filter((part) => typeof part === "string" || typeof part === "number").join(" ") || "unknown"
  );
}
