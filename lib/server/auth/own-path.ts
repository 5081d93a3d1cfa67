/**
 * Where to go after signing in: a path of this installation, or `fallback`.
 *
 * Browsers read "//host", "/\host" and "/<tab>/host" as other hosts, and "/.//host", "/x/..//host" and "/%2e//host" become that as
 * their dots are taken out. So the address is parsed as they do, and what is given back is the parsed one.
 *
 * @param wanted a path, or a whole address of this installation
 * @param origin of this installation, where whole addresses are to be taken
 */
export function ownPath(wanted: unknown, fallback: string, origin = "http://own.invalid"): string {
  if (typeof wanted !== "string" || !(wanted.startsWith("/") || wanted.startsWith(`${origin}/`))) return fallback;
  if (!URL.canParse(wanted, origin)) return fallback;
  const url = new URL(wanted, origin);
  // Two slashes at the front name a host where the path is resolved again.
  return url.origin === origin ? url.pathname.replace(/^\/+/, "/") + url.search + url.hash : fallback;
}
