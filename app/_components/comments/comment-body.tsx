import { partsOf } from "@/lib/comments/mentions";
import { formerMember } from "@/lib/text/former-member";
import styles from "./comments.module.css";

/** A comment's text as typed, with the present names of the people it mentions. Never HTML. */
export function CommentBody({ body, names }: { body: string; names: Record<string, string> }) {
  return (
    <p className={styles.body}>
      {partsOf(body).map((part, index) =>
        "text" in part ? (
          part.text
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other identity.
          <span key={index} className={styles.mention}>
            @{names[part.personId] ?? formerMember}
          </span>
        ),
      )}
    </p>
  );
}
