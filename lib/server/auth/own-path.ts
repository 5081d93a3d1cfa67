/**
 * Where to go after signing in: a path of this installation, or `fallback`.
 * Browsers read "//host", "/\host" and "/<tab>/host" as other hosts, so the address is parsed as they do.
 */
export function ownPath(wanted: unknown, fallback: string): string {
  if (typeof wanted !== "string" || !wanted.startsWith("/")) return fallback;
  const base = "http://own.invalid";
  if (!URL.canParse(wanted, base)) return fallback;
  const url = new URL(wanted, base);
  return url.origin === base ? url.pathname + url.search + url.hash : fallback;
}
