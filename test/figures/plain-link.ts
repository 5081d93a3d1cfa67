import type { LinkDraft } from "@/lib/schemas/share-link";

/** A read-only link that leaves out nothing but comments, for five days. */
export const plainLink: LinkDraft = {
  label: "",
  expiresAt: new Date(Date.now() + 5 * 86_400_000).toISOString(),
  password: "",
  mayDownload: true,
  isFrozen: false,
  leavesOutPay: false,
  leavesOutNotes: false,
  leavesOutComments: true,
};
