import { createHash } from "node:crypto";
import { documentTitle } from "@/lib/text/document-title";
import { databaseAwayTitle, databaseAwayWords } from "@/lib/web-process/database-away-words";

const style = `
:root { color-scheme: light dark; --paper: #fbfaf7; --ink: #16191d; --ink-secondary: #4e545b; --accent: #433e9e; --accent-ink: #fff }
@media (prefers-color-scheme: dark) {
  :root { --paper: #14171a; --ink: #eceae4; --ink-secondary: #a9afb6; --accent: #b5b2ff; --accent-ink: #14171a }
}
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.6 Inter, system-ui, sans-serif }
main { max-width: 25rem; margin: 0 auto; padding: 4rem 1rem 6rem }
h1 { margin: 0 0 1.5rem; font-size: 1.75rem; font-weight: 600; line-height: 1.2; letter-spacing: -0.015em }
p { margin: 0 0 1.5rem }
a { display: inline-block; padding: 0.5rem 1.125rem; border-radius: 0.25rem; background: var(--accent); color: var(--accent-ink);
  font-weight: 600; text-decoration: none }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
small { color: var(--ink-secondary); font-size: 0.875rem }
@media (max-width: 48em) { main { padding-top: 2rem } }`;
const styleHash = createHash("sha256").update(style).digest("base64");

/** The policy of this page alone: it loads nothing and runs nothing. */
export const databaseAwayPolicy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** The page that says so, in words that need no script and no other file. */
export function databaseAwayPage(requestId: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${documentTitle(databaseAwayTitle)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${databaseAwayTitle}</h1>
<p>${databaseAwayWords}, and pages that are still open keep what was typed and save it once the database answers.</p>
<p><a href="">Try again</a></p>
<p><small>If it stays so, tell the people who run this site, with the number ${requestId}.</small></p>
</main>
</body>
</html>
`;
}
