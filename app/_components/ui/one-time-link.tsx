import { TextInput } from "@mantine/core";
import { CopyButton } from "./copy-button";
import { LocalTime } from "./local-time";
import { Notice } from "./notice";
import styles from "./one-time-link.module.css";

interface OneTimeLinkProps {
  link: string;
  /** ISO 8601, UTC. */
  expiresAt: string;
  email: string;
  /** Whether it was mailed too. */
  isMailed: boolean;
}

/** A link that was just made, to copy; it cannot be shown again. */
export function OneTimeLink({ link, expiresAt, email, isMailed }: OneTimeLinkProps) {
  return (
    <Notice tone="plain" title={isMailed ? `This link is on its way to ${email}` : `Send this link to ${email}`}>
      <div className={styles.link}>
        <TextInput
          aria-label="One-time link"
          value={link}
          readOnly
          className={styles.text}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton text={link} />
      </div>
      <p>
        It is shown only now, works once, and ends on <LocalTime at={expiresAt} isWhole />. Anyone who has it can use
        it: send it to nobody else.
      </p>
    </Notice>
  );
}
