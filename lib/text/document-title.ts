/** What the browser calls a page. @param title the page's own; null where the site's name says all */
export const documentTitle = (title: string | null): string =>
  title === null ? "Peerbalance" : `${title} · Peerbalance`;
