import "server-only";
import { after } from "next/server";
import { noticeSentence } from "@/lib/notifications/notification";
import { routes } from "@/lib/routes";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { isMailSetUp, sendMail } from "@/lib/server/mail/send-mail";
import { env } from "@/lib/server/runtime/env";
import { isWithinLimit } from "@/lib/server/runtime/limits/rate-limits";
import { inScope } from "@/lib/server/runtime/scope";
import { takeNoticesToMail } from "./sql";

/**
 * Mails the notices that the person has just caused: to verified addresses only, for nobody should get mail because someone else
 * signed up with their address, and to those who want it. A mail says who and where; the comment's words stay on the site, where
 * access can be taken back. Call it after the answer was sent, and outside of transactions.
 */
export async function mailNotices(user: AuthenticatedUser): Promise<void> {
  if (!isMailSetUp()) return;
  const notices = await inScope({ user: user.id }, takeNoticesToMail);
  for (const { email, readerId, ...notice } of notices) {
    // Who is mentioned again and again is not to be flooded; the notices stand on the page all the same.
    if (!(await isWithinLimit("notice-mails", readerId, { points: 20, seconds: 60 * 60 }))) continue;
    const at = (path: string) => new URL(path, env().APP_URL).href;
    const sentence = noticeSentence(notice);
    await sendMail({
      to: email,
      subject: sentence,
      text: [sentence, at(routes.notified(notice)), `You can turn these mails off: ${at(routes.noticeSettings)}`].join(
        "\n\n",
      ),
    });
  }
}

/** The same, once the answer of this request was sent. */
export function mailNoticesAfterwards(user: AuthenticatedUser): void {
  after(() => mailNotices(user));
}
