import { LocalTime } from "../local-time";
import { ShownOnce } from "./shown-once";

interface OneTimeLinkProps {
  link: string;
  /** ISO 8601, UTC. */
  expiresAt: string;
  email: string;
  /** Whether it was mailed too. */
  isMailed: boolean;
}

/** A link that lets one person in, just made for a colleague. */
export function OneTimeLink({ link, expiresAt, email, isMailed }: OneTimeLinkProps) {
  const title = isMailed ? `This link is on its way to ${email}` : `Send this link to ${email}`;
  return (
    <ShownOnce title={title} label="One-time link" value={link}>
      It is shown only now, works once, and ends on <LocalTime at={expiresAt} isWhole />. Anyone who has it can use it:
      send it to nobody else.
    </ShownOnce>
  );
}
