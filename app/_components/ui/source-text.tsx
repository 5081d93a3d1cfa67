import { Fragment } from "react";
import { Link } from "@/app/_components/ui/link";
import { referenceId } from "@/lib/references/references";
import { sourceParts } from "@/lib/references/source-parts";
import { routes } from "@/lib/routes";
import { inReadersMarks } from "@/lib/value/number-marks";

interface SourceTextProps {
  text: string;
  /** Whether a person wrote it beside a figure: then only addresses become links, and the text stays as written. */
  isOwn?: boolean;
  /** Whether its figures are in the reader's marks already. */
  isWritten?: boolean;
}

/** A text about a source: sources of the list and web addresses become links. */
export function SourceText({ text, isOwn = false, isWritten = false }: SourceTextProps) {
  const format = (words: string) => (isOwn || isWritten ? words : inReadersMarks(words));
  return sourceParts(text).map(({ text: words, reference, href }, place) => {
    const key = place;
    if (reference !== undefined && !isOwn) {
      return (
        <Link key={key} href={`${routes.method}#${referenceId(reference.key)}`}>
          {words}
        </Link>
      );
    }
    return href === undefined ? (
      <Fragment key={key}>{format(words)}</Fragment>
    ) : (
      <a key={key} href={href} target="_blank" rel="noopener noreferrer nofollow">
        {words}
      </a>
    );
  });
}
