import "server-only";
import type { LinkedThread } from "@/lib/comments/comment";
import { partsOf } from "@/lib/comments/mentions";
import type { LinkViewAccess } from "@/lib/server/access/link";
import { subjectOf } from "@/lib/server/comments/stored-subject";
import { readShareLinkComments, type ShareLinkComment } from "@/lib/server/sharing/sql";
import { formerMember } from "@/lib/text/former-member";

/** The threads that a link shows, open ones first, the newest first among each; none where it leaves comments out. */
export async function loadLinkedComments(access: LinkViewAccess): Promise<LinkedThread[]> {
  const threads = new Map<string, LinkedThread>();
  for (const row of await readShareLinkComments(access.link)) {
    const thread = threads.get(row.threadId) ?? {
      subject: subjectOf(row),
      resolvedAt: row.resolvedAt?.toISOString() ?? null,
      resolvedBy: row.resolvedBy ?? formerMember,
      comments: [],
    };
    threads.set(row.threadId, thread);
    thread.comments.push({
      by: row.isDeleted ? "" : (row.author ?? formerMember),
      body: wordsOf(row),
      at: row.createdAt.toISOString(),
      isEdited: row.editedAt !== null,
      missing: row.isDeleted ? "deleted" : row.isChangedSince ? "changed" : null,
    });
  }
  return (
    [...threads.values()]
      // A link shows no bill, and nothing that is said of its lines.
      .filter(({ subject }) => !(subject.kind === "row" && subject.table === "billLines"))
      .filter(({ comments }) => comments.some(({ missing }) => missing !== "deleted"))
      .sort((a, b) => Number(a.resolvedAt !== null) - Number(b.resolvedAt !== null))
  );
}

function wordsOf({ body, mentioned }: ShareLinkComment): string {
  return partsOf(body)
    .map((part) => ("text" in part ? part.text : `@${mentioned[part.personId] ?? formerMember}`))
    .join("");
}
