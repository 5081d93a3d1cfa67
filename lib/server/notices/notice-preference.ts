import "server-only";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { inScope } from "@/lib/server/runtime/scope";

export interface NoticePreference {
  byMail: boolean;
  /** Mail goes to a verified address only. */
  isAddressVerified: boolean;
}

export async function getNoticePreference(user: AuthenticatedUser): Promise<NoticePreference> {
  const row = await inScope({ user: user.id }, (tx) =>
    tx.user.findFirst({ where: { id: user.id }, select: { noticesByMail: true, emailVerifiedAt: true } }),
  );
  return { byMail: row?.noticesByMail ?? false, isAddressVerified: row?.emailVerifiedAt != null };
}

export async function setNoticesByMail(user: AuthenticatedUser, noticesByMail: boolean): Promise<void> {
  await inScope({ user: user.id }, (tx) => tx.user.updateMany({ where: { id: user.id }, data: { noticesByMail } }));
}
