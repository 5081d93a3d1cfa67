import Link from "next/link";
import { Fragment } from "react";
import { referenceId } from "@/lib/references/references";
import { sourceParts } from "@/lib/references/source-parts";
import { routes } from "@/lib/routes";
import { inReadersMarks } from "@/lib/value/number-marks";

interface SourceTextProps {
  text: string;
  /** Whether somebody wrote it beside a figure: then only addresses lead anywhere, and it stands as it was written. */
  isOwn?: boolean;
  /** Whether its figures are in the reader's marks already. */
  isWritten?: boolean;
}

/** A text about a source: what the list of sources has leads there, and an address leads to the page that it names. */
export function SourceText({ text, isOwn = false, isWritten = false }: SourceTextProps) {
  const written = (words: string) => (isOwn || isWritten ? words : inReadersMarks(words));
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
      <Fragment key={key}>{written(words)}</Fragment>
    ) : (
      <a key={key} href={href} target="_blank" rel="noopener noreferrer nofollow">
        {words}
      </a>
    );
  });
}
