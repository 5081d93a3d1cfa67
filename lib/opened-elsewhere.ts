const prefix = "elsewhere ";

/** The fault of signing in from a page that was opened under another address than the installation's own. */
export function openedElsewhere(appUrl: string): string {
  return prefix + appUrl;
}

/** What to say of it, or null where the fault is another one. */
export function openedElsewhereMessage(fault: string): string | null {
  if (!fault.startsWith(prefix)) return null;
  return `This page was not opened at ${fault.slice(prefix.length)}. Open that address and try again.`;
}
